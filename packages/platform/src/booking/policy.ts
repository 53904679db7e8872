import type { components } from '../generated/platform.ts';
import { contract } from '../http/contract.ts';
import { bodyProblem, ProblemError } from '../http/problem.ts';
import type { Caller, Role } from '../identity/caller.ts';

export type AppointmentStatus = components['schemas']['AppointmentStatus'];

/** Limits of booking; settings. */
export interface BookingLimits {
  holdSeconds: number;
  holdExtensions: number;
  /** Live holds of one address. */
  holdsPerAddress: number;
  /** Public bookings of one address and civil day. */
  publicBookingsPerDay: number;
  /** How far ahead a slot may be booked, hours. */
  bookingWindowHours: number;
  /** Bits of the proof that a public booking needs; 0 asks for none. */
  proofDifficulty: number;
}

/** What the rules of booking look at. */
export interface BookableSlot {
  startsAt: Date;
  booking: 'ROUTINE' | 'WALKIN';
  state: 'live' | 'withdrawn';
  /** Places left for this caller, its own hold not counted against it. */
  remaining: number;
  territory: { publicBooking: boolean } | null;
}

/**
 * Why this caller may not take the slot, or null. `slot-taken` comes last: the other reasons hold
 * whoever is first.
 *
 * @param pointer the place in the body that names the slot.
 */
export function refusalToBook(
  slot: BookableSlot,
  caller: Caller,
  now: Date,
  limits: BookingLimits,
  pointer = '/slotId',
): ProblemError | 'slot-taken' | null {
  if (slot.booking === 'WALKIN') return walkInProblem(pointer);
  if (slot.startsAt <= now) return bodyProblem('slot-in-past', pointer, 'The slot has begun.');
  if (slot.startsAt.getTime() - now.getTime() > limits.bookingWindowHours * 3_600_000) {
    const detail = `The slot is more than ${limits.bookingWindowHours} h ahead.`;
    return bodyProblem('outside-window', pointer, detail);
  }
  if (caller.kind === 'public' && slot.territory?.publicBooking !== true) {
    return new ProblemError('public-booking-off', 'This territory does not offer public booking.');
  }
  return slot.state === 'live' && slot.remaining > 0 ? null : 'slot-taken';
}

/** Nobody takes a range to which one simply comes. @param pointer names it in the body. */
export function walkInProblem(pointer = '/slotId'): ProblemError {
  return bodyProblem('walk-in', pointer, 'One simply comes: this range is without appointment.');
}

/** Who may take an appointment from one state to another: the contract's own table. */
const TRANSITIONS = contract.components.schemas['AppointmentStatus']!['x-transitions'] as readonly {
  from: AppointmentStatus;
  to: AppointmentStatus;
  by: readonly Role[];
}[];

/** @throws {ProblemError} 409 `invalid-transition`. */
export function checkTransition(
  caller: Caller,
  from: AppointmentStatus,
  to: AppointmentStatus,
  at: { now: Date; startsAt: Date },
): void {
  const allowed = TRANSITIONS.some(
    (each) =>
      each.from === from &&
      each.to === to &&
      caller.identity.roles.some((role) => each.by.includes(role)),
  );
  const begun = at.startsAt <= at.now;
  if (allowed && to === 'booked') return;
  if (allowed && (to === 'cancelled' ? !begun || caller.kind !== 'public' : begun)) return;
  const when = allowed ? (begun ? ' after its start' : ' before its start') : '';
  throw new ProblemError('invalid-transition', `It is ${from} and cannot become ${to}${when}.`);
}
