import type { Database } from '../database/database.ts';
import { entityTag } from '../http/etag.ts';
import { type Handlers, noContent, ok } from '../http/handler.ts';
import { instantParameter } from '../http/instants.ts';
import type { Caller } from '../identity/caller.ts';
import { listStructures } from './entities.ts';
import type { Geocoder } from './geocoder.ts';
import { searchPlaces } from './search-places.ts';
import { findSpecialties } from './specialties.ts';
import { getTerritory, getTerritoryRegime, listTerritories } from './territories.ts';
import { changeTerritory, listChanges, withdrawChange } from './territory-changes.ts';

/** Reference data hardly changes and is the same for everybody. */
const SHARED = { 'cache-control': 'public, max-age=300' };

/** Whoever asks for an address shares it with no cache. */
const OWN = { 'cache-control': 'private, no-store' };

/** Shared too, for a minute at most, and never past the instant at which it changes. */
const sharedFor = (seconds: number) => ({
  'cache-control': `public, max-age=${Math.min(60, seconds)}`,
});

/** A territory that somebody is about to change is not read from a cache. */
const territoryHeaders = ({ kind }: Caller, version: number, seconds: number) => ({
  ...(kind === 'professional' ? {} : sharedFor(seconds)),
  etag: entityTag(version),
  vary: 'Origin, Authorization, Cookie',
});

export function directoryRoutes(
  database: Database,
  geocoder: Geocoder | null,
): Handlers<
  | 'listTerritories'
  | 'getTerritory'
  | 'updateTerritory'
  | 'listTerritoryChanges'
  | 'withdrawTerritoryChange'
  | 'getTerritoryRegime'
  | 'searchPlaces'
  | 'searchSpecialties'
  | 'listStructures'
> {
  return {
    listTerritories: async ({ query }) => {
      const { page, holdsSeconds } = await listTerritories(database, {
        ...query,
        limit: query.limit ?? 20,
      });
      return ok(page, sharedFor(holdsSeconds));
    },
    getTerritory: async ({ caller, path }) => {
      const found = await getTerritory(database, path.territoryId);
      return ok(found.territory, territoryHeaders(caller, found.version, found.holdsSeconds));
    },
    updateTerritory: async ({ caller, path, query, body, header }) => {
      const { result, version } = await changeTerritory(database, caller, path.territoryId, body, {
        ifMatch: header['If-Match'],
        preview: query.preview ?? false,
      });
      return ok(result, { etag: entityTag(version) });
    },
    listTerritoryChanges: async ({ caller, path, query }) =>
      ok(
        await listChanges(database, caller, path.territoryId, {
          ...query,
          limit: query.limit ?? 20,
        }),
      ),
    withdrawTerritoryChange: async ({ caller, path, header }) => {
      const { territoryId, changeId } = path;
      await withdrawChange(database, caller, territoryId, changeId, header['If-Match']);
      return noContent();
    },
    getTerritoryRegime: async ({ path, query }) => {
      const at = query.at === undefined ? null : instantParameter('at', query.at);
      const { answer, holdsSeconds } = await getTerritoryRegime(database, path.territoryId, at);
      return ok(answer, sharedFor(holdsSeconds));
    },
    searchPlaces: async ({ query }) => {
      const items = await searchPlaces(geocoder, { ...query, limit: query.limit ?? 10 });
      return ok({ items, next: null }, items.some(({ kind }) => kind === 'address') ? OWN : SHARED);
    },
    searchSpecialties: async ({ query }) =>
      ok({ items: findSpecialties(query.q, query.limit ?? 100), next: null }, SHARED),
    listStructures: async ({ query }) =>
      ok(await listStructures(database, { ...query, limit: query.limit ?? 20 })),
  };
}
