import type { Database } from '../database/database.ts';
import { type Handlers, ok } from '../http/handler.ts';
import { instantParameter } from '../http/instants.ts';
import { listStructures } from './entities.ts';
import { findPlaces, toPlace } from './places.ts';
import { findSpecialties } from './specialties.ts';
import { getTerritory, getTerritoryRegime, listTerritories } from './territories.ts';

/** Reference data hardly changes and is the same for everybody. */
const SHARED = { 'cache-control': 'public, max-age=300' };

/** Shared too, but never past the instant at which it changes. */
const sharedFor = (seconds: number) => ({
  'cache-control': `public, max-age=${Math.min(60, seconds)}`,
});

export function directoryRoutes(
  database: Database,
): Handlers<
  | 'listTerritories'
  | 'getTerritory'
  | 'getTerritoryRegime'
  | 'searchPlaces'
  | 'searchSpecialties'
  | 'listStructures'
> {
  return {
    listTerritories: async ({ query }) =>
      ok(await listTerritories(database, { ...query, limit: query.limit ?? 20 }), SHARED),
    getTerritory: async ({ path }) => ok(await getTerritory(database, path.territoryId), SHARED),
    getTerritoryRegime: async ({ path, query }) => {
      const at = query.at === undefined ? null : instantParameter('at', query.at);
      const { answer, holdsSeconds } = await getTerritoryRegime(database, path.territoryId, at);
      return ok(answer, sharedFor(holdsSeconds));
    },
    searchPlaces: async ({ query }) =>
      ok(
        { items: findPlaces(query.q, query.limit ?? 10, query.kind).map(toPlace), next: null },
        SHARED,
      ),
    searchSpecialties: async ({ query }) =>
      ok({ items: findSpecialties(query.q, query.limit ?? 100), next: null }, SHARED),
    listStructures: async ({ query }) =>
      ok(await listStructures(database, { ...query, limit: query.limit ?? 20 })),
  };
}
