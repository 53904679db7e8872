import type { components } from '../generated/platform.ts';
import { readReferenceData, searchForm } from './reference-data.ts';

/** A department or commune of France, as `data/places.json` holds it. */
export interface PlaceRecord {
  id: string;
  kind: 'department' | 'commune';
  /** INSEE code of a commune or municipal arrondissement; null for a department. */
  insee: string | null;
  /** Code of the department or overseas collectivity. */
  code: string;
  label: string;
  postcodes: string[];
  lat: number;
  lon: number;
  approximate: boolean;
  population: number;
  radiusKm: number;
  enlargeKm: number;
  timeZone: string;
}

interface IndexedPlace extends PlaceRecord {
  /** Its name in the form of searches. */
  words: string;
}

interface PlaceIndex {
  /** Largest population first. */
  all: readonly IndexedPlace[];
  byInsee: ReadonlyMap<string, PlaceRecord>;
  byDepartment: ReadonlyMap<string, PlaceRecord>;
}

let loaded: PlaceIndex | null = null;

function index(): PlaceIndex {
  if (loaded !== null) return loaded;
  const records = readReferenceData('places') as PlaceRecord[];
  const all = records
    .map((place) => ({ ...place, words: searchForm(place.label) }))
    .sort((a, b) => b.population - a.population);
  loaded = {
    all,
    byInsee: new Map(all.flatMap((place) => (place.insee === null ? [] : [[place.insee, place]]))),
    byDepartment: new Map(
      all.filter((place) => place.kind === 'department').map((place) => [place.code, place]),
    ),
  };
  return loaded;
}

/** Loads the index ahead of the first request. */
export function warmPlaces(): void {
  index();
}

/** Every place, larger ones first. */
export function allPlaces(): readonly PlaceRecord[] {
  return index().all;
}

/** The commune or municipal arrondissement with this INSEE code. */
export function communeOf(insee: string): PlaceRecord | null {
  return index().byInsee.get(insee) ?? null;
}

/** The department with this code. */
export function departmentOf(code: string): PlaceRecord | null {
  return index().byDepartment.get(code) ?? null;
}

/**
 * Places that a text may mean, best first: same name, then names that begin with it, then names of
 * which a word begins with it; larger places first. Five digits are a postcode, two or three the
 * beginning of one or a department.
 */
export function findPlaces(text: string, limit: number, kind?: PlaceRecord['kind']): PlaceRecord[] {
  const wanted = searchForm(text.replace(/\s*\(([^)]*)\)\s*$/, ''));
  const qualifier = /\(([0-9AB]{2,3})\)\s*$/i.exec(text)?.[1]?.toUpperCase();
  if (wanted === '') return [];
  const ranked: [PlaceRecord[], PlaceRecord[], PlaceRecord[]] = [[], [], []];
  for (const place of index().all) {
    if (kind !== undefined && place.kind !== kind) continue;
    if (qualifier !== undefined && place.code !== qualifier) continue;
    const rank = /^\d/.test(wanted) ? rankByNumber(place, wanted) : rankByName(place.words, wanted);
    if (rank !== null) ranked[rank].push(place);
  }
  return ranked.flat().slice(0, limit);
}

/** Communes of exactly this name, an article left out or not: `Havre` is Le Havre. */
export function communesNamed(name: string): PlaceRecord[] {
  const wanted = searchForm(name);
  return index().all.filter(
    ({ kind, words }) => kind === 'commune' && rankByName(words, wanted) === 0,
  );
}

function rankByName(words: string, wanted: string): 0 | 1 | 2 | null {
  if (words === wanted || words.replace(/^(le|la|les|l) /, '') === wanted) return 0;
  if (words.startsWith(wanted)) return 1;
  return words.includes(` ${wanted}`) ? 2 : null;
}

function rankByNumber(place: IndexedPlace, wanted: string): 0 | 1 | 2 | null {
  const digits = wanted.slice(0, 5);
  if (place.kind === 'department') return place.code === digits ? 0 : null;
  const whole = place.postcodes.includes(digits);
  const begins = digits.length < 5 && place.postcodes.some((code) => code.startsWith(digits));
  if (!whole && !begins) return null;
  const name = wanted.slice(5).trim();
  if (name !== '' && rankByName(place.words, name) === null) return null;
  return whole ? 0 : 1;
}

/** The place as the API answers it. */
export function toPlace(place: PlaceRecord): components['schemas']['Place'] {
  return {
    id: place.id,
    kind: place.kind,
    label: place.label,
    insee: place.insee,
    department: place.code,
    postcode: place.postcodes[0] ?? null,
    lat: place.lat,
    lon: place.lon,
    approximate: place.approximate,
    radiusKm: place.radiusKm,
    timeZone: place.timeZone,
  };
}
