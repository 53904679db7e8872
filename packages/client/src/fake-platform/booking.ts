import type { Caller } from './callers.ts';
import type { ErrorCode } from './contract.ts';
import { distanceKm } from './distance.ts';
import { alternative, remainingOf } from './present.ts';
import { bodyRefusal, notFound, Refusal } from './problem.ts';
import { sees } from './visibility.ts';
import {
  heldOf,
  type HoldRecord,
  LIMITS,
  type ScheduleRecord,
  type SlotRecord,
  type World,
} from './world.ts';

const ALTERNATIVES = 5;
const ALTERNATIVES_KM = 10;

/** A slot that can still be taken and that this caller may know of. */
export function isOffered(
  world: World,
  caller: Caller,
  slot: SlotRecord,
  schedule: ScheduleRecord,
): boolean {
  return (
    slot.withdrawnBy === null &&
    slot.start > world.now() &&
    remainingOf(world, slot) > 0 &&
    sees(caller, slot, schedule)
  );
}

/** The next free slots instead of one: of the same agenda first, then of its colleagues nearby. */
function slotTaken(world: World, caller: Caller, taken: SlotRecord): Refusal {
  const own = world.schedules.get(taken.scheduleId)!;
  const specialties = own.practitioner?.specialties ?? ['SM54'];
  const latest = world.now() + LIMITS.bookingWindowMs;
  const found = [...world.slots.values()]
    .filter((slot) => slot !== taken && slot.booking === 'ROUTINE' && slot.start < latest)
    .map((slot) => ({ slot, schedule: world.schedules.get(slot.scheduleId)! }))
    .filter(
      ({ slot, schedule }) =>
        distanceKm(own.location, schedule.location) <= ALTERNATIVES_KM &&
        (schedule.practitioner?.specialties ?? ['SM54']).some((each) =>
          specialties.includes(each),
        ) &&
        isOffered(world, caller, slot, schedule),
    )
    .sort(
      (one, other) =>
        Number(one.schedule !== own) - Number(other.schedule !== own) ||
        one.slot.start - other.slot.start,
    )
    .slice(0, ALTERNATIVES);
  const alternatives = found.map(({ slot, schedule }) =>
    alternative(world, caller, slot, schedule),
  );
  return new Refusal('slot-taken', undefined, { extension: { alternatives } });
}

/** A slot that the caller may know of, and its agenda. @throws {Refusal} 404. */
export function knownSlot(world: World, caller: Caller, slotId: string) {
  const slot = world.slots.get(slotId);
  const schedule = slot && world.schedules.get(slot.scheduleId);
  if (slot && schedule && sees(caller, slot, schedule)) return { slot, schedule };
  throw notFound('slot');
}

/**
 * The slot that a caller wants to take, and its agenda.
 *
 * @param own the caller's own hold, which does not count against it.
 * @throws {Refusal} 404, 409 `slot-taken` with alternatives, 422 for a rule.
 */
export function takeable(
  world: World,
  caller: Caller,
  slotId: string,
  own?: HoldRecord,
): { slot: SlotRecord; schedule: ScheduleRecord } {
  const { slot, schedule } = knownSlot(world, caller, slotId);
  const refuse = (code: ErrorCode, detail: string) => bodyRefusal(code, '/slotId', detail);
  if (slot.booking === 'WALKIN') {
    throw refuse('walk-in', 'One simply comes: this range is without appointment.');
  }
  if (slot.start <= world.now()) throw refuse('slot-in-past', 'The slot has begun.');
  if (slot.start - world.now() > LIMITS.bookingWindowMs) {
    throw refuse('outside-window', 'The slot is more than 72 h ahead.');
  }
  const { publicBooking } = world.territories.get(schedule.territory ?? '')?.territory ?? {};
  if (caller.kind === 'public' && publicBooking?.enabled !== true) {
    throw new Refusal('public-booking-off', 'This territory does not offer public booking.');
  }
  const left = slot.capacity - slot.booked - heldOf(world, slot.id, own);
  if (slot.withdrawnBy === null && left > 0) return { slot, schedule };
  throw slotTaken(world, caller, slot);
}
