import type { Database } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { type Handlers, ok } from '../http/handler.ts';
import { formatInstant } from '../http/instants.ts';
import { encodeCursor } from '../http/paging.ts';
import type { Caller } from '../identity/caller.ts';
import { presentCard, presentPublicCard } from './present.ts';
import { type AvailabilityQuery, cursorKey, readSearch, type Search } from './query.ts';
import { findCards, findNextAvailable, type FoundCard, isPublic } from './search.ts';

type Answer = components['schemas']['Availability'] | components['schemas']['PublicAvailability'];

/**
 * Answers a search. Where the place's own radius holds no free slot, the search is enlarged once and
 * says so; where the enlarged one holds none either, it says when the next free slot is.
 *
 * @throws {ProblemError} with the parameter at fault.
 */
export async function searchAvailability(
  database: Database,
  caller: Caller,
  query: AvailabilityQuery,
): Promise<Answer> {
  const now = await database.now();
  const search = readSearch(query, now);
  const defaultRadius = search.radiusKm ?? search.place.radiusKm;
  let radiusKm = defaultRadius;
  let cards = await findCards(database, caller, search, radiusKm);
  const firstPage = search.after === null;
  const hasFree = () => cards[0]?.slots.length;
  if (firstPage && !hasFree() && search.radiusKm === null) {
    radiusKm = defaultRadius + search.place.enlargeKm;
    cards = await findCards(database, caller, search, radiusKm);
  }
  const nextAvailable =
    firstPage && !hasFree() ? await findNextAvailable(database, caller, search, radiusKm) : null;
  const shown = cards.slice(0, search.limit);
  const frame = {
    nextAvailable:
      nextAvailable === null ? null : formatInstant(nextAvailable, search.place.timeZone),
    radiusKm,
    enlargedFromKm: radiusKm === defaultRadius ? null : defaultRadius,
    seed: search.seed,
    asOf: formatInstant(now, search.place.timeZone),
    from: formatInstant(search.from, search.place.timeZone),
    to: formatInstant(search.to, search.place.timeZone),
    place: presentPlace(search),
    next: nextCursor(search, radiusKm, cards),
  };
  return isPublic(caller)
    ? { items: shown.map(presentPublicCard), ...frame }
    : { items: shown.map(presentCard), ...frame, sources: [] };
}

function presentPlace({ place }: Search): components['schemas']['SearchPlace'] {
  const { label, insee, lat, lon, approximate, timeZone } = place;
  return { label, insee, lat, lon, approximate, timeZone };
}

function nextCursor(search: Search, radiusKm: number, cards: readonly FoundCard[]): string | null {
  const last = cards[search.limit - 1];
  if (cards.length <= search.limit || last === undefined) return null;
  return encodeCursor(cursorKey(search, radiusKm, last.key));
}

export function availabilityRoutes(database: Database): Handlers<'searchAvailability'> {
  return {
    searchAvailability: async ({ caller, query }) =>
      ok(await searchAvailability(database, caller, query)),
  };
}
