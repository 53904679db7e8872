import type { Call } from './handler.ts';
import { readWindow } from './instants.ts';
import { parameterRefusal, Refusal } from './problem.ts';
import { hashOf } from './random.ts';
import { communeOf, equivalentSpecialties, findPlaces, nearestCommune } from './reference.ts';
import type { Period, PlaceRecord, World } from './world.ts';

type Query = Call<'searchAvailability'>['query'];

/** Default and longest window: care within 48 h, never further than 72 h ahead. */
const DAYS = 2;
const MOST_DAYS = 3;
/** What a point is searched with that is in no commune, km. */
const NOWHERE = { radiusKm: 10, enlargeKm: 5 };

/** Where to search. */
export type SearchPlace = Pick<PlaceRecord, 'lat' | 'lon' | 'radiusKm' | 'enlargeKm' | 'insee'> & {
  readonly label: string | null;
};

/** A search with every default filled in. */
export interface Search {
  readonly place: SearchPlace;
  readonly window: Period;
  readonly specialties: readonly string[] | null;
  readonly seed: string;
  /** What makes two searches the same question: a cursor is of one. */
  readonly fingerprint: string;
}

const hex = (text: string) => hashOf(text).toString(16).padStart(8, '0');

function named(place: PlaceRecord | undefined, parameter: string, text: string): SearchPlace {
  if (place) return place;
  throw parameterRefusal('unknown-place', parameter, `${text} is no known place`);
}

/** @throws {Refusal} 400 for none or more than one, 422 for one that is not known. */
function readPlace(world: World, query: Query): SearchPlace {
  const { insee, department, q, lat, lon } = query;
  const given = Object.entries({ insee, department, q, lat }).filter(
    ([, value]) => value !== undefined,
  );
  if (given.length > 1) {
    const faults = given.map(([parameter]) => ({
      parameter,
      code: 'ambiguous-place' as const,
      detail: `${parameter} is one place too many`,
    }));
    throw new Refusal('ambiguous-place', 'Give one place only.', { faults });
  }
  if ((lat === undefined) !== (lon === undefined)) {
    const missing = lat === undefined ? 'lat' : 'lon';
    throw parameterRefusal('missing-parameter', missing, 'lat and lon go together');
  }
  if (lat !== undefined && lon !== undefined) {
    const { radiusKm, enlargeKm } = nearestCommune(world, { lat, lon }) ?? NOWHERE;
    return { label: null, insee: null, lat, lon, radiusKm, enlargeKm };
  }
  if (insee !== undefined) return named(communeOf(world, insee), 'insee', insee);
  if (department !== undefined) {
    const found = world.places.find(
      (place) => place.kind === 'department' && place.department === department,
    );
    return named(found, 'department', department);
  }
  if (q !== undefined) return named(findPlaces(world, q)[0], 'q', q);
  throw parameterRefusal('place-required', 'insee', 'a place is required');
}

function readSpecialties(code: string | undefined): string[] | null {
  if (code === undefined) return null;
  const codes = equivalentSpecialties(code);
  if (codes.includes(code)) return codes;
  throw parameterRefusal('unknown-specialty', 'specialty', `${code} is no known specialty`);
}

/** Reads a query. @throws {Refusal} with the parameter at fault. */
export function readSearch(world: World, query: Query): Search {
  const place = readPlace(world, query);
  const { cursor: _cursor, from: _from, to: _to, seed, limit: _limit, ...question } = query;
  const fingerprint = hex(JSON.stringify(Object.entries(question).sort()));
  const window = readWindow(query, world.now(), DAYS, MOST_DAYS);
  const hour = Math.floor(world.now() / 3_600_000);
  return {
    place,
    window,
    specialties: readSpecialties(query.specialty),
    seed: seed ?? hex(`${fingerprint} ${hour}`),
    fingerprint,
  };
}
