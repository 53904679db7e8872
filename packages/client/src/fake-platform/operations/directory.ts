import { reasonsFr, regimeAt, type RegimeState } from '@sas-kit/regime';
import type { Caller } from '../callers.ts';
import { type Handlers, ok } from '../handler.ts';
import { instantParameter } from '../instants.ts';
import { pageOf } from '../pages.ts';
import { notFound } from '../problem.ts';
import { findPlaces, findSpecialties, toPlace } from '../reference.ts';
import { tagged } from '../versions.ts';
import type { ScheduleRecord, World } from '../world.ts';

const SHARED = { 'cache-control': 'public, max-age=300' };
const SHARED_FOR_A_MINUTE = { 'cache-control': 'public, max-age=60' };

const VARY = { vary: 'Origin, Authorization, Cookie' };

/** What somebody is about to change is not read from a cache. */
export const sharedWith = ({ kind }: Caller): Record<string, string> =>
  kind === 'professional' ? {} : { ...SHARED_FOR_A_MINUTE, ...VARY };

/** @throws {Refusal} 404. */
function territoryOf({ territories }: World, id: string) {
  const found = territories.get(id);
  if (found) return found;
  throw notFound('territory');
}

const inFrench = <S extends RegimeState>(state: S) => ({
  ...state,
  reasonFr: reasonsFr[state.reason],
});

function structuresOf({ schedules }: World) {
  const all = [...schedules.values()].flatMap(({ structure }: ScheduleRecord) => structure ?? []);
  return [...new Map(all.map((structure) => [structure.id, structure])).values()];
}

type Operations =
  | 'listTerritories'
  | 'getTerritory'
  | 'getTerritoryRegime'
  | 'searchPlaces'
  | 'searchSpecialties'
  | 'listStructures';

export const directory: Pick<Handlers, Operations> = {
  listTerritories({ world, query }) {
    const all = [...world.territories.values()].map(({ territory }) => territory);
    const page = pageOf(
      'territories',
      all,
      query,
      ({ name, id }) => [name, id],
      (each) => each,
    );
    return ok(page, SHARED_FOR_A_MINUTE);
  },

  getTerritory({ world, caller, path }) {
    const found = territoryOf(world, path.territoryId);
    return ok(found.territory, { ...sharedWith(caller), ...VARY, ...tagged(found) });
  },

  getTerritoryRegime({ world, path, query }) {
    const at = query.at === undefined ? world.now() : instantParameter('at', query.at);
    const { territory } = territoryOf(world, path.territoryId);
    const { emergencyNumbers, next, ...state } = regimeAt(territory, at);
    const answer = {
      ...inFrench(state),
      next: next && inFrench(next),
      emergencyNumbers: [...emergencyNumbers],
    };
    return ok(answer, SHARED_FOR_A_MINUTE);
  },

  searchPlaces({ world, query }) {
    const { q, kind, limit = 10 } = query;
    const found = findPlaces(world, q).filter((place) => kind === undefined || place.kind === kind);
    return ok({ items: found.slice(0, limit).map(toPlace), next: null }, SHARED);
  },

  searchSpecialties({ query }) {
    const { q = '', limit = 100 } = query;
    return ok({ items: findSpecialties(q).slice(0, limit), next: null }, SHARED);
  },

  listStructures({ world, query }) {
    const found = structuresOf(world).filter(
      ({ kind }) => query.kind === undefined || kind === query.kind,
    );
    const keyOf = ({ name, id }: (typeof found)[number]) => [name, id];
    return ok(pageOf('structures', found, query, keyOf, (each) => each));
  },
};
