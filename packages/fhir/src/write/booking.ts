import { isFhirId } from '../fhir-id.ts';
import type { Appointment } from '../model.ts';
import type { FhirAppointment, Identifier, Reference } from '../resources.ts';
import { writeAppointment, type AppointmentOptions } from './appointment.ts';
import { Notes } from './notes.ts';
import type { Written } from './regulator.ts';

/**
 * System of the short reference of a booking in one step, the only link between whoever booked and the
 * practice: beside the identifier of the appointment, on its way to the vendor.
 */
export const BOOKING_REFERENCE = 'https://sas-kit.example/fhir/NamingSystem/booking-reference';

/** Whether a text is a short reference: 1 to 12 capitals and digits, which both sides read out. */
export function isBookingReference(text: string): boolean {
  return /^[A-Z0-9]{1,12}$/.test(text);
}

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
): Written<FhirBooking> {
  const notes = new Notes();
  if (!isFhirId(slot)) notes.add('agenda-appointment', 'slot', slot);
  if (!isBookingReference(reference)) notes.add('agenda-appointment', 'reference', reference);
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
