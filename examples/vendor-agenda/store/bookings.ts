import { randomInt, randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { all, type Row, run, text } from './rows.ts';

/** An appointment. Who comes is in the patient's record, under the reference. */
export interface Booking {
  readonly id: string;
  readonly slot: string;
  /** `4K7P`: what both sides say on the telephone. */
  readonly reference: string;
  /** Account of the regulator who took it; `''` for the secretary. */
  readonly regulator: string;
  readonly takenAt: Date;
  readonly cancelledAt: Date | null;
}

/** Without what is misheard or misread: 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const LETTERS = '34679ACDEFGHJKMNPQRTUVWXY';
const ATTEMPTS = 20;

/** Appointments of the practice. */
export class Bookings {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  find(id: string): Booking | null {
    return all(this.#database, 'select * from booking where id = ?', id).map(booking)[0] ?? null;
  }

  /** The live ones of a slot, oldest first. */
  of(slot: string): Booking[] {
    const sql = `select * from booking where slot = ? and cancelled_at is null order by taken_at, id`;
    return all(this.#database, sql, slot).map(booking);
  }

  /**
   * Takes a slot that has room and does not lie behind. One statement: of two at once one gets it.
   *
   * @param regulator account of the regulator; `''` for the secretary.
   * @param given id and reference of somebody else's making, instead of its own.
   * @returns null when somebody was faster, it cannot be booked, or another appointment has that reference.
   */
  take(
    slot: string,
    regulator: string,
    now: Date,
    given: { readonly id?: string; readonly reference?: string | undefined } = {},
  ): Booking | null {
    const { id = randomUUID(), reference = this.#newReference() } = given;
    const sql = `insert into booking (id, slot, reference, regulator, taken_at)
      select ?1, slot.id, ?2, ?3, ?4 from slot
      where slot.id = ?5 and not busy and not walk_in and starts_at > ?4 and capacity >
        (select count(*) from booking where booking.slot = slot.id and cancelled_at is null)
      and not exists (select 1 from booking where reference = ?2 and cancelled_at is null)`;
    const taken = run(this.#database, sql, id, reference, regulator, now.getTime(), slot);
    return taken === 1 ? this.find(id) : null;
  }

  /** Cancels it; answers false when it was cancelled already. */
  cancel(id: string, now: Date): boolean {
    const sql = 'update booking set cancelled_at = ? where id = ? and cancelled_at is null';
    return run(this.#database, sql, now.getTime(), id) === 1;
  }

  #newReference(): string {
    const sql = 'select 1 from booking where reference = ? and cancelled_at is null';
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const reference = Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(
        '',
      );
      if (all(this.#database, sql, reference).length === 0) return reference;
    }
    throw new Error('No reference is free');
  }
}

function booking(row: Row): Booking {
  const cancelledAt = row['cancelled_at'] as number | null;
  return {
    id: text(row['id']),
    slot: text(row['slot']),
    reference: text(row['reference']),
    regulator: text(row['regulator']),
    takenAt: new Date(Number(row['taken_at'])),
    cancelledAt: cancelledAt === null ? null : new Date(cancelledAt),
  };
}
