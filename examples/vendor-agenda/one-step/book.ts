import type { AgendaSource, BookingRequest } from '@sas-kit/connector';
import type { Store } from '../store/store.ts';

/** Nobody else's booking has such an id: the program's own are UUIDs. */
export function bookingId({ system, value }: BookingRequest['appointment']['identifier']): string {
  return `${system}|${value}`;
}

/** Books in one step for SAS Kit's own platform, which asks again under the same identifier until it knows. */
export function bookInOneStep(
  { slots, bookings, accounts }: Store,
  now: () => Date,
): NonNullable<AgendaSource['book']> {
  return ({ slot, appointment, reference }) => {
    const opening = slots.find(slot);
    if (opening === null) return { outcome: 'unknown' };
    const { identifier, regulator } = appointment;
    const id = bookingId(identifier);
    const account = accounts.holding(regulator.kind, regulator.value).find(({ active }) => active);
    const by = account?.id ?? regulator.value;
    const booking = bookings.find(id) ?? bookings.take(slot, by, now(), { id, reference });
    // One that the practice has cancelled since is not given out again.
    if (booking?.slot !== slot || booking.cancelledAt !== null) return { outcome: 'taken' };
    const { start, end } = opening;
    return { outcome: 'booked', start: start.toISOString(), end: end.toISOString() };
  };
}
