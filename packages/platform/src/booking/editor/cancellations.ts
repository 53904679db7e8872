import type { Asking } from '../../aggregation/asking/asking.ts';
import { editorById } from '../../aggregation/editors/editors.ts';
import { type Database, databaseNow } from '../../database/database.ts';
import { isId } from '../../database/ids.ts';
import type { components } from '../../generated/platform.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { actAs } from '../acting.ts';
import type { AppointmentReader } from '../appointment-reader.ts';
import { checkTransition } from '../policy.ts';
import { askToCancel, type CancelOutcome } from './ask-to-cancel.ts';
import { readAsked } from './asked-booking.ts';
import { askCancellation, noteRefused, settleCancelled } from './cancellation-rows.ts';

/** Cancels in editors' agendas what they booked in one step. */
export class EditorCancellations {
  readonly #database: Database;
  readonly #asking: Pick<Asking, 'put'>;
  readonly #reader: AppointmentReader;

  constructor(database: Database, asking: Pick<Asking, 'put'>, reader: AppointmentReader) {
    this.#database = database;
    this.#asking = asking;
    this.#reader = reader;
  }

  /**
   * Cancels. Written down before the editor is asked; what it has not answered in time is asked again by
   * the outbox. One that was never known to be booked is given up at once, and cancelled there to be sure.
   *
   * @returns null for one that no editor booked in one step.
   * @throws {ProblemError} 403, 404, 409 `invalid-transition`, also where the editor does not cancel it.
   */
  async cancel(caller: Caller, id: string): Promise<components['schemas']['Appointment'] | null> {
    if (!isId(id) || (await readAsked(this.#database, id)) === null) return null;
    const before = await this.#database.transaction(async (sql) => {
      const { status, startsAt } = await this.#reader.lock(sql, caller, id, undefined);
      const asked = (await readAsked(sql, id))!;
      if (status === 'cancelled') {
        if (asked.cancellation === null) return null;
      } else {
        checkTransition(caller, status, 'cancelled', { now: await databaseNow(sql), startsAt });
        if (asked.begun) throw new ProblemError('invalid-transition', 'It has begun.');
      }
      const { subject } = caller.identity;
      if (status === 'pending') {
        await actAs(sql, subject);
        await sql.query(`update appointment set status = 'cancelled' where id = $1`, [id]);
      }
      await askCancellation(sql, id, subject);
      return status;
    });
    const said = before === null ? null : await this.askNow(id);
    if (said === 'refused' && before === 'booked') {
      throw new ProblemError(
        'invalid-transition',
        'Its editor does not cancel it here: the practice does.',
      );
    }
    return this.#reader.readById(id);
  }

  /** Asks the editor at once, where somebody wants it cancelled; what it does not answer the outbox asks. */
  async askNow(id: string): Promise<CancelOutcome> {
    const asked = await readAsked(this.#database, id);
    if (asked?.cancellation !== 'asked' || asked.underWay) return 'unknown';
    const editor = await editorById(this.#database, asked.editorId);
    if (editor === null || !editor.enabled) return 'unknown';
    const said = await askToCancel(this.#asking, editor, asked, new AbortController().signal);
    if (said === 'cancelled') await settleCancelled(this.#database, id);
    if (said === 'refused') await noteRefused(this.#database, id);
    return said;
  }
}
