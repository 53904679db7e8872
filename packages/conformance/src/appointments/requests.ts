import {
  type Appointment,
  type AppointmentOptions,
  formatInstant,
  writeAppointment,
} from '@sas-kit/fhir';
import { type Scene, Skip } from '../check.ts';
import type { Exchange } from '../http/exchange.ts';

/** A resource, or what a check makes of it. */
export type Body = Readonly<Record<string, unknown>>;

export const TYPE = 'Appointment';

/** Page of the guide that every rule here comes from. */
export const PAGE = 'page de gestion des rendez-vous (INT_R03)';

const SYSTEM = 'https://agenda.example/appointments';
const DAY = 86_400_000;
const QUARTER = 900_000;
const PARIS = 'Europe/Paris';

/** An appointment that is in order, that no run has used, about tomorrow. */
export function freshAppointment(scene: Scene, changes: Partial<Appointment> = {}): Appointment {
  const { system = SYSTEM, regulator, practitioner } = scene.config.appointments;
  const start = scene.now - (scene.now % QUARTER) + DAY;
  return {
    identifier: { system, value: crypto.randomUUID() },
    status: 'booked',
    start: formatInstant(start, PARIS),
    end: formatInstant(start + QUARTER, PARIS),
    created: formatInstant(scene.now, PARIS),
    practitioner: practitioner ?? '810999001000',
    regulator: { kind: 'national', value: regulator ?? '3760009001/4242' },
    ...changes,
  };
}

/** As an editor sends it. */
export function bodyOf(
  scene: Scene,
  appointment: Appointment,
  options: AppointmentOptions = {},
): Body {
  const { guide } = scene.config;
  const { resource } = writeAppointment(appointment, { guide, ...options });
  if (resource !== null) return { ...resource };
  throw new Skip({
    fr: '« appointments » : un identifiant inutilisable',
    en: '“appointments”: an unusable identifier',
  });
}

function headersOf(scene: Scene, more: Readonly<Record<string, string>>): Record<string, string> {
  return {
    accept: 'application/fhir+json',
    'content-type': 'application/fhir+json',
    prefer: 'return=representation',
    ...scene.config.appointments.headers,
    ...more,
  };
}

/** `POST /Appointment`. */
export function post(scene: Scene, body: unknown, headers = {}): Promise<Exchange> {
  return scene.ask({
    method: 'POST',
    path: '/Appointment',
    headers: headersOf(scene, headers),
    body,
  });
}

/** `identifier=system|value`, escaped. */
export function criterionOf({ identifier }: Appointment, name = 'identifier'): string {
  return `${name}=${encodeURIComponent(`${identifier.system}|${identifier.value}`)}`;
}

/** `PUT /Appointment?identifier=`. */
export function put(
  scene: Scene,
  criterion: string,
  body: unknown,
  headers = {},
): Promise<Exchange> {
  return scene.ask({
    method: 'PUT',
    path: `/Appointment?${criterion}`,
    headers: headersOf(scene, headers),
    body,
  });
}

/** An appointment that the platform took, with the answer. */
export interface Made {
  readonly appointment: Appointment;
  readonly answer: Exchange;
}

/** Creates one. @throws {Skip} where none is taken: another check says why. */
export async function make(scene: Scene, changes: Partial<Appointment> = {}): Promise<Made> {
  const appointment = freshAppointment(scene, changes);
  const answer = await post(scene, bodyOf(scene, appointment));
  if (answer.status === 201) return { appointment, answer };
  throw new Skip({
    fr: `aucun rendez-vous n’a été pris (POST : ${answer.status})`,
    en: `no appointment was taken (POST: ${answer.status})`,
  });
}

/** The state of the appointment in an answer; null when the answer carries none. */
export function stateIn({ json }: Exchange): string | null {
  const { resourceType, status } = (json ?? {}) as Body;
  return resourceType === TYPE && typeof status === 'string' ? status : null;
}
