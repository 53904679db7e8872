import {
  APPOINTMENT_PROFILES,
  BOOKING_REFERENCE,
  isBookingReference,
  readAppointment,
  writeAppointment,
  type Appointment,
} from '@sas-kit/fhir';
import type { BookingAnswer, BookingRequest } from '../agenda.ts';
import { withDeadline } from '../deadline.ts';
import type { Answer } from '../http/answer.ts';
import { refuse } from '../http/refusal.ts';
import type { Settings } from '../options.ts';
import { explainSlot } from '../publish/explain.ts';
import { askVendor } from './ask-vendor.ts';

/** Of a professional, or of an association (SOS Médecins). */
export type AppointmentFlow = 'ps' | 'sos';

/** What a booking in one step asks for. */
export interface Wanted {
  /** Id of the Slot as it was sent. */
  readonly slot: string;
  readonly appointment: Appointment;
  /** Whose profile it came in. */
  readonly flow: AppointmentFlow;
  /** Null where the caller gives none. */
  readonly reference: string | null;
}

/**
 * Reads `POST /Appointment`, ours: an appointment as INT_R03 writes it, with the slot that it takes as
 * `slot: [{ "reference": "Slot/…" }]`.
 */
export function readBooking(body: Readonly<Record<string, unknown>>): Wanted {
  const { appointment, flow } = readRequested(body, 'booked');
  const slots: unknown[] = Array.isArray(body.slot) ? body.slot : [];
  const [slot] = slots as ({ readonly reference?: unknown } | null)[];
  const id = /^(?:.*\/)?Slot\/([A-Za-z0-9\-.]{1,64})$/.exec(
    typeof slot?.reference === 'string' ? slot.reference : '',
  )?.[1];
  if (id === undefined || slots.length !== 1) {
    throw refuse.rule('Appointment.slot', 'un seul créneau attendu', 'expected one slot');
  }
  return { slot: id, appointment, flow, reference: readReference(body.identifier) };
}

/** An appointment of INT_R03 in the state that is asked for. */
export function readRequested(
  body: Readonly<Record<string, unknown>>,
  status: Appointment['status'],
): { appointment: Appointment; flow: AppointmentFlow } {
  if (body.resourceType !== 'Appointment') {
    throw refuse.badBody('Une ressource Appointment est attendue', 'Expected an Appointment');
  }
  const { appointment, findings } = readAppointment(body);
  if (appointment === null) throw refuse.findings(findings);
  if (appointment.status !== status) {
    throw refuse.rule('Appointment.status', `${status} attendu`, `expected ${status}`);
  }
  const profiles: unknown[] = [(body.meta as { profile?: unknown } | null)?.profile].flat();
  const sos = profiles.some(
    (each) => typeof each === 'string' && each.startsWith(APPOINTMENT_PROFILES.sos),
  );
  return { appointment, flow: sos ? 'sos' : 'ps' };
}

/** The short reference; what is none is left out. */
function readReference(identifiers: unknown): string | null {
  const list = Array.isArray(identifiers)
    ? (identifiers as (Record<string, unknown> | null)[])
    : [];
  const value = list.find((each) => each?.system === BOOKING_REFERENCE)?.value;
  return typeof value === 'string' && isBookingReference(value) ? value : null;
}

/**
 * Books a slot at once where the vendor can: 201 with the appointment, 409 when somebody was faster,
 * 404 for a slot that no search would send.
 *
 * @param slot its id with the vendor.
 */
export async function book(
  { slot: sent, appointment, flow, reference }: Wanted,
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
  const { resource } = writeAppointment({ ...appointment, start, end }, { guide, flow });
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

function askToBook(
  request: BookingRequest,
  settings: Settings,
): Promise<BookingAnswer | undefined> {
  const { agenda, deadlineMs } = settings;
  return askVendor(settings, async () => {
    if (!(await isOffered(request.slot, settings))) return { outcome: 'unknown' };
    return withDeadline(deadlineMs, (signal) => agenda.book?.(request, { signal }));
  });
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
