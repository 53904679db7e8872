import { HUB_METHODS, HUB_STATUSES, type ReceivedAppointment } from './appointment.ts';
import type { HubReference } from './acknowledgement.ts';
import { epochOf } from './instants.ts';

/** A message about an appointment, as far as its effect goes. A `ReceivedMessage` is one. */
export interface IncomingAppointment {
  readonly distributionID: string;
  /** RFC 3339 with offset. */
  readonly sentAt: string;
  readonly appointment: ReceivedAppointment;
}

/** What is known of one appointment. */
export interface AppointmentRecord {
  /** As the message that counts most tells it. */
  readonly appointment: ReceivedAppointment;
  /** Every message about it, each once, from what counts least to what counts most. */
  readonly history: readonly IncomingAppointment[];
}

/** Every appointment by its `appointmentId`. Keep real ones and exercises in two states. */
export type AppointmentsState = ReadonlyMap<string, AppointmentRecord>;

/** The state before the first message. */
export const NO_APPOINTMENTS: AppointmentsState = new Map();

/**
 * What a message did.
 * - `created`: first message about it, a creation
 * - `created-by-update`: first message about it, an update
 * - `cancelled-unknown`: first message about it, a cancellation
 * - `updated`, `cancelled`: it counts more than what was known
 * - `created-again`: another creation of a known one, later than what was known
 * - `outdated`: it counts less than what was known; kept in the history
 * - `duplicate`: a message that was seen
 * - `conflicting-duplicate`: another message under an id that was seen; whichever counts more is
 *   kept
 */
export type AppointmentOutcome =
  | 'created'
  | 'created-by-update'
  | 'cancelled-unknown'
  | 'updated'
  | 'cancelled'
  | 'created-again'
  | 'outdated'
  | 'duplicate'
  | 'conflicting-duplicate';

/** What happened to one appointment. */
export interface AppointmentEffect {
  readonly record: AppointmentRecord;
  readonly outcome: AppointmentOutcome;
  /** As it was before; null for the first message about it. */
  readonly previous: ReceivedAppointment | null;
  /**
   * Properties that are not as before, `['status', 'start']`; all that are there for the first
   * message.
   */
  readonly changed: readonly (keyof ReceivedAppointment)[];
  /**
   * What to answer once the record is stored. Every outcome is a success for the sender: a
   * duplicate often means that the first acknowledgement was lost.
   */
  readonly acknowledgement: HubReference & { readonly step: 'INTEGRE' };
}

/**
 * Takes a message into the state of all appointments. Pure: the state given stays as it is, and is
 * copied, which takes time in proportion to its size. With a database, store one record per
 * appointment and call {@link applyToAppointment}.
 *
 * Any order and any repetition of the same messages ends in the same state: the Hub promises
 * neither order nor single delivery.
 *
 * Source: guide, INT_L02; SAMU-Hub-Sante promises no single delivery.
 */
export function applyAppointmentMessage(
  state: AppointmentsState,
  message: IncomingAppointment,
): AppointmentEffect & { readonly state: AppointmentsState } {
  const { appointmentId } = message.appointment;
  const known = state.get(appointmentId) ?? null;
  const effect = applyToAppointment(known, message);
  if (effect.record === known) return { ...effect, state };
  return { ...effect, state: new Map(state).set(appointmentId, effect.record) };
}

/**
 * Takes a message into the record of its appointment, null for one that is unknown.
 *
 * The message that counts most stands for the appointment, whole: an update that no longer names a
 * practitioner means that there is none. An update counts more than a creation, whatever their
 * times, so that a creation sent again does not bring a cancelled appointment back; then the later
 * `sentAt` counts more. Within one second, the finest that messages tell, the further status does
 * (cancelled over booked).
 *
 * Source: guide, INT_L02 (update of an unknown appointment is its creation; a cancellation is an
 * update).
 */
export function applyToAppointment(
  known: AppointmentRecord | null,
  message: IncomingAppointment,
): AppointmentEffect {
  const acknowledgement = { distributionID: message.distributionID, step: 'INTEGRE' } as const;
  const incoming = traceOf(message);
  if (known === null) {
    const record = { appointment: incoming.appointment, history: [incoming] };
    const changed = changedBetween(null, record.appointment);
    return { record, outcome: firstOutcome(incoming), previous: null, changed, acknowledgement };
  }
  const previous = known.appointment;
  const twin = known.history.find((seen) => seen.distributionID === incoming.distributionID);
  const order = twin === undefined ? 1 : compareMessages(incoming, twin);
  if (twin !== undefined && order <= 0) {
    const outcome = order === 0 ? 'duplicate' : 'conflicting-duplicate';
    return { record: known, outcome, previous, changed: [], acknowledgement };
  }
  const others = known.history.filter((seen) => seen !== twin);
  const history = [...others, incoming].sort(compareMessages);
  const record = { appointment: (history.at(-1) ?? incoming).appointment, history };
  const outcome =
    twin !== undefined
      ? 'conflicting-duplicate'
      : record.appointment === incoming.appointment
        ? laterOutcome(previous, incoming.appointment)
        : 'outdated';
  const changed = changedBetween(previous, record.appointment);
  return { record, outcome, previous, changed, acknowledgement };
}

/** Nothing but what the state is made of: a caller may hand over a whole received message. */
function traceOf({
  distributionID,
  sentAt,
  appointment,
}: IncomingAppointment): IncomingAppointment {
  return { distributionID, sentAt, appointment };
}

function firstOutcome({ appointment }: IncomingAppointment): AppointmentOutcome {
  if (appointment.method === 'CreateAppointment') return 'created';
  return appointment.status === 'cancelled' ? 'cancelled-unknown' : 'created-by-update';
}

function laterOutcome(
  previous: ReceivedAppointment,
  appointment: ReceivedAppointment,
): AppointmentOutcome {
  if (appointment.method === 'CreateAppointment') return 'created-again';
  const isCancelled = appointment.status === 'cancelled' && previous.status !== 'cancelled';
  return isCancelled ? 'cancelled' : 'updated';
}

/**
 * Negative when `a` counts less than `b`; 0 for the same message. Total, hence independent of
 * arrival.
 */
function compareMessages(a: IncomingAppointment, b: IncomingAppointment): number {
  return (
    rank(HUB_METHODS, a.appointment.method) - rank(HUB_METHODS, b.appointment.method) ||
    (epochOf(a.sentAt) ?? 0) - (epochOf(b.sentAt) ?? 0) ||
    statusRank(a) - statusRank(b) ||
    compareTexts(a.distributionID, b.distributionID) ||
    compareTexts(canonical(a), canonical(b))
  );
}

function rank(values: readonly string[], value: string): number {
  return values.indexOf(value);
}

function statusRank({ appointment }: IncomingAppointment): number {
  return rank(HUB_STATUSES, appointment.status);
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The same text for the same content, whatever the order of its properties. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => compareTexts(a, b)))
      : member,
  );
}

function changedBetween(
  before: ReceivedAppointment | null,
  after: ReceivedAppointment,
): (keyof ReceivedAppointment)[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]) as Set<
    keyof ReceivedAppointment
  >;
  names.delete('method');
  return [...names].filter(
    (name) => canonical(before?.[name] ?? null) !== canonical(after[name] ?? null),
  );
}
