import { type Appointment, formatInstant, writeAppointment, writeBooking } from '@sas-kit/fhir';
import { asObject, asObjects, asText } from '@sas-kit/fhir/json';
import { type Check, type Fault, type Scene, Skip } from '../../check.ts';
import { fault } from '../../fault.ts';
import type { Exchange } from '../../http/exchange.ts';
import { outcomeFaults } from '../errors/refused.ts';
import { statementOf } from '../metadata/statement.ts';
import { type Row, toChecks } from '../row.ts';

const DAY = 86_400_000;
const QUARTER = 900_000;
const PARIS = 'Europe/Paris';
const SOURCE = 'SAS Kit, réservation en une étape (hors guide) ; FHIR R4, Appointment';

/**
 * @throws {Skip} where the CapabilityStatement does not say that appointments are so written. What updates
 *   may create is a platform that takes appointments (INT_R03).
 */
async function offered(scene: Scene, interaction: 'create' | 'update'): Promise<void> {
  const { json } = await statementOf(scene);
  const codes = asObjects(json['rest'])
    .flatMap(({ resource }) => asObjects(resource))
    .filter(({ type, updateCreate }) => type === 'Appointment' && updateCreate !== true)
    .flatMap((resource) => asObjects(resource['interaction']))
    .map(({ code }) => asText(code));
  if (codes.includes(interaction)) return;
  throw new Skip({
    fr: `non proposé : le CapabilityStatement n’a pas Appointment ${interaction}`,
    en: `not offered: the CapabilityStatement has no Appointment ${interaction}`,
  });
}

/** One that nobody has booked, about tomorrow. */
function appointmentOf(scene: Scene, status: Appointment['status']): Appointment {
  const start = scene.now - (scene.now % QUARTER) + DAY;
  return {
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${crypto.randomUUID()}` },
    status,
    start: formatInstant(start, PARIS),
    end: formatInstant(start + QUARTER, PARIS),
    practitioner: '810999001000',
    regulator: { kind: 'national', value: '3760009001/4242' },
  };
}

const send = (scene: Scene, method: 'POST' | 'PUT', path: string, body: unknown) =>
  scene.ask({ method, path, body, headers: { 'content-type': 'application/fhir+json' } });

/** 404 that says that what was named is not there: an address that is none says something else. */
function notFoundFaults(exchange: Exchange): Fault[] {
  const { status, json } = exchange;
  if (status !== 404) {
    return [fault('status', `${status} au lieu de 404`, `${status} instead of 404`)];
  }
  const codes = asObjects(asObject(json)?.['issue']).map(({ code }) => asText(code));
  if (codes.includes('not-found')) return [];
  return [
    fault(
      'OperationOutcome.issue.code',
      'not-found attendu : un autre 404 est une adresse inconnue',
      'not-found expected: another 404 is an unknown address',
    ),
  ];
}

async function unknownSlot(scene: Scene): Promise<readonly Fault[]> {
  await offered(scene, 'create');
  const slot = `sas-kit-${crypto.randomUUID()}`;
  const appointment = appointmentOf(scene, 'booked');
  const { resource } = writeBooking({ slot, reference: '4K7P', appointment });
  return notFoundFaults(await send(scene, 'POST', '/Appointment', resource));
}

async function withoutSlot(scene: Scene): Promise<readonly Fault[]> {
  await offered(scene, 'create');
  const { resource } = writeAppointment(appointmentOf(scene, 'booked'));
  const exchange = await send(scene, 'POST', '/Appointment', resource);
  const { status } = exchange;
  if (status === 400 || status === 422) return outcomeFaults(exchange);
  return [fault('status', `${status} au lieu de 400 ou 422`, `${status} instead of 400 or 422`)];
}

async function unknownBooking(scene: Scene): Promise<readonly Fault[]> {
  await offered(scene, 'update');
  const appointment = appointmentOf(scene, 'cancelled');
  const { system, value } = appointment.identifier;
  const path = `/Appointment?identifier=${encodeURIComponent(`${system}|${value}`)}`;
  const { resource } = writeAppointment(appointment);
  return notFoundFaults(await send(scene, 'PUT', path, resource));
}

const ROWS: readonly Row[] = [
  [
    'unknown-slot',
    { fr: 'un créneau inconnu n’est pas réservé', en: 'an unknown slot is not booked' },
    SOURCE,
    {
      fr: 'répondre 404 et un OperationOutcome de code not-found',
      en: 'answer 404 and an OperationOutcome with the code not-found',
    },
    unknownSlot,
  ],
  [
    'without-slot',
    { fr: 'une réservation sans créneau est refusée', en: 'a booking without slot is refused' },
    SOURCE,
    {
      fr: 'répondre 400 ou 422 et un OperationOutcome',
      en: 'answer 400 or 422 and an OperationOutcome',
    },
    withoutSlot,
  ],
  [
    'unknown-booking',
    {
      fr: 'une réservation que personne n’a faite n’est pas annulée',
      en: 'a booking that nobody made is not cancelled',
    },
    SOURCE,
    {
      fr: 'répondre 404 et un OperationOutcome de code not-found',
      en: 'answer 404 and an OperationOutcome with the code not-found',
    },
    unknownBooking,
  ],
];

/** Booking in one step, an addition of SAS Kit, where a vendor offers it: nothing is booked. */
export const ONE_STEP_CHECKS: readonly Check[] = toChecks('one-step', ROWS);
