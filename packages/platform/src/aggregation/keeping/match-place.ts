import { searchForm } from '../../directory/reference-data.ts';

/** What tells a place from another. */
export interface PlaceFacts {
  /** National ids, with their prefix. */
  structureIds: readonly string[];
  lat: number | null;
  lon: number | null;
  line: string;
  postcode: string;
  city: string;
}

/** A place where an agenda is. */
export interface KnownPlace extends PlaceFacts {
  /** The editor whose agenda it is; null for one of the platform's own or of its practitioner. */
  editor: string | null;
}

/** Places that are no further apart are one, m. */
const SAME_PLACE_M = 10;
const EARTH_M = 6_371_008.8;

/**
 * Which of the known places one that an editor describes is: by an id of the structure, where both have one;
 * then by coordinates within 10 m, the nearest first; then by the address as people write it. An empty value
 * equals nothing. Its own come first, then the platform's. The id alone moves nothing to an agenda of another
 * editor, which says of itself where it is. Null where it is a new one.
 *
 * Source: what the national platform matches by, its empty ids apart, which equal each other there.
 */
export function matchPlace<P extends KnownPlace>(
  place: PlaceFacts,
  editor: string,
  known: readonly P[],
): P | null {
  const of = (whose: string | null) => known.filter((each) => each.editor === whose);
  const [own, platforms] = [of(editor), of(null)];
  return (
    sameStructure(place, [...own, ...platforms]) ??
    samePlace(place, own) ??
    samePlace(place, platforms) ??
    samePlace(place, known)
  );
}

/** One structure may have several doors: the nearest of them, if its agendas tell. */
function sameStructure<P extends PlaceFacts>(place: PlaceFacts, known: readonly P[]): P | null {
  const ids = new Set(place.structureIds.filter((id) => id !== ''));
  const doors = known.filter(({ structureIds }) => structureIds.some((id) => ids.has(id)));
  return nearest(place, doors, Infinity) ?? sameAddress(place, doors) ?? doors[0] ?? null;
}

function samePlace<P extends PlaceFacts>(place: PlaceFacts, known: readonly P[]): P | null {
  return nearest(place, known, SAME_PLACE_M) ?? sameAddress(place, known);
}

function nearest<P extends PlaceFacts>(
  place: PlaceFacts,
  known: readonly P[],
  mostMetres: number,
): P | null {
  const away = known
    .map((each) => ({ each, metres: metresBetween(place, each) }))
    .filter(({ metres }) => metres <= mostMetres)
    .sort((one, other) => one.metres - other.metres);
  return away[0]?.each ?? null;
}

type Position = Pick<PlaceFacts, 'lat' | 'lon'>;

/** NaN, which is near to nothing, where one has no coordinates. */
export function metresBetween(one: Position, other: Position): number {
  if (one.lat === null || one.lon === null || other.lat === null || other.lon === null) return NaN;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const dLat = Math.sin(radians(other.lat - one.lat) / 2);
  const dLon = Math.sin(radians(other.lon - one.lon) / 2);
  const chord = dLat ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * dLon ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Street, postcode and city in the form of searches: without accents, case and signs. */
function addressOf({ line, postcode, city }: PlaceFacts): string | null {
  const parts = [line, postcode, city].map(searchForm);
  return parts.includes('') ? null : parts.join('|');
}

function sameAddress<P extends PlaceFacts>(place: PlaceFacts, known: readonly P[]): P | null {
  const address = addressOf(place);
  if (address === null) return null;
  return known.find((each) => addressOf(each) === address) ?? null;
}
