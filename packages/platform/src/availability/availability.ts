import type { Database } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import type { LocatedAddress } from '../directory/find-address.ts';
import { formatInstant } from '../http/instants.ts';
import { encodeCursor } from '../http/paging.ts';
import type { Caller } from '../identity/caller.ts';
import { refusePracticeFilter } from './practice-filter.ts';
import { presentCard, presentPublicCard } from './present.ts';
import { type AvailabilityQuery, cursorKey, ENOUGH, readSearch, type Search } from './query.ts';
import { isNew, toldOf } from './searched.ts';
import { settledPage } from './settled-page.ts';
import { clockAndVendors, VendorSearch, type VendorSurroundings } from './vendors.ts';
import { countFree, findCards, findNextAvailable, type FoundCard, isPublic } from './search.ts';

type Answer = components['schemas']['Availability'] | components['schemas']['PublicAvailability'];

/** What a search found: a page of cards, one more where there are more, and where it had to look. */
export interface FoundPage {
  cards: FoundCard[];
  radiusKm: number;
  /** The default radius that held too few cards with a slot; null where the search was not enlarged. */
  enlargedFromKm: number | null;
  nextAvailable: Date | null;
}

/** Cards with a free slot, but the own doctor's: it is found wherever it is, and says nothing of a place. */
const free = (cards: readonly FoundCard[]) =>
  cards.filter(({ slots, preferred }) => slots.length > 0 && !preferred);

/** Whether these cards, at least the first `ENOUGH` that there are, leave a choice. */
function leaveChoice(cards: readonly FoundCard[]): boolean {
  return free(cards).length >= ENOUGH;
}

/** Free cards of a first page from which on it is neither enlarged nor says when the next slot is. */
export function freeEnough({ radiusKm }: Search, enlarged: boolean): number {
  return radiusKm === null && !enlarged ? ENOUGH : 1;
}

/**
 * Reads a page. Where the place's own radius holds fewer than five cards with a free slot, the search is
 * enlarged once and says so; where the enlarged one holds none at all, it says when the next free slot is.
 *
 * @param enlarged looks in the enlarged radius at once.
 * @param beforeWider is awaited before the enlarged radius is read, km.
 */
export async function readPage(
  database: Database,
  caller: Caller,
  search: Search,
  enlarged = false,
  beforeWider: (radiusKm: number) => Promise<void> = async () => undefined,
): Promise<FoundPage> {
  const defaultRadius = search.radiusKm ?? search.place.radiusKm;
  const widerRadius = defaultRadius + search.place.enlargeKm;
  const firstPage = search.after === null;
  const mayEnlarge = firstPage && search.radiusKm === null;
  let radiusKm = mayEnlarge && enlarged ? widerRadius : defaultRadius;
  // A shorter page would not tell how many there are.
  const asked = mayEnlarge ? { ...search, limit: Math.max(search.limit, ENOUGH) } : search;
  let cards = await findCards(database, caller, asked, radiusKm);
  const leavesChoice = async () =>
    leaveChoice(cards) ||
    // Agendas of the own doctor may take the places of others.
    (cards.length > asked.limit &&
      cards.some(({ preferred }) => preferred) &&
      (await countFree(database, caller, search, radiusKm, ENOUGH)) >= ENOUGH);
  if (mayEnlarge && radiusKm === defaultRadius && !(await leavesChoice())) {
    radiusKm = widerRadius;
    await beforeWider(radiusKm);
    cards = await findCards(database, caller, asked, radiusKm);
  }
  const nextAvailable =
    firstPage && free(cards).length === 0
      ? await findNextAvailable(database, caller, search, radiusKm)
      : null;
  return {
    cards: cards.slice(0, search.limit + 1),
    radiusKm,
    enlargedFromKm: radiusKm === defaultRadius ? null : defaultRadius,
    nextAvailable,
  };
}

/** A card behind which there are more. */
export type LastCard = Pick<FoundCard, 'key' | 'readAt'>;

/** The last card of a page; null where it is the last of all. */
export function lastOf({ limit }: Search, { cards }: FoundPage): LastCard | null {
  return cards.length > limit ? cards[limit - 1]! : null;
}

/** What an answer says besides its cards. */
export function frameOf(
  search: Search,
  { radiusKm, enlargedFromKm, nextAvailable }: Omit<FoundPage, 'cards'>,
  last: LastCard | null,
  now: Date,
): components['schemas']['AvailabilityFrame'] {
  const zone = search.place.timeZone;
  return {
    nextAvailable: nextAvailable === null ? null : formatInstant(nextAvailable, zone),
    radiusKm,
    enlargedFromKm,
    seed: search.seed,
    asOf: formatInstant(now, zone),
    from: formatInstant(search.from, zone),
    to: formatInstant(search.to, zone),
    place: presentPlace(search),
    next: last === null ? null : encodeCursor(cursorKey(search, radiusKm, last.key, last.readAt)),
  };
}

/**
 * Answers a search, after connected vendors were asked.
 *
 * @param address where the text of the query is, if it names no place.
 * @param signal nobody waits for the answer any more.
 * @throws {ProblemError} with the parameter at fault; 403 for a filter that is not the public's.
 */
export async function searchAvailability(
  surroundings: VendorSurroundings,
  caller: Caller,
  query: AvailabilityQuery,
  address: LocatedAddress | null,
  signal: AbortSignal,
): Promise<Answer> {
  const { database } = surroundings;
  const { now, vendors } = await clockAndVendors(database);
  const search = { ...readSearch(query, now, address), vendors };
  if (isPublic(caller)) refusePracticeFilter(search.practice);
  const asked = new VendorSearch(surroundings, caller);
  const page = vendors
    ? await settledPage(surroundings, asked, caller, search, now, signal)
    : await readPage(database, caller, search);
  if (isNew(query)) {
    surroundings.onSearched?.(toldOf(caller, search, free(page.cards).length === 0, now));
  }
  const shown = page.cards.slice(0, search.limit);
  const frame = frameOf(search, page, lastOf(search, page), now);
  return isPublic(caller)
    ? { items: shown.map(presentPublicCard), ...frame }
    : { items: shown.map(presentCard), ...frame, sources: asked.sources.all() };
}

function presentPlace({ place }: Search): components['schemas']['SearchPlace'] {
  const { label, insee, lat, lon, approximate, timeZone } = place;
  return { label, insee, lat, lon, approximate, timeZone };
}
