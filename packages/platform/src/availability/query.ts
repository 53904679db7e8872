import { createHash } from 'node:crypto';
import { communeOf, departmentOf, findPlaces, type PlaceRecord } from '../directory/places.ts';
import { type LocatedAddress, locateAddress } from '../directory/find-address.ts';
import type { Geocoder } from '../directory/geocoder.ts';
import { nearestCommune } from '../directory/nearest-commune.ts';
import { equivalentSpecialties } from '../directory/specialties.ts';
import type { operations } from '../generated/platform.ts';
import { instantParameter } from '../http/instants.ts';
import { decodeCursor } from '../http/paging.ts';
import { parameterProblem, ProblemError } from '../http/problem.ts';
import type { BookingMode, Modality } from '../publishing/agenda.ts';
import { isId } from '../database/ids.ts';
import { readWindow } from '../publishing/windows.ts';
import type { Visibility } from '../identity/caller.ts';
import { type PracticeFilter, practiceFilterOf } from './practice-filter.ts';

export type AvailabilityQuery = NonNullable<
  operations['searchAvailability']['parameters']['query']
>;

/** Default and longest window of a search: care within 48 h, never further than 72 h ahead. */
const DEFAULT_WINDOW_DAYS = 2;
const MAX_WINDOW_DAYS = 3;
/** Cards with a free slot below which the search around a place is enlarged. */
export const ENOUGH = 5;
/** What a point is searched with that is in no commune. */
const NOWHERE = { timeZone: 'Europe/Paris', radiusKm: 10, enlargeKm: 5 };

/** Where to search. */
export interface SearchPlace {
  label: string | null;
  insee: string | null;
  lat: number;
  lon: number;
  approximate: boolean;
  timeZone: string;
  radiusKm: number;
  enlargeKm: number;
}

/** Sort key of the last card of a page. */
export interface CardKey {
  empty: number;
  /** How long after the first page its first slot came from a vendor, ms; 0 on the first page. */
  late: number;
  group: number;
  firstStart: string | null;
  ring: number;
  shuffle: string;
  id: string;
}

/** A search with every default filled in. */
export interface Search {
  place: SearchPlace;
  /** The caller's own radius; null lets the search enlarge that of the place once. */
  radiusKm: number | null;
  specialties: readonly string[] | null;
  from: Date;
  to: Date;
  modalities: readonly Modality[] | null;
  bookings: readonly BookingMode[] | null;
  narrowTo: readonly Visibility[] | null;
  practice: PracticeFilter;
  preferredPractitioner: string | null;
  order: 'recommended' | 'earliest' | 'nearest';
  seed: string;
  slotsPerCard: number;
  limit: number;
  after: CardKey | null;
  /** When the first page was read, of a further one. */
  firstReadAt: Date | null;
  /** Whether the slots of connected vendors are read too; `readSearch` says no. */
  vendors: boolean;
  /** What a cursor of this search carries besides the key. */
  fingerprint: string;
}

/**
 * Reads a query: exactly one place, a window of at most 72 h, known codes.
 *
 * @param address where the text of the query is, if it names no place.
 * @throws {ProblemError} with the parameter at fault.
 */
export function readSearch(
  query: AvailabilityQuery,
  now: Date,
  address: LocatedAddress | null = null,
): Search {
  const place = readPlace(query, address);
  const fingerprint = fingerprintOf(query);
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, fingerprint);
  const { from, to } =
    cursor ?? readWindow(query, { from: now, days: DEFAULT_WINDOW_DAYS }, MAX_WINDOW_DAYS);
  return {
    place,
    radiusKm: cursor?.radiusKm ?? query.radiusKm ?? null,
    specialties: readSpecialties(query.specialty),
    from,
    to,
    modalities: query.modality ?? null,
    bookings: query.booking ?? null,
    narrowTo: query.visibility ?? null,
    practice: practiceFilterOf(query),
    preferredPractitioner: query.preferredPractitioner ?? null,
    order: query.order ?? 'recommended',
    seed: cursor?.seed ?? query.seed ?? seedOf(fingerprint, now),
    slotsPerCard: query.slotsPerCard ?? 30,
    limit: query.limit ?? 20,
    after: cursor?.key ?? null,
    firstReadAt: cursor?.firstReadAt ?? null,
    vendors: false,
    fingerprint,
  };
}

/** Same question, same hour, same order: neighbours take turns, and nobody is always first. */
function seedOf(fingerprint: string, now: Date): string {
  const hour = Math.floor(now.getTime() / 3_600_000);
  return createHash('sha256').update(`${fingerprint} ${hour}`).digest('hex').slice(0, 8);
}

function fingerprintOf(query: AvailabilityQuery): string {
  const { cursor: _cursor, from: _from, to: _to, seed: _seed, limit: _limit, ...question } = query;
  const sorted = Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 12);
}

function readSpecialties(code: string | undefined): string[] | null {
  if (code === undefined) return null;
  const codes = equivalentSpecialties(code);
  if (codes === null)
    throw parameterProblem('unknown-specialty', 'specialty', `${code} is no known specialty`);
  return codes;
}

function readPlace(query: AvailabilityQuery, address: LocatedAddress | null): SearchPlace {
  const given = (['insee', 'department', 'q', 'lat'] as const).filter(
    (name) => query[name] !== undefined,
  );
  if (given.length > 1) {
    const faults = given.map((parameter) => ({
      parameter,
      code: 'ambiguous-place' as const,
      detail: `${parameter} is one place too many`,
    }));
    throw new ProblemError('ambiguous-place', 'Give one place only.', { faults });
  }
  if ((query.lat === undefined) !== (query.lon === undefined)) {
    const missing = query.lat === undefined ? 'lat' : 'lon';
    throw parameterProblem('missing-parameter', missing, 'lat and lon go together');
  }
  if (query.lat !== undefined && query.lon !== undefined) return pointPlace(query.lat, query.lon);
  if (query.insee !== undefined) return named(communeOf(query.insee), 'insee', query.insee);
  if (query.department !== undefined) {
    return named(departmentOf(query.department), 'department', query.department);
  }
  if (query.q !== undefined && address !== null) return addressPlace(address);
  if (query.q !== undefined) return named(findPlaces(query.q, 1)[0] ?? null, 'q', query.q);
  throw new ProblemError('place-required', 'Give one of insee, department, lat with lon, q.', {
    faults: [{ parameter: 'insee', code: 'place-required', detail: 'a place is required' }],
  });
}

function named(place: PlaceRecord | null, parameter: string, text: string): SearchPlace {
  if (place === null)
    throw parameterProblem('unknown-place', parameter, `${text} is no known place`);
  const { label, insee, lat, lon, approximate, timeZone, radiusKm, enlargeKm } = place;
  return { label, insee, lat, lon, approximate, timeZone, radiusKm, enlargeKm };
}

/** Searched around itself, with what its commune is searched with. */
function addressPlace(address: LocatedAddress): SearchPlace {
  const { label, lat, lon, approximate } = address;
  const { insee, timeZone, radiusKm, enlargeKm } = 'commune' in address ? address.commune : address;
  return { label, insee, lat, lon, approximate, timeZone, radiusKm, enlargeKm };
}

/** Where the text of a query is that names no place; null for all others, and for one that names two. */
export async function addressOf(
  geocoder: Geocoder | null,
  { q, insee, department, lat }: AvailabilityQuery,
): Promise<LocatedAddress | null> {
  const alone = [insee, department, lat].every((other) => other === undefined);
  if (q === undefined || !alone || findPlaces(q, 1).length > 0) return null;
  return locateAddress(geocoder, q);
}

/** Searched with what the nearest commune is searched with. */
function pointPlace(lat: number, lon: number): SearchPlace {
  const { timeZone, radiusKm, enlargeKm } = nearestCommune(lat, lon) ?? NOWHERE;
  return { label: null, insee: null, lat, lon, approximate: false, timeZone, radiusKm, enlargeKm };
}

const CURSOR_SHAPE = [
  'string',
  'instant',
  'instant',
  'instant',
  'string',
  'number',
  'integer',
  'integer',
  'integer',
  'instant?',
  'integer',
  'string',
  'string',
] as const;

/**
 * What a cursor fixes: the question, its window, when its first page was read, seed and radius, and the last
 * card's place in the order.
 *
 * @param readAt when the last card was read.
 */
export function cursorKey(search: Search, radiusKm: number, key: CardKey, readAt: Date) {
  return [
    search.fingerprint,
    search.from.toISOString(),
    search.to.toISOString(),
    (search.firstReadAt ?? readAt).toISOString(),
    search.seed,
    radiusKm,
    key.empty,
    key.late,
    key.group,
    key.firstStart,
    key.ring,
    key.shuffle,
    key.id,
  ] as const;
}

function readCursor(text: string, fingerprint: string) {
  const [question, from, to, readAt, seed, radiusKm, ...place] = decodeCursor(
    text,
    CURSOR_SHAPE,
  ) as unknown as ReturnType<typeof cursorKey>;
  const [empty, late, group, firstStart, ring, shuffle, id] = place;
  const valid =
    question === fingerprint &&
    /^[0-9a-f]{1,16}$/.test(seed) &&
    /^-?\d{1,19}$/.test(shuffle) &&
    BigInt.asIntN(64, BigInt(shuffle)) === BigInt(shuffle) &&
    isId(id) &&
    radiusKm > 0 &&
    radiusKm <= 1000;
  if (!valid)
    throw parameterProblem('invalid-cursor', 'cursor', 'cursor is not one of this search');
  const window = { from: instantParameter('cursor', from), to: instantParameter('cursor', to) };
  if (window.to.getTime() - window.from.getTime() > MAX_WINDOW_DAYS * 86_400_000) {
    throw parameterProblem('invalid-cursor', 'cursor', 'cursor is not one of this search');
  }
  const firstReadAt = instantParameter('cursor', readAt);
  const key = { empty, late, group, firstStart, ring, shuffle, id };
  return { ...window, firstReadAt, seed, radiusKm, key };
}
