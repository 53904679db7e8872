import { readAppointment, writeAppointment, type Appointment } from '@sas-kit/fhir';
import type { BookingAnswer } from '../agenda.ts';
import { DeadlineError, withDeadline } from '../deadline.ts';
import type { Answer } from '../http/answer.ts';
import { refuse } from '../http/refusal.ts';
import type { Settings } from '../options.ts';

/** What a booking in one step asks for. */
export interface Wanted {
  /** Id of the Slot as it was sent. */
  readonly slot: string;
  readonly appointment: Appointment;
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
  return { slot: id, appointment };
}

/**
 * Books a slot at once where the vendor can: 201 with the appointment, 409 when somebody was faster,
 * 404 for a slot that nobody was offered.
 *
 * @param slot its id with the vendor.
 */
export async function book(
  { slot: sent, appointment }: Wanted,
  slot: string,
  settings: Settings,
): Promise<Answer> {
  const { agenda, deadlineMs, baseUrl, guide, onError } = settings;
  let answer: BookingAnswer | undefined;
  try {
    answer = await withDeadline(deadlineMs, (signal) =>
      agenda.book?.({ slot, appointment }, { signal }),
    );
  } catch (error) {
    onError(error, 'booking');
    throw error instanceof DeadlineError ? refuse.slowAgenda(deadlineMs) : refuse.failedAgenda();
  }
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
