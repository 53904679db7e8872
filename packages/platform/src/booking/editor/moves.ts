import { asList, asObject, asObjects } from '@sas-kit/fhir/json';
import type { Asking } from '../../aggregation/asking/asking.ts';
import { editorById } from '../../aggregation/editors/editors.ts';
import { EditorFault } from '../../aggregation/asking/fault.ts';
import { readJson } from '../../aggregation/asking/read-answer.ts';
import { type Database, databaseNow } from '../../database/database.ts';
import { isId } from '../../database/ids.ts';
import type { components } from '../../generated/platform.ts';
import { bodyProblem, ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { AppointmentReader } from '../appointment-reader.ts';
import { readAsked } from './asked-booking.ts';
import type { EditorCancellations } from './cancellations.ts';
import type { OneStepBookings } from './one-step.ts';

/** Moves what editors booked in one step: the new one is booked, then the former is cancelled. */
export class EditorMoves {
  readonly #database: Database;
  readonly #asking: Pick<Asking, 'get'>;
  readonly #reader: AppointmentReader;
  readonly #bookings: OneStepBookings;
  readonly #cancellations: EditorCancellations;

  constructor(
    database: Database,
    asking: Pick<Asking, 'get'>,
    reader: AppointmentReader,
    bookings: OneStepBookings,
    cancellations: EditorCancellations,
  ) {
    this.#database = database;
    this.#asking = asking;
    this.#reader = reader;
    this.#bookings = bookings;
    this.#cancellations = cancellations;
  }

  /**
   * Moves to another slot that an editor books in one step.
   *
   * @returns the appointment that takes its place; null for one that no editor booked in one step.
   * @throws {ProblemError} 403, also `medical-decision`, 404, 409 `slot-taken`, `hold-expired`, or `invalid-transition`, also where
   *   the editor does not cancel in one step; 422 `not-bookable-here` for a slot of another kind.
   */
  async move(
    caller: Caller,
    id: string,
    { slotId, holdId }: components['schemas']['RescheduleRequest'],
  ): Promise<components['schemas']['Appointment'] | null> {
    const asked = isId(id) ? await readAsked(this.#database, id) : null;
    if (asked === null) return null;
    await this.#database.transaction(async (sql) => {
      const { status, startsAt } = await this.#reader.lock(sql, caller, id, undefined);
      const comes = startsAt > (await databaseNow(sql)) && asked.cancellation === null;
      if (status === 'booked' && comes) return;
      throw new ProblemError('invalid-transition', 'Only a coming, booked appointment is moved.');
    });
    if (asked.slotId === slotId) return this.#reader.readById(id);
    await this.#checkCancels(asked.editorId);
    const request = { slotId, ...(holdId !== undefined && { holdId }) };
    const creation = { scope: caller.scope, key: undefined, request };
    const made = await this.#bookings.book(caller, request, creation, id);
    if (made === null) {
      const detail = 'It is moved to a slot of an editor that is booked here.';
      throw bodyProblem('not-bookable-here', '/slotId', detail);
    }
    if (made.status === 'booked') await this.#cancellations.askNow(id);
    return this.#reader.readById(made.id);
  }

  /** Two appointments instead of one would stand where the former cannot be cancelled. */
  async #checkCancels(editorId: string): Promise<void> {
    const editor = await editorById(this.#database, editorId);
    if (editor === null || !editor.enabled || !editor.booksInOneStep) throw notMoved();
    try {
      const { signal } = new AbortController();
      const said = readJson(await this.#asking.get(editor, '/metadata', signal));
      if (cancelsInOneStep(said)) return;
    } catch (error) {
      if (!(error instanceof EditorFault)) throw error;
      throw new ProblemError('invalid-transition', 'Its editor cannot be asked: nothing is moved.');
    }
    throw notMoved();
  }
}

const notMoved = () =>
  new ProblemError(
    'invalid-transition',
    'Its editor does not cancel it here: the practice moves it.',
  );

/** Whether a CapabilityStatement says that appointments are updated. */
function cancelsInOneStep(statement: unknown): boolean {
  return asObjects(asObject(statement)?.['rest'])
    .flatMap(({ resource }) => asObjects(resource))
    .filter(({ type }) => type === 'Appointment')
    .flatMap(({ interaction }) => asList(interaction))
    .some((each) => asObject(each)?.['code'] === 'update');
}
