import type { LiveCard } from '@sas-kit/client/watch';
import { civilTime } from '../../../format/civil.ts';
import { fewest } from '../slot-grid.ts';

type AnySlot = LiveCard['slots'][number];

/** Slots of the latest card that the card has not. */
export function newSlots(card: LiveCard, latest: LiveCard | undefined): AnySlot[] {
  const known = new Set(card.slots.map(({ id }) => id));
  return (latest?.slots ?? []).filter(({ id }) => !known.has(id));
}

/**
 * Whether a new slot only lengthens what is folded: it comes behind the times of its day that the card
 * shows, and the way to further ones is there already.
 *
 * @param expanded - ids of the cards that show all their times
 */
export function isFolded(
  card: LiveCard,
  { start }: AnySlot,
  expanded: ReadonlySet<string>,
): boolean {
  if (expanded.has(card.id)) return false;
  const zone = card.location.timeZone;
  const dayOf = (instant: string) => civilTime(instant, zone).date;
  const day = dayOf(start);
  const starts = card.slots
    .filter((slot) => dayOf(slot.start) === day)
    .map((slot) => Date.parse(slot.start))
    .sort((one, other) => one - other);
  const last = starts[fewest - 1];
  if (last === undefined || Date.parse(start) < last) return false;
  return starts.length > fewest || card.moreSlots > 0;
}
