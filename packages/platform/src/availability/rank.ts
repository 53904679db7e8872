import type { CardKey } from './query.ts';

/** The signed 64-bit number of a shuffle as text in the order of numbers. */
function sortable(shuffle: string): string {
  return (BigInt(shuffle) + 2n ** 63n).toString(16).padStart(16, '0');
}

/** Instants have 13 digits until 2286; a card without a slot comes after all of them. */
function startOf({ firstStart }: CardKey): string {
  return firstStart === null ? 'x'.repeat(13) : String(Date.parse(firstStart)).padStart(13, '0');
}

const LOWEST_SHUFFLE = String(-(2n ** 63n));
/** Distances that are computed twice differ by less, km. */
const NEAR_ENOUGH_KM = 0.01;

/**
 * A rank before which no card stands of an agenda at a distance that offers nothing to anybody before an
 * instant, or at all.
 */
export function lowestRank(
  { group, firstStart, km }: { group: number; firstStart: Date | null; km: number },
  order: 'recommended' | 'earliest' | 'nearest',
): string {
  const key = {
    empty: firstStart === null ? 1 : 0,
    late: 0,
    group,
    firstStart: firstStart?.toISOString() ?? null,
    ring: Math.max(0, Math.ceil(km - NEAR_ENOUGH_KM)),
    shuffle: LOWEST_SHUFFLE,
    id: '',
  };
  return rankOf(key, order);
}

/**
 * The place of a card in the order of its search as one text: sorted, these are the order of
 * `findCards`. For lists that are kept up to date where nobody can sort by SQL.
 */
export function rankOf(key: CardKey, order: 'recommended' | 'earliest' | 'nearest'): string {
  const ring = String(key.ring).padStart(5, '0');
  const [first, second] = order === 'nearest' ? [ring, startOf(key)] : [startOf(key), ring];
  const late = String(key.late).padStart(9, '0');
  return [key.empty, late, key.group, first, second, sortable(key.shuffle), key.id].join('.');
}
