import { occurrencesOf, type WantedSlot } from './occurrences.ts';
import { offerOf } from './offer.ts';
import {
  heldOf,
  overlap,
  type Period,
  type ScheduleRecord,
  type SlotRecord,
  type World,
} from './world.ts';

/** What became of a push. */
export interface Replaced {
  created: number;
  kept: number;
  removed: number;
  conflicts: { ref: string; reason: 'overlap' | 'booked' | 'absence' | 'past' }[];
}

/** What somebody is booked in or may book: nothing new covers it. */
const stands = (slot: SlotRecord) => slot.withdrawnBy === null || slot.booked > 0;
const samePeriod = (one: Period, other: Period) =>
  one.start === other.start && one.end === other.end;

function withdraw(slot: SlotRecord, by: 'absence' | 'rule' | 'push'): void {
  if (slot.withdrawnBy === by) return;
  slot.withdrawnBy = by;
  slot.version += 1;
}

function absent(world: World, schedule: ScheduleRecord, period: Period): boolean {
  return [...world.absences.values()].some(
    (absence) => absence.scheduleId === schedule.id && overlap(absence, period),
  );
}

/**
 * Brings the slots of one source in step with what it wants. A booked slot is never moved, and its
 * booking always stays; nothing wanted covers another slot that is offered or booked.
 */
function settle(
  world: World,
  schedule: ScheduleRecord,
  origin: 'rule' | 'push',
  wanted: readonly WantedSlot[],
  inWindow: (slot: SlotRecord) => boolean,
): Replaced {
  const all = [...world.slots.values()].filter(({ scheduleId }) => scheduleId === schedule.id);
  const known = new Map(
    all.filter((slot) => slot.origin === origin).map((slot) => [slot.key, slot]),
  );
  const keys = new Set(wanted.map(({ key }) => key));
  const result: Replaced = { created: 0, kept: 0, removed: 0, conflicts: [] };
  for (const slot of known.values()) {
    const simplyBooked = origin === 'push' && slot.booked === slot.capacity;
    if (slot.withdrawnBy !== null || keys.has(slot.key!) || !inWindow(slot) || simplyBooked)
      continue;
    withdraw(slot, origin);
    result.removed += 1;
  }
  // Those that are wanted make room for one another; the booked ones stand first.
  const own = new Set<SlotRecord>(
    wanted.flatMap(({ key }) => known.get(key) ?? []).filter(({ booked }) => booked === 0),
  );
  const taken: Period[] = all.filter((slot) => stands(slot) && !own.has(slot));
  for (const slot of [...wanted].sort((one, other) => one.start - other.start)) {
    const before = known.get(slot.key);
    if (before?.withdrawnBy === 'owner') continue;
    const reason = conflictOf(world, schedule, slot, before, taken);
    if (reason !== null) {
      result.conflicts.push({ ref: slot.key, reason });
      if (before && reason !== 'booked') withdraw(before, reason === 'absence' ? reason : origin);
      continue;
    }
    if ((before?.booked ?? 0) === 0) taken.push(slot);
    if (before) keep(before, slot);
    else add(world, schedule, origin, slot);
    result[before ? 'kept' : 'created'] += 1;
  }
  return result;
}

function conflictOf(
  world: World,
  schedule: ScheduleRecord,
  slot: WantedSlot,
  before: SlotRecord | undefined,
  taken: readonly Period[],
): Replaced['conflicts'][number]['reason'] | null {
  const moved = !before || !samePeriod(before, slot);
  const booked = before?.booked ?? 0;
  if (before && moved && booked + heldOf(world, before.id) > 0) return 'booked';
  if (moved && slot.start <= world.now()) return 'past';
  if (absent(world, schedule, slot)) return 'absence';
  return booked === 0 && taken.some((other) => overlap(other, slot)) ? 'overlap' : null;
}

function keep(slot: SlotRecord, wanted: WantedSlot): void {
  const { start, end } = wanted;
  const capacity = Math.max(wanted.capacity, slot.booked);
  const next = { start, end, ...offerOf(wanted), capacity, withdrawnBy: null };
  const before = {
    start: slot.start,
    end: slot.end,
    ...offerOf(slot),
    withdrawnBy: slot.withdrawnBy,
  };
  if (JSON.stringify(next) === JSON.stringify(before)) return;
  Object.assign(slot, next, { version: slot.version + 1 });
}

function add(
  { slots, newId }: World,
  { id: scheduleId }: ScheduleRecord,
  origin: SlotRecord['origin'],
  wanted: WantedSlot,
): void {
  const id = newId();
  slots.set(id, { id, scheduleId, origin, ...wanted, booked: 0, withdrawnBy: null, version: 1 });
}

/** Brings all weekly rules of an agenda in step, from now to the horizon. */
export function materialise(world: World, schedule: ScheduleRecord): void {
  const rules = [...world.rules.values()].filter(
    (rule) => rule.scheduleId === schedule.id && !rule.ended,
  );
  const now = world.now();
  const wanted = rules.flatMap((rule) => occurrencesOf(rule, schedule, now));
  settle(world, schedule, 'rule', wanted, ({ start }) => start > now);
}

/** A vendor's window: all pushed slots that start in it are what it sends, no more, no less. */
export function replacePushed(
  world: World,
  schedule: ScheduleRecord,
  window: Period,
  wanted: readonly WantedSlot[],
): Replaced {
  const now = world.now();
  const inWindow = ({ start }: Period) =>
    start >= window.start && start < window.end && start > now;
  return settle(world, schedule, 'push', wanted, inWindow);
}

/** After an absence has come, moved or gone: its slots go, or come back with the same ids. */
export function replan(world: World, schedule: ScheduleRecord): void {
  for (const slot of world.slots.values()) {
    if (slot.scheduleId !== schedule.id || slot.origin === 'rule') continue;
    if (slot.start <= world.now()) continue;
    const away = absent(world, schedule, slot);
    if (away && slot.withdrawnBy === null) withdraw(slot, 'absence');
    else if (!away && slot.withdrawnBy === 'absence') {
      slot.withdrawnBy = null;
      slot.version += 1;
    }
  }
  materialise(world, schedule);
}
