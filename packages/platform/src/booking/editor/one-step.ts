import type { Asking } from '../../aggregation/asking.ts';
import { regulatorUrl } from '../../aggregation/booking-url.ts';
import { editorById } from '../../aggregation/editors.ts';
import { oneStepSlot, withdrawOneStepSlot } from '../../aggregation/one-step-slots.ts';
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
import { rolesWith } from '../../identity/rights.ts';
import { enqueue } from '../../outbox/rows.ts';
import type { AppointmentReader } from '../appointment-reader.ts';
import { type BookingLimits, refusalToBook } from '../policy.ts';
import type { Refusals } from '../refusals.ts';
import { SlotTakenSignal, UnknownSlotSignal } from '../slot-lock.ts';
import { askToBook, type AskOutcome } from './ask-to-book.ts';
import {
  type AskedBooking,
  noteUnknown,
  readAsked,
  removeAsked,
  settleBooked,
} from './asked-booking.ts';
import { insertWaiting } from './waiting.ts';

type Appointment = components['schemas']['Appointment'];

/** The kind of outbox rows that find out what came of a booking; each editor is a lane. */
export const BOOKING_KIND = 'editor-booking';
/** From the editor's deadline until its request is repeated, seconds. */
const AFTER_DEADLINE_SECONDS = 5;

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

  constructor(
    database: Database,
    asking: Pick<Asking, 'post'>,
    limits: BookingLimits,
    reader: AppointmentReader,
    refusals: Refusals,
  ) {
    this.#database = database;
    this.#asking = asking;
    this.#limits = limits;
    this.#reader = reader;
    this.#refusals = refusals;
  }

  /**
   * Books for a regulation. Written down before the editor is asked: what the editor has not answered in
   * time is `pending` and found out by the outbox, by the same request, or by INT_R03.
   *
   * @returns null where this caller does not book this slot so.
   * @throws {ProblemError} 409 `slot-taken` with alternatives, 422 for a rule or `not-bookable-here`.
   */
  async book(
    caller: Caller,
    { slotId, contact, holdId }: components['schemas']['AppointmentRequest'],
    creation: IdempotentCreation,
  ): Promise<Appointment | null> {
    if (rolesWith(caller, 'appointment:book-at-editor', 'visible').length === 0) return null;
    if (contact !== undefined || holdId !== undefined) return null;
    if ((await oneStepSlot(this.#database, caller, slotId, { lock: false })) === null) return null;
    return this.#refusals.explain(caller, async () => {
      const made = await createOnce(this.#database, creation, (sql) =>
        this.#write(sql, caller, slotId),
      );
      const asked = await readAsked(this.#database, made.id);
      if (made.created && asked !== null) await this.#ask(asked, creation);
      else if (asked?.underWay === true) throw new ProblemError('idempotency-key-in-use');
      return readMade(made, (id) => this.#reader.readById(id));
    });
  }

  async #write(sql: Sql, caller: Caller, slotId: string): Promise<string> {
    const slot = await oneStepSlot(sql, caller, slotId, { lock: true });
    if (slot === null) throw new UnknownSlotSignal(slotId);
    const bookable = {
      ...slot,
      state: slot.offered ? ('live' as const) : ('withdrawn' as const),
      remaining: (await isWaitedFor(sql, slotId)) ? 0 : 1,
      territory: null,
    };
    const refusal = refusalToBook(bookable, caller, await databaseNow(sql), this.#limits);
    if (refusal === 'slot-taken') throw new SlotTakenSignal(slotId);
    if (refusal !== null) throw refusal;
    const id = await insertWaiting(sql, caller, slot, slot.bookingUrl);
    const afterSeconds = slot.editorDeadlineMs / 1_000 + AFTER_DEADLINE_SECONDS;
    await sql.query(
      `update appointment set asked_slot = $2, asked_until = sas_now() + make_interval(secs => $3)
       where id = $1`,
      [id, slot.ownId, afterSeconds],
    );
    const payload = { appointment: id };
    await enqueue(sql, {
      ...{ kind: BOOKING_KIND, lane: slot.editorId, subject: id, payload },
      afterSeconds,
    });
    return id;
  }

  /** The first request: where nothing came of it, there is no appointment. */
  async #ask(asked: AskedBooking, creation: IdempotentCreation): Promise<void> {
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
        await this.#takeBack(asked, creation, { withdraw: true });
        throw new SlotTakenSignal(asked.slotId);
      default: {
        await this.#takeBack(asked, creation, { withdraw: false });
        const bookingUrl = regulatorUrl(asked.bookingUrl);
        throw new ProblemError('not-bookable-here', NOT_BOOKED[said.outcome], {
          extension: { bookingUrl },
        });
      }
    }
  }

  #takeBack(
    asked: AskedBooking,
    creation: IdempotentCreation,
    { withdraw }: { withdraw: boolean },
  ): Promise<void> {
    return this.#database.transaction(async (sql) => {
      if (withdraw) await withdrawOneStepSlot(sql, asked.slotId);
      await removeAsked(sql, asked);
      await forgetMade(sql, creation);
    });
  }
}

/** Somebody asked for it, and what came of that is not known yet. */
async function isWaitedFor(sql: Sql, slotId: string): Promise<boolean> {
  const rows = await sql.query(
    `select 1 as one from appointment where vendor_slot_id = $1 and asked_slot is not null
       and status = 'pending' and overdue_at > sas_now() limit 1`,
    [slotId],
  );
  return rows.length > 0;
}
