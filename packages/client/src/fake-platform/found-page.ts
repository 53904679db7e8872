import type { Schemas } from './contract.ts';
import { type Bounds, findCards, type SearchCall } from './found-cards.ts';
import { compareKeys, readCursor, type SortKey, writeCursor } from './pages.ts';
import { refusePracticeFilter } from './practice.ts';
import { isPublic } from './present.ts';
import { readSearch, type Search } from './search.ts';
import { cardOf, type ShownCard } from './shown-card.ts';
import { FRANCE, instant } from './world.ts';

/** Cards with a free slot below which a search is enlarged. */
const ENOUGH = 5;

/** What a cursor fixes. */
interface Fixed extends Bounds {
  readonly after: SortKey | null;
}

/** The first free slot after the window. */
function nextAvailable(call: SearchCall, search: Search, fixed: Fixed): number | null {
  const later = { start: fixed.window.end, end: Infinity };
  const cards = findCards(call, search, { ...fixed, window: later });
  const starts = cards
    .filter(({ km }) => km <= fixed.radiusKm)
    .flatMap(({ slots }) => slots[0]?.start ?? []);
  return starts.length === 0 ? null : Math.min(...starts);
}

function fixedBy(cursor: string, { fingerprint }: Search): Fixed {
  const [start, end, seed, radiusKm, ...after] = readCursor(
    `availability ${fingerprint}`,
    cursor,
  ) as [number, number, string, number, ...SortKey];
  return { window: { start, end }, seed, radiusKm, after };
}

/** A page of a search: its cards with their places in the order, and what holds for all of them. */
export interface FoundPage {
  readonly cards: readonly { readonly card: ShownCard; readonly key: SortKey }[];
  readonly frame: Schemas['AvailabilityFrame'];
}

/** Answers a search. @throws {Refusal} with the parameter at fault. */
export function findPage(call: SearchCall): FoundPage {
  const { world, query } = call;
  const search = readSearch(world, query);
  if (isPublic(call.caller)) refusePracticeFilter(query);
  const { place, fingerprint } = search;
  const radius = query.radiusKm ?? place.radiusKm;
  let fixed: Fixed =
    query.cursor === undefined
      ? { window: search.window, seed: search.seed, radiusKm: radius, after: null }
      : fixedBy(query.cursor, search);
  let cards = findCards(call, search, fixed);
  const firstPage = fixed.after === null;
  const free = () => cards.filter(({ slots, preferred }) => slots.length > 0 && !preferred).length;
  if (firstPage && free() < ENOUGH && query.radiusKm === undefined) {
    fixed = { ...fixed, radiusKm: radius + place.enlargeKm };
    cards = findCards(call, search, fixed);
  }
  const next = firstPage && free() === 0 ? nextAvailable(call, search, fixed) : null;
  const { after, window, seed, radiusKm } = fixed;
  const rest = cards.filter(({ key }) => after === null || compareKeys(key, after) > 0);
  const limit = query.limit ?? 20;
  const last = rest.length > limit ? rest[limit - 1] : undefined;
  const written = [window.start, window.end, seed, radiusKm];
  const { label, insee, lat, lon } = place;
  return {
    cards: rest.slice(0, limit).map((card) => ({ card: cardOf(call, card), key: card.key })),
    frame: {
      nextAvailable: next === null ? null : instant(next),
      radiusKm,
      enlargedFromKm: radiusKm === radius || !firstPage ? null : radius,
      seed,
      asOf: instant(world.now()),
      from: instant(window.start),
      to: instant(window.end),
      place: { label, insee, lat, lon, approximate: false, timeZone: FRANCE },
      next: last ? writeCursor(`availability ${fingerprint}`, [...written, ...last.key]) : null,
    },
  };
}
