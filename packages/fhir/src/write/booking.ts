import { isFhirId } from '../fhir-id.ts';
import type { Finding } from '../finding.ts';
import type { Appointment } from '../model.ts';
import type { FhirAppointment, Identifier, Reference } from '../resources.ts';
import { writeAppointment, type AppointmentOptions } from './appointment.ts';
import { Notes } from './notes.ts';

/**
 * System of the short reference of a booking in one step, the only link between whoever booked and the
 * practice: beside the identifier of the appointment, on its way to the vendor.
 */
export const BOOKING_REFERENCE = 'https://sas-kit.example/fhir/NamingSystem/booking-reference';

/** A booking in one step, an addition of ours to the guide. */
export interface Booking {
  /** `Slot.id` as the vendor sent it. */
  readonly slot: string;
  /** Read out and shown at the practice: `4K7P`. */
  readonly reference: string;
  readonly appointment: Appointment;
}

/** The body of `POST /Appointment` that books a slot. */
export interface FhirBooking extends Omit<FhirAppointment, 'identifier'> {
  readonly identifier: readonly [Identifier, Identifier];
  readonly slot: readonly [Reference];
}

/**
 * Writes a booking in one step: an appointment as INT_R03 has it, with its short reference and the slot
 * that it takes. No patient.
 *
 * Source: guide, page "gestion des rendez-vous", profile FrAppointmentSAS; FHIR R4, Appointment.slot.
 */
export function writeBooking(
  { slot, reference, appointment }: Booking,
  options: AppointmentOptions = {},
): { resource: FhirBooking | null; findings: readonly Finding[] } {
  const notes = new Notes();
  if (!isFhirId(slot)) notes.add('agenda-appointment', 'slot', slot);
  if (reference === '') notes.add('agenda-appointment', 'reference');
  const { resource, findings } = writeAppointment(appointment, options);
  const all = [...notes.findings, ...findings];
  if (resource === null || notes.findings.length > 0) return { resource: null, findings: all };
  const identifier = [
    resource.identifier[0],
    { system: BOOKING_REFERENCE, value: reference },
  ] as const;
  return {
    resource: { ...resource, identifier, slot: [{ reference: `Slot/${slot}` }] },
    findings: all,
  };
}
