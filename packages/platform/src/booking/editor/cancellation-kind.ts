import type { Asking } from '../../aggregation/asking/asking.ts';
import { editorById } from '../../aggregation/editors/editors.ts';
import type { Database } from '../../database/database.ts';
import { type OutboxKind, UndeliverableError } from '../../outbox/kind.ts';
import { askToCancel } from './ask-to-cancel.ts';
import { readAsked } from './asked-booking.ts';
import { noteRefused, settleCancelled } from './cancellation-rows.ts';
import { NotKnownError } from './not-known.ts';

/** Asks an editor to cancel what it booked in one step, until it has answered or the appointment begins. */
export function cancellationKind(database: Database, asking: Pick<Asking, 'put'>): OutboxKind {
  return {
    perLane: 2,
    leaseSeconds: 90,
    longestWaitSeconds: 600,
    async deliver({ payload }, signal) {
      const { appointment } = payload as { appointment: string };
      const asked = await readAsked(database, appointment);
      if (asked?.cancellation !== 'asked') return;
      if (asked.begun) throw new UndeliverableError('it has begun');
      if (asked.underWay) throw new NotKnownError('it is still being booked');
      const editor = await editorById(database, asked.editorId);
      if (editor === null || !editor.enabled || !editor.booksInOneStep) {
        return noteRefused(database, appointment);
      }
      switch (await askToCancel(asking, editor, asked, signal)) {
        case 'cancelled':
          return settleCancelled(database, appointment);
        case 'refused':
          return noteRefused(database, appointment);
        case 'unknown':
          throw new NotKnownError('its editor has not said');
      }
    },
  };
}
