import {
  BOOKING_REFERENCE,
  readAppointment,
  writeAppointment,
  type Appointment,
} from '@sas-kit/fhir';
import type { BookingAnswer, BookingRequest } from '../agenda.ts';
import { DeadlineError, withDeadline } from '../deadline.ts';
import type { Answer } from '../http/answer.ts';
import { refuse } from '../http/refusal.ts';
import type { Settings } from '../options.ts';
import { explainSlot } from '../publish/explain.ts';

/** What a booking in one step asks for. */
export interface Wanted {
  /** Id of the Slot as it was sent. */
  readonly slot: string;
  readonly appointment: Appointment;
  /** Null where the caller gives none. */
  readonly reference: string | null;
}

/**
 * Reads `POST /Appointment`, ours: an appointment as INT_R03 writes it, with the slot that it takes as
 * `slot: [{ "reference": "Slot/…" }]`.
 */
export function readBooking(body: Readonly<Record<string, unknown>>): Wanted {
  if (body.resourceType !== 'Appointment') {
    throw refuse.badBody('Une ressource Appointment est attendue', 'Expected an Appointment');
  }
  const { appointment, findings } = readAppointment(body);
  if (appointment === null) throw refuse.findings(findings);
  if (appointment.status !== 'booked') {
    throw refuse.rule('Appointment.status', 'booked attendu', 'expected booked');
  }
  const slots: unknown[] = Array.isArray(body.slot) ? body.slot : [];
  const [slot] = slots as ({ readonly reference?: unknown } | null)[];
  const id = /^(?:.*\/)?Slot\/([A-Za-z0-9\-.]{1,64})$/.exec(
    typeof slot?.reference === 'string' ? slot.reference : '',
  )?.[1];
  if (id === undefined || slots.length !== 1) {
    throw refuse.rule('Appointment.slot', 'un seul créneau attendu', 'expected one slot');
  }
  return { slot: id, appointment, reference: readReference(body.identifier) };
}

/** The short reference that both sides read out; anything longer is none. */
function readReference(identifiers: unknown): string | null {
  const list = Array.isArray(identifiers)
    ? (identifiers as (Record<string, unknown> | null)[])
    : [];
  const value = list.find((each) => each?.system === BOOKING_REFERENCE)?.value;
  return typeof value === 'string' && /^[A-Z0-9]{1,12}$/.test(value) ? value : null;
}

/**
 * Books a slot at once where the vendor can: 201 with the appointment, 409 when somebody was faster,
 * 404 for a slot that no search would send.
 *
 * @param slot its id with the vendor.
 */
export async function book(
  { slot: sent, appointment, reference }: Wanted,
  slot: string,
  settings: Settings,
): Promise<Answer> {
  const { baseUrl, guide, onError } = settings;
  const answer = await askToBook(
    { slot, appointment, ...(reference !== null && { reference }) },
    settings,
  );
  if (answer?.outcome === 'taken') throw refuse.takenSlot();
  if (answer?.outcome !== 'booked') throw refuse.unknownSlot();
  const { start, end } = answer;
  const { resource } = writeAppointment({ ...appointment, start, end }, { guide });
  if (resource === null) {
    onError(new TypeError('A booked slot has no readable times'), 'booking');
    throw refuse.failedAgenda();
  }
  const { system, value } = resource.identifier[0];
  return {
    status: 201,
    body: JSON.stringify({ ...resource, slot: [{ reference: `Slot/${sent}` }] }),
    headers: {
      Location: `${baseUrl}/Appointment?identifier=${encodeURIComponent(`${system}|${value}`)}`,
    },
  };
}

async function askToBook(
  request: BookingRequest,
  settings: Settings,
): Promise<BookingAnswer | undefined> {
  const { agenda, deadlineMs, onError } = settings;
  try {
    if (!(await isOffered(request.slot, settings))) return { outcome: 'unknown' };
    return await withDeadline(deadlineMs, (signal) => agenda.book?.(request, { signal }));
  } catch (error) {
    onError(error, 'booking');
    throw error instanceof DeadlineError ? refuse.slowAgenda(deadlineMs) : refuse.failedAgenda();
  }
}

/**
 * Whether a search may send the slot: one without consent, or kept for somebody, is not to be had by
 * guessing its id. A slot that is no longer free is the vendor's to judge: the same booking may be asked
 * for again. Where the vendor has no `slot`, its `book` has to look at all of it.
 */
async function isOffered(slot: string, settings: Settings): Promise<boolean> {
  if (settings.agenda.slot === undefined) return true;
  const { searches } = await explainSlot(slot, settings);
  return searches.some(
    ({ sent, reasons }) => sent || reasons.every(({ rule }) => rule === 'slot-busy'),
  );
}
