import type { AgendaSource, BookingRequest } from '@sas-kit/connector';
import type { TestVendor } from './test-vendor.ts';

const MINUTES_15 = 900_000;

/** What a test vendor that books in one step has in its own database, as the connector asks of one. */
export class OneStepAgenda {
  /** Requests that it was asked to book, in order. */
  readonly requests: BookingRequest[] = [];
  /** Identifiers that it was asked to cancel, in order. */
  readonly cancellations: string[] = [];
  /** Identifier → slot: what stands in its agenda. */
  readonly booked = new Map<string, string>();
  /** What happens after it has booked or cancelled and before it says so. */
  afterwards: () => void = () => undefined;
  /** By how much what it says is later than what it was asked for. */
  shiftMs = 0;
  /** Whether it lets bookings be cancelled so. */
  cancels = true;
  /** Set once it has started: what it offers is what it books. */
  vendor: TestVendor | undefined;

  /** The same identifier is the same booking. */
  readonly book: NonNullable<AgendaSource['book']> = (request) => {
    this.requests.push(request);
    const { value } = request.appointment.identifier;
    const others = [...this.booked].filter(([identifier]) => identifier !== value);
    if (others.some(([, slot]) => slot === request.slot)) return { outcome: 'taken' };
    const start = Date.parse(request.appointment.start);
    const offered = this.vendor?.slots.some((slot) => Date.parse(slot.start) === start) ?? false;
    if (!offered) return { outcome: 'unknown' };
    this.booked.set(value, request.slot);
    this.afterwards();
    return {
      outcome: 'booked',
      start: new Date(start + this.shiftMs).toISOString(),
      end: new Date(start + this.shiftMs + MINUTES_15).toISOString(),
    };
  };

  readonly cancel: NonNullable<AgendaSource['cancel']> = ({ appointment }) => {
    const { value } = appointment.identifier;
    this.cancellations.push(value);
    if (!this.cancels) return { outcome: 'refused' };
    if (!this.booked.delete(value)) return { outcome: 'unknown' };
    this.afterwards();
    return { outcome: 'cancelled' };
  };
}
