import type { Database } from '../database/database.ts';
import { type Handlers, ok } from '../http/handler.ts';
import { listStructures } from './entities.ts';
import { findPlaces, toPlace } from './places.ts';
import { findSpecialties } from './specialties.ts';
import { getTerritory, listTerritories } from './territories.ts';

/** Reference data hardly changes and is the same for everybody. */
const SHARED = { 'cache-control': 'public, max-age=300' };

export function directoryRoutes(
  database: Database,
): Handlers<
  'listTerritories' | 'getTerritory' | 'searchPlaces' | 'searchSpecialties' | 'listStructures'
> {
  return {
    listTerritories: async ({ query }) =>
      ok(await listTerritories(database, { ...query, limit: query.limit ?? 20 }), SHARED),
    getTerritory: async ({ path }) => ok(await getTerritory(database, path.territoryId), SHARED),
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
