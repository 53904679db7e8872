import type { Asking } from '../../aggregation/asking/asking.ts';
import { regulatorUrl } from '../../aggregation/slots/booking-url.ts';
import { editorById } from '../../aggregation/editors/editors.ts';
import { oneStepSlot, withdrawOneStepSlot } from '../../aggregation/slots/one-step-slots.ts';
import { type Database, databaseNow, type Sql } from '../../database/database.ts';
import type { components } from '../../generated/platform.ts';
import {
  createOnce,
  forgetMade,
  type IdempotentCreation,
  readMade,
} from '../../http/idempotency.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { enqueue } from '../../outbox/rows.ts';
import type { AppointmentReader } from '../appointment-reader.ts';
import { type LiveHold, lockWithHold, reviveHold, useHold } from '../held-slot.ts';
import type { OrientationRules } from '../orientation-rules.ts';
import type { BookingLimits } from '../policy.ts';
import type { Refusals } from '../refusals.ts';
import { checkBookable, SlotTakenSignal, UnknownSlotSignal } from '../slot-lock.ts';
import { askToBook, type AskOutcome } from './ask-to-book.ts';
import {
  type AskedBooking,
  noteUnknown,
  readAsked,
  removeAsked,
  settleBooked,
} from './asked-booking.ts';
import { AFTER_DEADLINE_SECONDS } from './cancellation-rows.ts';
import { type LockedEditorSlot, lockEditorSlot } from './slot-lock.ts';
import { insertWaiting } from './waiting.ts';

type Appointment = components['schemas']['Appointment'];

/** The kind of outbox rows that find out what came of a booking; each editor is a lane. */
export const BOOKING_KIND = 'editor-booking';

/** Why a slot that is booked in one step was not. */
const NOT_BOOKED = {
  refused: 'Its editor does not book it in one step.',
  unsent: 'Its editor cannot be reached: nothing was booked.',
} as const;

/** Books in editors' agendas, where their connectors do that in one step: an addition of ours. */
export class OneStepBookings {
  readonly #database: Database;
  readonly #asking: Pick<Asking, 'post'>;
  readonly #limits: BookingLimits;
  readonly #reader: AppointmentReader;
  readonly #refusals: Refusals;
  readonly #rules: OrientationRules;

  constructor(
    database: Database,
    asking: Pick<Asking, 'post'>,
    limits: BookingLimits,
    reader: AppointmentReader,
    refusals: Refusals,
    rules: OrientationRules,
  ) {
    this.#database = database;
    this.#asking = asking;
    this.#limits = limits;
    this.#reader = reader;
    this.#refusals = refusals;
    this.#rules = rules;
  }

  /**
   * Books for a regulation. Written down before the editor is asked: what the editor has not answered in
   * time is `pending` and found out by the outbox, by the same request, or by INT_R03.
   *
   * @param replaces the appointment whose place it takes, once it is booked.
   * @returns null where this caller does not book this slot so.
   * @throws {ProblemError} 409 `slot-taken` with alternatives or `hold-expired`, 422 for a rule or
   *   `not-bookable-here`.
   */
  async book(
    caller: Caller,
    request: components['schemas']['AppointmentRequest'],
    creation: IdempotentCreation,
    replaces: string | null = null,
  ): Promise<Appointment | null> {
    const { slotId, contact } = request;
    if (contact !== undefined) return null;
    if ((await oneStepSlot(this.#database, caller, slotId, { lock: false })) === null) return null;
    return this.#refusals.explain(caller, async () => {
      let used: LiveHold | null = null;
      const made = await createOnce(this.#database, creation, async (sql) => {
        const { slot, hold } = await this.#take(sql, caller, request);
        used = hold;
        if (replaces !== null) {
          await checkReplaceable(sql, replaces);
          await this.#rules.checkMove(sql, caller, replaces, slot);
        }
        return write(sql, caller, slot, replaces);
      });
      const asked = await readAsked(this.#database, made.id);
      if (made.created && asked !== null) await this.#ask(asked, creation, used);
      else if (asked?.underWay === true) throw new ProblemError('idempotency-key-in-use');
      return readMade(made, (id) => this.#reader.readById(id));
    });
  }

  /** Takes the slot, by the caller's hold where there is one. */
  async #take(
    sql: Sql,
    caller: Caller,
    request: { slotId: string; holdId?: string },
  ): Promise<{ slot: LockedEditorSlot; hold: LiveHold | null }> {
    const { slotId } = request;
    const taken = await lockWithHold(sql, request, async (exceptHold) => {
      const slot = await lockEditorSlot(sql, caller, slotId, exceptHold);
      if (slot === null) throw new UnknownSlotSignal(slotId);
      return slot;
    });
    checkBookable(taken.slot, caller, await databaseNow(sql), this.#limits);
    if (taken.hold !== null) await useHold(sql, taken.hold);
    return taken;
  }

  /** The first request: where nothing came of it, there is no appointment. */
  async #ask(
    asked: AskedBooking,
    creation: IdempotentCreation,
    used: LiveHold | null,
  ): Promise<void> {
    const editor = await editorById(this.#database, asked.editorId);
    const said: AskOutcome =
      editor === null
        ? { outcome: 'unsent' }
        : await askToBook(this.#asking, editor, asked, new AbortController().signal);
    switch (said.outcome) {
      case 'booked':
        return settleBooked(this.#database, asked);
      case 'unknown':
        return noteUnknown(this.#database, asked);
      case 'taken':
      case 'gone':
        await this.#takeBack(asked, creation, (sql) => withdrawOneStepSlot(sql, asked.slotId));
        throw new SlotTakenSignal(asked.slotId);
      default: {
        await this.#takeBack(asked, creation, async (sql) => {
          if (used !== null) await reviveHold(sql, used);
        });
        const bookingUrl = regulatorUrl(asked.bookingUrl);
        throw new ProblemError('not-bookable-here', NOT_BOOKED[said.outcome], {
          extension: { bookingUrl },
        });
      }
    }
  }

  /** @param slot says what becomes of the slot: its row comes before the appointment's. */
  #takeBack(
    asked: AskedBooking,
    creation: IdempotentCreation,
    slot: (sql: Sql) => Promise<void>,
  ): Promise<void> {
    return this.#database.transaction(async (sql) => {
      await slot(sql);
      await removeAsked(sql, asked);
      await forgetMade(sql, creation);
    });
  }
}

/** Writes the appointment that its editor is asked for, and that it is asked again. */
async function write(
  sql: Sql,
  caller: Caller,
  slot: LockedEditorSlot,
  replaces: string | null,
): Promise<string> {
  const id = await insertWaiting(sql, caller, slot, slot.bookingUrl);
  const afterSeconds = slot.editorDeadlineMs / 1_000 + AFTER_DEADLINE_SECONDS;
  await sql.query(
    `update appointment set asked_slot = $2, asked_until = sas_now() + make_interval(secs => $3),
       replaces = $4 where id = $1`,
    [id, slot.ownId, afterSeconds, replaces],
  );
  const payload = { appointment: id };
  await enqueue(sql, {
    ...{ kind: BOOKING_KIND, lane: slot.editorId, subject: id, payload },
    afterSeconds,
  });
  return id;
}

/** Of two who move one appointment at once one does. @throws {ProblemError} 409 `invalid-transition`. */
async function checkReplaceable(sql: Sql, id: string): Promise<void> {
  const rows = await sql.query<{ stands: boolean }>(
    `select status = 'booked' and cancellation is null as stands from appointment
     where id = $1 for update`,
    [id],
  );
  const others = await sql.query(
    `select 1 as one from appointment where replaces = $1 and status in ('pending', 'booked')`,
    [id],
  );
  if (rows[0]?.stands === true && others.length === 0) return;
  throw new ProblemError('invalid-transition', 'It is being moved or cancelled.');
}
