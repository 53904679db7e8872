import type { Caller } from '../identity/caller.ts';
import { type FoundPage, readPage } from './availability.ts';
import type { Search } from './query.ts';
import { type VendorSearch, type VendorSurroundings } from './vendors.ts';

/**
 * Reads a page once connected vendors were asked: around the place, and where that leaves too few cards
 * with a free slot in the enlarged radius too. All of it ends with the deadline of searches.
 */
export async function settledPage(
  { database, settings }: VendorSurroundings,
  vendors: VendorSearch,
  caller: Caller,
  search: Search,
  now: Date,
  signal: AbortSignal,
): Promise<FoundPage> {
  const patience = { now, until: vendors.until, freshMs: settings.freshMs, signal };
  const radiusKm = search.radiusKm ?? search.place.radiusKm;
  await vendors.settle(search, radiusKm, patience);
  return readPage(database, caller, search, false, (wider) =>
    vendors.settle(search, wider, patience),
  );
}
