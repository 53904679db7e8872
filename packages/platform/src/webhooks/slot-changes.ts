/** What a transaction did to a slot. */
export type SlotChange = 'published' | 'withdrawn' | 'taken' | 'released';

/** One after the other, as they were made: slot and change. */
export type NotedChanges = readonly (readonly [slot: string, change: SlotChange])[];

/** Slots of one event; the rest comes in another. */
export const SLOTS_PER_EVENT = 100;

/** Slots that changed in the same way. */
export interface SlotGroup {
  change: SlotChange;
  slots: readonly string[];
}

/**
 * What there is to tell of all that one transaction did to the slots of an agenda. Of what is offered
 * the last word counts: a slot that is lifted out and put elsewhere was published. What was taken and
 * released again is not told. Withdrawals come first, as they make room.
 */
export function coalesceChanges(noted: NotedChanges): SlotGroup[] {
  const offered = new Map<string, SlotChange>();
  const booked = new Map<string, number>();
  for (const [slot, change] of noted) {
    if (change === 'published' || change === 'withdrawn') offered.set(slot, change);
    else booked.set(slot, (booked.get(slot) ?? 0) + (change === 'taken' ? 1 : -1));
  }
  const offeredAs = (wanted: SlotChange) => keysWhere(offered, (change) => change === wanted);
  return [
    ...groups('withdrawn', offeredAs('withdrawn')),
    ...groups('published', offeredAs('published')),
    ...groups(
      'released',
      keysWhere(booked, (places) => places < 0),
    ),
    ...groups(
      'taken',
      keysWhere(booked, (places) => places > 0),
    ),
  ];
}

function keysWhere<V>(map: ReadonlyMap<string, V>, holds: (value: V) => boolean): string[] {
  return [...map].flatMap(([key, value]) => (holds(value) ? [key] : []));
}

function groups(change: SlotChange, slots: readonly string[]): SlotGroup[] {
  const count = Math.ceil(slots.length / SLOTS_PER_EVENT);
  return Array.from({ length: count }, (_, index) => ({
    change,
    slots: slots.slice(index * SLOTS_PER_EVENT, (index + 1) * SLOTS_PER_EVENT),
  }));
}
