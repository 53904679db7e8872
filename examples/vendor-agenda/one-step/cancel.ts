import type { AgendaSource } from '@sas-kit/connector';
import type { Store } from '../store/store.ts';
import { bookingId } from './book.ts';

/** Cancels what was booked in one step, until it begins. */
export function cancelInOneStep(
  { slots, bookings }: Store,
  now: () => Date,
): NonNullable<AgendaSource['cancel']> {
  return ({ appointment }) => {
    const booking = bookings.find(bookingId(appointment.identifier));
    if (booking === null) return { outcome: 'unknown' };
    if (booking.cancelledAt !== null) return { outcome: 'cancelled' };
    const opening = slots.find(booking.slot);
    if (opening === null || opening.start <= now()) return { outcome: 'refused' };
    bookings.cancel(booking.id, now());
    return { outcome: 'cancelled' };
  };
}
