import type { Asking } from '../../aggregation/asking/asking.ts';
import { editorById } from '../../aggregation/editors/editors.ts';
import type { Database } from '../../database/database.ts';
import { type OutboxKind, UndeliverableError } from '../../outbox/kind.ts';
import { askToBook } from './ask-to-book.ts';
import { readAsked, settleBooked, settleTaken } from './asked-booking.ts';
import { NotKnownError } from './not-known.ts';

/**
 * Finds out what came of a booking in one step that its editor did not answer: asks for the same booking
 * again, until a person has to find out.
 */
export function bookingKind(database: Database, asking: Pick<Asking, 'post'>): OutboxKind {
  return {
    perLane: 2,
    leaseSeconds: 90,
    longestWaitSeconds: 60,
    async deliver({ payload }, signal) {
      const { appointment } = payload as { appointment: string };
      const asked = await readAsked(database, appointment);
      if (asked === null || asked.told || asked.status !== 'pending') return;
      // A booking that nobody waits for any more is not made.
      if (asked.overdue) throw new UndeliverableError('a person finds out');
      const editor = await editorById(database, asked.editorId);
      if (editor === null || !editor.enabled || !editor.booksInOneStep) {
        throw new UndeliverableError('its editor is not asked any more');
      }
      const said = await askToBook(asking, editor, asked, signal);
      if (said.outcome === 'booked') return settleBooked(database, asked);
      if (said.outcome === 'taken') return settleTaken(database, asked);
      // Neither a slot that is not known any more nor a refusal tells what came of the request before.
      throw new NotKnownError(said.outcome);
    },
  };
}
