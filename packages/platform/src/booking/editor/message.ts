import { createHash } from 'node:crypto';
import {
  type Appointment,
  APPOINTMENT_PROFILES,
  type Finding,
  parseInstant,
  readAppointment,
} from '@sas-kit/fhir';
import { asObject } from '@sas-kit/fhir/json';
import { patientFindings } from './patients.ts';

/** What an editor tells of one appointment (INT_R03). */
export interface EditorMessage {
  appointment: Appointment;
  /** In the profile of SOS Médecins. */
  association: boolean;
  /** `meta.lastUpdated`; null where the editor does not say. */
  writtenAt: Date | null;
  /** Hash of all that is kept of it. */
  digest: string;
}

/** A message that was read, or why it was not. */
export interface ReadMessage {
  message: EditorMessage | null;
  findings: readonly Finding[];
}

/** Longest identifier, characters. */
const LONGEST = 200;
/** An identifier is no text: what has a blank in it could be a person's name. */
const IDENTIFIER = new RegExp(`^[\\x21-\\x7e]{1,${LONGEST}}$`);
/** How far from now an appointment may stand, and a clock of an editor's may run ahead, days. */
const FARTHEST_DAYS = 400;
const DAY = 86_400_000;

/**
 * Reads the resource of INT_R03. Of a patient nothing is read; that one was sent is a finding.
 *
 * Source: guide, page "gestion des rendez-vous", profiles FrAppointmentSAS and sas-sos-appointment.
 */
export function readMessage(body: Readonly<Record<string, unknown>>, now: Date): ReadMessage {
  const { appointment, findings: read } = readAppointment(body);
  const meta = asObject(body['meta']) ?? {};
  const writtenAt = readWrittenAt(meta['lastUpdated']);
  const findings = [
    ...read,
    ...patientFindings(body),
    ...(appointment === null ? [] : boundFindings(appointment, writtenAt, now)),
  ];
  if (appointment === null || findings.some(({ severity }) => severity === 'error')) {
    return { message: null, findings };
  }
  const profiles: unknown[] = [meta['profile']].flat();
  const association = profiles.some(
    (each) => typeof each === 'string' && each.startsWith(APPOINTMENT_PROFILES.sos),
  );
  return {
    message: { appointment, association, writtenAt, digest: digestOf(appointment, association) },
    findings,
  };
}

/** What makes two messages say the same: not when they were written. */
function digestOf(appointment: Appointment, association: boolean): string {
  const { status, start, end, practitioner, regulator, orientation } = appointment;
  const instants = [Date.parse(start), Date.parse(end)];
  const said = [status, instants, practitioner, regulator, orientation, association];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}

function readWrittenAt(value: unknown): Date | null {
  const epochMs = typeof value === 'string' ? parseInstant(value)?.epochMs : null;
  return epochMs == null ? null : new Date(epochMs);
}

/** What no database and no list could bear, however well it is formed. */
function boundFindings(appointment: Appointment, writtenAt: Date | null, now: Date): Finding[] {
  const { identifier, regulator, start, end, created = start } = appointment;
  const faults: Finding[] = [];
  for (const [place, text] of [
    ['Appointment.identifier.system', identifier.system],
    ['Appointment.identifier.value', identifier.value],
    ['Appointment.extension.valueReference.identifier.value', regulator.value],
  ] as const) {
    if (!IDENTIFIER.test(text)) faults.push(finding('editor-identifier', place));
  }
  for (const [place, text] of [
    ['Appointment.start', start],
    ['Appointment.end', end],
    ['Appointment.created', created],
  ] as const) {
    const away = Math.abs(Date.parse(text) - now.getTime());
    if (away > FARTHEST_DAYS * DAY) faults.push(finding('editor-time', place));
  }
  if (writtenAt !== null && writtenAt.getTime() > now.getTime() + DAY) {
    faults.push(finding('editor-clock', 'Appointment.meta.lastUpdated'));
  }
  return faults;
}

const RULES = {
  'editor-identifier': {
    fr: `identifiant de 1 à ${LONGEST} caractères sans espace attendu`,
    en: `an identifier of 1 to ${LONGEST} characters without blank is expected`,
  },
  'editor-time': {
    fr: `horaire à plus de ${FARTHEST_DAYS} jours d’aujourd’hui`,
    en: `time more than ${FARTHEST_DAYS} days from today`,
  },
  'editor-clock': {
    fr: 'date d’écriture à venir : l’horloge de l’éditeur avance',
    en: 'written in the future: the clock of the editor is fast',
  },
} as const;

function finding(rule: keyof typeof RULES, place: string): Finding {
  return { rule, severity: 'error', place, message: RULES[rule] };
}
