import type { BookingAnswer, BookingRequest, CancellationAnswer } from '@sas-kit/connector';

/** A slot of a vendor. */
export interface VendorSlot {
  id: string;
  start: string;
  minutes: number;
}

interface Booking {
  slot: VendorSlot;
  cancelled: boolean;
}

/** What regulators booked with a vendor in one step; it ends with the process. */
export class Bookings {
  readonly #byIdentifier = new Map<string, Booking>();

  /** Whether a slot is free. */
  isFree(id: string): boolean {
    return ![...this.#byIdentifier.values()].some(
      ({ slot, cancelled }) => slot.id === id && !cancelled,
    );
  }

  /** @param slot the one that was asked for; undefined where the vendor has none. */
  book({ appointment }: BookingRequest, slot: VendorSlot | undefined): BookingAnswer {
    const { value } = appointment.identifier;
    const before = this.#byIdentifier.get(value);
    if (before !== undefined) return answerOf(before.slot);
    if (slot === undefined) return { outcome: 'unknown' };
    if (!this.isFree(slot.id)) return { outcome: 'taken' };
    this.#byIdentifier.set(value, { slot, cancelled: false });
    return answerOf(slot);
  }

  cancel(identifier: string): CancellationAnswer {
    const booking = this.#byIdentifier.get(identifier);
    if (booking === undefined) return { outcome: 'unknown' };
    booking.cancelled = true;
    return { outcome: 'cancelled' };
  }
}

function answerOf({ start, minutes }: VendorSlot): BookingAnswer {
  const end = new Date(Date.parse(start) + minutes * 60_000).toISOString();
  return { outcome: 'booked', start, end };
}
