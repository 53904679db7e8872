import { APPOINTMENT_STATUSES, EXTENSIONS, isCode, ORIENTATION_CATEGORIES } from '../codes.ts';
import type { Finding } from '../finding.ts';
import { APPOINTMENT_PROFILES } from '../guide.ts';
import { parsePractitionerId } from '../identifiers.ts';
import { parseInstant } from '../instants.ts';
import { asList, asObject, asObjects, asText, codingsOf, type Json, member } from '../json.ts';
import type { Appointment, OrientationCategory, RegulatorId } from '../model.ts';
import { DEFAULT_TIME_ZONE } from '../time-zones.ts';
import { ReadNotes } from './notes.ts';
import { readRegulatorId } from './regulator.ts';
import { readTime, type ReadTime } from './time.ts';

/** An appointment, or null when an error keeps it from being read. */
export interface ReadAppointment {
  readonly appointment: Appointment | null;
  readonly findings: readonly Finding[];
}

/** How an appointment is read. */
export interface ReadAppointmentOptions {
  /** Whether the SOS profile applies. Default: as `meta.profile` says. */
  readonly sos?: boolean;
  /** Zone of dates without offset, and of the dates given back. Default `Europe/Paris`. */
  readonly timeZone?: string;
}

function extension(resource: Json, url: string): Json | null {
  return asObjects(resource['extension']).find((each) => each['url'] === url) ?? null;
}

function readOperator(resource: Json, notes: ReadNotes): RegulatorId | null {
  const operator = extension(resource, EXTENSIONS.appointmentOperator);
  const identifier = asObject(member(operator?.['valueReference'], 'identifier'));
  const place = `Appointment.extension('${EXTENSIONS.appointmentOperator}')`;
  if (identifier === null) return notes.add('read-required', place);
  return readRegulatorId(identifier, `${place}.value.identifier`, notes);
}

/** The category, as guide 1.2 codes it or as its drafts did (`valueCode`, `SOS` for `003`). */
function readOrientation(resource: Json): OrientationCategory | null {
  const found = extension(resource, EXTENSIONS.orientation);
  if (found === null) return null;
  const codes = codingsOf(found['valueCodeableConcept']).map((coding) => asText(coding['code']));
  codes.push(asText(found['valueCode']));
  for (const [category, { code }] of Object.entries(ORIENTATION_CATEGORIES)) {
    if (codes.includes(code) || codes.includes(category)) return category as OrientationCategory;
  }
  return null;
}

interface ReadParticipant {
  readonly practitioner: string | null;
  readonly status: 'accepted' | 'needs-action';
}

/** The practitioner among the participants. Anyone else, a patient above all, is not read. */
function readParticipant(resource: Json, sos: boolean, notes: ReadNotes): ReadParticipant {
  const participants = asObjects(resource['participant']);
  let practitioner: string | null = null;
  let status = '';
  for (const [index, participant] of participants.entries()) {
    const identifier = asObject(member(participant['actor'], 'identifier'));
    const value = asText(identifier?.['value']);
    const id = parsePractitionerId(value);
    if (id?.type !== 'IDNPS' || practitioner !== null) continue;
    if (id.sas !== value) {
      const place = `Appointment.participant[${index}].actor.identifier.value`;
      notes.add('read-identifier-prefix', place, value);
    }
    practitioner = id.sas;
    status = asText(participant['status']);
  }
  if (practitioner === null && !sos) {
    notes.add('read-identifier', 'Appointment.participant.actor.identifier');
  }
  status ||= asText(participants[0]?.['status']);
  return { practitioner, status: status === 'needs-action' ? status : 'accepted' };
}

/** When it was taken; optional, so an unreadable date costs nothing but a warning. */
function readCreated(value: unknown, timeZone: string, notes: ReadNotes): ReadTime | null {
  if (value === undefined) return null;
  const place = 'Appointment.created';
  if (parseInstant(asText(value)) === null) return notes.add('read-time-form', place, value);
  return readTime(value, timeZone, place, notes, false);
}

/**
 * Reads an appointment that a vendor sends (INT_R03, profiles FrAppointmentSAS and
 * sas-sos-appointment): nobody's name, no patient. Dates without milliseconds are usual there, the
 * official examples have none.
 *
 * Source: guide, page "gestion des rendez-vous".
 */
export function readAppointment(
  resource: unknown,
  options: ReadAppointmentOptions = {},
): ReadAppointment {
  const notes = new ReadNotes();
  const object = asObject(resource) ?? {};
  const type = asText(object['resourceType']);
  if (type !== 'Appointment') {
    notes.add('read-resource', 'resourceType', type);
    return { appointment: null, findings: notes.findings };
  }
  const profiles = asList(member(object['meta'], 'profile')).map(asText);
  const sos = options.sos ?? profiles.some((each) => each.startsWith(APPOINTMENT_PROFILES.sos));
  const timeZone = options.timeZone ?? DEFAULT_TIME_ZONE;
  const [identifier = {}] = asObjects(object['identifier']);
  const system = asText(identifier['system']);
  const value = asText(identifier['value']);
  if (system === '') notes.add('read-required', 'Appointment.identifier.system');
  if (value === '') notes.add('read-required', 'Appointment.identifier.value');
  const status = asText(object['status']);
  const known = isCode(APPOINTMENT_STATUSES, status) && (sos || status !== 'pending');
  if (!known) notes.add('read-code', 'Appointment.status', status);
  const start = readTime(object['start'], timeZone, 'Appointment.start', notes, false);
  const end = readTime(object['end'], timeZone, 'Appointment.end', notes, false);
  if (start !== null && end !== null && end.epochMs <= start.epochMs) {
    notes.add('read-order', 'Appointment.end', object['end']);
  }
  const created = readCreated(object['created'], timeZone, notes);
  const regulator = readOperator(object, notes);
  const participant = readParticipant(object, sos, notes);
  const orientation = readOrientation(object);
  if (!notes.clean || !known || start === null || end === null || regulator === null) {
    return { appointment: null, findings: notes.findings };
  }
  const appointment: Appointment = {
    identifier: { system, value },
    status,
    start: start.text,
    end: end.text,
    ...(created !== null && { created: created.text }),
    ...(participant.practitioner !== null && { practitioner: participant.practitioner }),
    participantStatus: participant.status,
    regulator,
    ...(orientation !== null && { orientation }),
  };
  return { appointment, findings: notes.findings };
}
