import { readAppointment } from '@sas-kit/fhir';
import type { Asking } from '../../aggregation/asking/asking.ts';
import type { Editor } from '../../aggregation/editors/editors.ts';
import { EditorFault } from '../../aggregation/asking/fault.ts';
import { isPassing, jsonOf } from '../../aggregation/asking/read-answer.ts';
import type { Received } from '../../aggregation/asking/receive.ts';
import { type AskedBooking, cancellationOf, identifierOf } from './asked-booking.ts';
import { isNotFoundOutcome } from './not-found-outcome.ts';

/**
 * What one request to cancel a booking in one step came to: `cancelled` also where the editor has no such
 * booking, `refused` where it does not cancel it, `unknown` where it has not said.
 */
export type CancelOutcome = 'cancelled' | 'refused' | 'unknown';

/**
 * Asks an editor to cancel what it booked in one step, within its deadline, any number of times.
 *
 * @throws what the signal is aborted with, and nothing else.
 */
export async function askToCancel(
  asking: Pick<Asking, 'put'>,
  editor: Editor,
  asked: AskedBooking,
  signal: AbortSignal,
): Promise<CancelOutcome> {
  const cancelled = cancellationOf(asked);
  if (cancelled === null) return 'refused';
  const { system, value } = identifierOf(asked.id);
  const path = `/Appointment?identifier=${encodeURIComponent(`${system}|${value}`)}`;
  try {
    const received = await asking.put(editor, path, JSON.stringify(cancelled), signal);
    return outcomeOf(received, asked);
  } catch (error) {
    if (error instanceof EditorFault) return 'unknown';
    throw error;
  }
}

function outcomeOf({ status, body }: Received, { id }: AskedBooking): CancelOutcome {
  if (status < 300) {
    const { appointment } = readAppointment(jsonOf(body));
    const same = appointment?.identifier.value === identifierOf(id).value;
    return same && appointment.status === 'cancelled' ? 'cancelled' : 'unknown';
  }
  if (status === 404 && isNotFoundOutcome(jsonOf(body))) return 'cancelled';
  return isPassing(status) ? 'unknown' : 'refused';
}
