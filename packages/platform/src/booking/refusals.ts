import { regulatorUrl } from '../aggregation/slots/booking-url.ts';
import type { OpenedSlots } from '../aggregation/calling/opened-slots.ts';
import { presentAlternative } from '../availability/present.ts';
import { findAlternatives, isPublic } from '../availability/search.ts';
import type { Database } from '../database/database.ts';
import { notFound, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { type BookingLimits, walkInProblem } from './policy.ts';
import { SlotTakenSignal, UnknownSlotSignal } from './slot-lock.ts';

/** Says why a slot is not taken: who was first, or where else it is booked. */
export class Refusals {
  readonly #database: Database;
  readonly #limits: BookingLimits;
  readonly #vendors: OpenedSlots;

  constructor(database: Database, limits: BookingLimits, vendors: OpenedSlots) {
    this.#database = database;
    this.#limits = limits;
    this.#vendors = vendors;
  }

  /**
   * Runs a booking. Whoever comes second is told the next free slots; whoever wants the slot of a vendor,
   * where it is booked.
   *
   * @throws {ProblemError} 404, 409 `slot-taken` with alternatives, 422 `not-bookable-here`.
   */
  async explain<T>(caller: Caller, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof SlotTakenSignal) throw await this.taken(caller, error.slotId);
      if (error instanceof UnknownSlotSignal) throw await this.#elsewhere(caller, error.slotId);
      throw error;
    }
  }

  /** Somebody else has it: which slots are free next. */
  async taken(caller: Caller, slotId: string): Promise<ProblemError> {
    const now = await this.#database.now();
    const to = new Date(now.getTime() + this.#limits.bookingWindowHours * 3_600_000);
    const found = await findAlternatives(this.#database, caller, slotId, { from: now, to });
    const alternatives = found.map((slot) => presentAlternative(slot, caller));
    return new ProblemError('slot-taken', undefined, { extension: { alternatives } });
  }

  /** It is none of the platform's: that of a vendor, which is asked again, or nobody's. */
  async #elsewhere(caller: Caller, slotId: string): Promise<ProblemError> {
    const slot = await this.#vendors.open(caller, slotId);
    if (slot === null) return notFound('slot');
    if (slot.state === 'gone') return this.taken(caller, slotId);
    if (slot.booking === 'WALKIN') return walkInProblem();
    const bookingUrl = isPublic(caller) ? slot.bookingUrl : regulatorUrl(slot.bookingUrl);
    return new ProblemError('not-bookable-here', undefined, { extension: { bookingUrl } });
  }
}
