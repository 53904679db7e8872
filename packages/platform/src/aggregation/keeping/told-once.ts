import type { AnsweredSlot, DescribedPlace } from './answered-slot.ts';

/** Reasons or communities of one slot, of all tellings together. */
const MOST_JOINED = 10;

/**
 * Slots of one professional or association, each once. A vendor asked by two flows tells of the slots of a
 * CPTS by both, and each flow has types of its own: who may know of one are all to whom either tells of it.
 *
 * Source: guide, pages of INT_R01 and INT_R04, `Slot.meta.security`.
 */
export class ToldOnce {
  readonly slots: AnsweredSlot[] = [];
  readonly #most: number;
  readonly #known = new Map<string, AnsweredSlot>();

  /** @param most slots that are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  /** @returns false for one too many, which is not kept. */
  add(slot: AnsweredSlot): boolean {
    const keys = keysOf(slot);
    const known = keys.map((key) => this.#known.get(key)).find((each) => each !== undefined);
    if (known === undefined && this.slots.length >= this.#most) return false;
    if (known === undefined) this.slots.push(slot);
    else Object.assign(known, joined(known, slot));
    for (const key of keys) this.#known.set(key, known ?? slot);
    return true;
  }
}

/** By the vendor's own id, or by time and place: its ids may be others in another flow. */
function keysOf({ ownId, place, startsAt, endsAt }: AnsweredSlot): string[] {
  const times = `${startsAt.getTime()} ${endsAt.getTime()}`;
  const where = `at ${placeKey(place)} ${times}`;
  return ownId === null ? [where] : [`id ${ownId} ${times}`, where];
}

/** What two tellings of one slot say together; of what only one of them can be true, the first. */
function joined(one: AnsweredSlot, other: AnsweredSlot): Partial<AnsweredSlot> {
  return {
    ownId: one.ownId ?? other.ownId,
    bookingUrl: one.bookingUrl ?? other.bookingUrl,
    modalities: union(one.modalities, other.modalities),
    visibility: union(one.visibility, other.visibility),
    communities: union(one.communities, other.communities),
    reasons: union(one.reasons, other.reasons),
    // Who does not say that the public may see it has not agreed.
    publicDisplay: [one, other].every(agrees) && (one.publicDisplay || other.publicDisplay),
  };
}

function agrees({ visibility, publicDisplay }: AnsweredSlot): boolean {
  return publicDisplay || !visibility.includes('PUBLIC');
}

/** Of both, each once; who tells of one slot ten thousand times does not make it grow. */
function union(one: string[], other: readonly string[]): string[] {
  return one.length >= MOST_JOINED ? one : [...new Set([...one, ...other])].slice(0, MOST_JOINED);
}

const placeKeys = new WeakMap<DescribedPlace, string>();

/** Written once for a place of an answer: thousands of slots name it. */
function placeKey(place: DescribedPlace | null): string {
  if (place === null) return '';
  const known = placeKeys.get(place);
  if (known !== undefined) return known;
  const { structureIds, lat, lon, line, postcode, city } = place;
  const key = JSON.stringify([structureIds, lat, lon, line, postcode, city]);
  placeKeys.set(place, key);
  return key;
}
