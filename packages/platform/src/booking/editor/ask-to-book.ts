import { readAppointment } from '@sas-kit/fhir';
import type { Asking } from '../../aggregation/asking/asking.ts';
import type { Editor } from '../../aggregation/editors/editors.ts';
import { EditorFault } from '../../aggregation/asking/fault.ts';
import { isPassing, jsonOf } from '../../aggregation/asking/read-answer.ts';
import type { Received } from '../../aggregation/asking/receive.ts';
import { type AskedBooking, bookingOf, identifierOf } from './asked-booking.ts';
import { isNotFoundOutcome } from './not-found-outcome.ts';

/** What one request for a booking in one step says. */
export type AskOutcome =
  /** It is in the editor's agenda. */
  | { outcome: 'booked' }
  /** Somebody else has the slot. */
  | { outcome: 'taken' }
  /** The editor knows no such slot, or no more. */
  | { outcome: 'gone' }
  /** The editor does not book it so. */
  | { outcome: 'refused' }
  /** Nothing reached the editor. */
  | { outcome: 'unsent' }
  /** It may be booked, or not. */
  | { outcome: 'unknown' };

/**
 * Asks an editor to book, within its deadline. May be repeated: the editor knows the booking by its
 * identifier and answers as the first time.
 *
 * @throws what the signal is aborted with, and nothing else.
 */
export async function askToBook(
  asking: Pick<Asking, 'post'>,
  editor: Editor,
  asked: AskedBooking,
  signal: AbortSignal,
): Promise<AskOutcome> {
  const booking = bookingOf(asked);
  if (booking === null) return { outcome: 'refused' };
  try {
    const received = await asking.post(editor, '/Appointment', JSON.stringify(booking), signal);
    return outcomeOf(received, asked);
  } catch (error) {
    if (!(error instanceof EditorFault)) throw error;
    const unsent = error.early || error.fault === 'certificate-missing';
    return { outcome: unsent ? 'unsent' : 'unknown' };
  }
}

function outcomeOf({ status, body }: Received, asked: AskedBooking): AskOutcome {
  if (status < 300) return { outcome: isBooked(jsonOf(body), asked) ? 'booked' : 'unknown' };
  if (status === 409) return { outcome: 'taken' };
  if (status === 404 && isNotFoundOutcome(jsonOf(body))) return { outcome: 'gone' };
  return { outcome: isPassing(status) ? 'unknown' : 'refused' };
}

/** This very booking, at its time: something else that says 200 has not booked it. */
function isBooked(body: unknown, { id, startsAt }: AskedBooking): boolean {
  const { appointment } = readAppointment(body);
  return (
    appointment?.status === 'booked' &&
    appointment.identifier.value === identifierOf(id).value &&
    Date.parse(appointment.start) === startsAt.getTime()
  );
}
