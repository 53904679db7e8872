import { APPOINTMENT_STATUSES, EXTENSIONS, isCode, ORIENTATION_CATEGORIES } from '../codes.ts';
import { APPOINTMENT_PROFILES, type Flow, type GuideVersion } from '../guide.ts';
import { parsePractitionerId } from '../identifiers.ts';
import { inZone } from '../instants.ts';
import type { Appointment } from '../model.ts';
import type { Extension, FhirAppointment, Identifier } from '../resources.ts';
import { DEFAULT_TIME_ZONE } from '../time-zones.ts';
import { practitionerIdentifier } from './elements.ts';
import { Notes } from './notes.ts';
import { regulatorIdentifier, type Written } from './regulator.ts';
import { typed } from './typed.ts';

/** How an appointment is written. */
export interface AppointmentOptions {
  /** Which search the slot came from; it decides the profile. Default `ps`. */
  readonly flow?: Flow;
  readonly guide?: GuideVersion;
  /** Zone of the place. Default `Europe/Paris`. */
  readonly timeZone?: string;
}

/** Who took the appointment, then its category where the profile knows one. */
function extensions(
  appointment: Appointment,
  regulator: Identifier,
  flow: Flow,
  guide: GuideVersion,
): Extension[] {
  const operator: Extension = {
    url: EXTENSIONS.appointmentOperator,
    valueReference: { identifier: regulator },
  };
  const { orientation } = appointment;
  if (orientation === undefined || guide === '1.1' || flow === 'sos') return [operator];
  const { system, code } = ORIENTATION_CATEGORIES[orientation];
  const valueCodeableConcept = { coding: [{ system, code }] };
  return [operator, { url: EXTENSIONS.orientation, valueCodeableConcept }];
}

/**
 * Writes an appointment as a vendor sends it to the SAS (INT_R03): the vendor's identifier, the state,
 * the times with milliseconds and offset, the regulator who took it, the practitioner by national
 * identifier. No patient.
 *
 * Source: guide, page "gestion des rendez-vous", profiles FrAppointmentSAS and sas-sos-appointment.
 */
export function writeAppointment(
  appointment: Appointment,
  options: AppointmentOptions = {},
): Written<FhirAppointment> {
  const { flow = 'ps', guide = '1.1', timeZone = DEFAULT_TIME_ZONE } = options;
  const notes = new Notes();
  const own: Partial<Appointment['identifier']> = appointment.identifier ?? {};
  const system = typed(own.system);
  const value = typed(own.value);
  if (system === '' || value === '') notes.add('agenda-appointment', 'identifier', system);
  const { status } = appointment;
  if (!isCode(APPOINTMENT_STATUSES, status) || (status === 'pending' && flow !== 'sos')) {
    notes.add('agenda-appointment', 'status', status);
  }
  const start = inZone(typed(appointment.start), timeZone);
  const end = inZone(typed(appointment.end), timeZone);
  if (start === null) notes.add('agenda-slot-time', 'start', appointment.start);
  if (end === null) notes.add('agenda-slot-time', 'end', appointment.end);
  if (start !== null && end !== null && end.epochMs <= start.epochMs) {
    notes.add('agenda-slot-order', 'end', appointment.end);
  }
  const regulator = regulatorIdentifier(appointment.regulator);
  if (regulator === null) notes.add('agenda-appointment', 'regulator');
  const nationalId = parsePractitionerId(typed(appointment.practitioner));
  if (nationalId?.type !== 'IDNPS' && (flow !== 'sos' || typed(appointment.practitioner) !== '')) {
    notes.add('agenda-practitioner-id', 'practitioner', appointment.practitioner);
  }
  if (start === null || end === null || regulator === null || notes.findings.length > 0) {
    return { resource: null, findings: notes.findings };
  }
  const created = inZone(typed(appointment.created), timeZone)?.text;
  const participantStatus =
    flow === 'sos' ? (appointment.participantStatus ?? 'accepted') : 'accepted';
  const resource: FhirAppointment = {
    resourceType: 'Appointment',
    meta: { profile: [APPOINTMENT_PROFILES[flow]] },
    extension: extensions(appointment, regulator, flow, guide),
    identifier: [{ system, value }],
    status,
    start: start.text,
    end: end.text,
    ...(created !== undefined && { created }),
    participant: [
      {
        // FHIR wants an actor or a type: without a practitioner, that there is an attender.
        ...(nationalId === null
          ? { type: [{ coding: [ATTENDER] }] }
          : { actor: { identifier: practitionerIdentifier(nationalId) } }),
        status: participantStatus,
      },
    ],
  };
  return { resource, findings: notes.findings };
}

const ATTENDER = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
  code: 'ATND',
};
