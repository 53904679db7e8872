/**
 * Builds `packages/platform/data/places.json`: every department and commune of France with
 * coordinates, default search radius and time zone. `node tools/build-places.ts`; see docs/data.md.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locate, type Located, type Method } from './places/locate.ts';
import { meanPoint } from './places/names.ts';
import { push, readSources, type SearchRadius, type Sources } from './places/sources.ts';
import { timeZoneOf } from './places/time-zone.ts';

/** One line of `places.json`, which is a JSON array with one place a line. */
export interface Place {
  readonly id: string;
  readonly kind: 'department' | 'commune';
  /** Null for a department. */
  readonly insee: string | null;
  /** Code of the department or overseas collectivity: `76`, `2A`, `974`. */
  readonly code: string;
  readonly label: string;
  readonly postcodes: readonly string[];
  readonly lat: number;
  readonly lon: number;
  /** The coordinates are an estimate from neighbours, not those of the place. */
  readonly approximate: boolean;
  readonly population: number;
  readonly radiusKm: number;
  readonly enlargeKm: number;
  readonly timeZone: string;
}

export interface Stats {
  readonly file: string;
  readonly places: number;
  readonly departments: number;
  readonly communes: number;
  readonly arrondissements: number;
  /** Shares of communes (arrondissements not counted twice) with exact coordinates, 0 to 1. */
  readonly exactShare: number;
  readonly exactPopulationShare: number;
  readonly methods: Readonly<Record<Method, number>>;
}

export const PLACES_FILE = fileURLToPath(
  new URL('../packages/platform/data/places.json', import.meta.url),
);

export async function buildPlaces(file: string = PLACES_FILE): Promise<Stats> {
  const sources = await readSources();
  const located = locate(sources);
  const places = [...departmentPlaces(sources, located), ...communePlaces(sources, located)];
  await mkdir(dirname(file), { recursive: true });
  // Whole or not at all: a reader never sees half a file.
  await writeFile(`${file}.part`, `[\n${places.map((p) => JSON.stringify(p)).join(',\n')}\n]\n`);
  await rename(`${file}.part`, file);
  return { file, ...count(sources, located) };
}

function departmentPlaces(sources: Sources, located: ReadonlyMap<string, Located>): Place[] {
  const members = new Map<string, Located[]>();
  for (const commune of sources.communes) {
    if (commune.arrondissementOf) continue;
    push(members, commune.department, located.get(commune.insee)!);
  }
  return sources.departments.map(({ code, label }) => {
    const communes = members.get(code) ?? [];
    const exact = communes.filter((commune) => !commune.approximate);
    const centre = meanPoint(exact, (commune) => commune.population);
    if (!centre) throw new Error(`No commune of department ${code} has coordinates`);
    return {
      id: `department-${code}`,
      kind: 'department',
      insee: null,
      code,
      label,
      postcodes: [],
      lat: round(centre.lat),
      lon: round(centre.lon),
      approximate: false,
      population: communes.reduce((sum, commune) => sum + commune.population, 0),
      radiusKm: departmentRadiusKm(sources.searchRadius, code),
      enlargeKm: tierOf(sources.searchRadius, code).enlargeKm,
      timeZone: timeZoneOf(code),
    };
  });
}

function communePlaces(sources: Sources, located: ReadonlyMap<string, Located>): Place[] {
  return sources.communes.map((commune) => {
    const { insee, department, label, postcodes, population } = commune;
    const { lat, lon, approximate } = located.get(insee)!;
    const { radiusKm, enlargeKm } = tierOf(sources.searchRadius, department);
    return {
      id: `commune-${insee}`,
      kind: 'commune',
      insee,
      code: department,
      label,
      postcodes,
      lat: round(lat),
      lon: round(lon),
      approximate,
      population,
      radiusKm,
      enlargeKm,
      timeZone: timeZoneOf(department, insee),
    };
  });
}

function tierOf(table: SearchRadius, department: string): SearchRadius['tiers'][number] {
  const tier = table.tiers.find(({ departments }) => departments.includes(department));
  if (!tier) throw new Error(`data/search-radius.json lacks department ${department}`);
  return tier;
}

function departmentRadiusKm(table: SearchRadius, department: string): number {
  const radius =
    table.departmentRadiusKm[department] ?? table.overseasDepartmentRadiusKm[department]?.radiusKm;
  if (!radius) throw new Error(`data/search-radius.json lacks the radius of ${department}`);
  return radius;
}

/** Four decimals are 11 m. */
function round(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}

function count(sources: Sources, located: ReadonlyMap<string, Located>): Omit<Stats, 'file'> {
  const communes = sources.communes.filter((commune) => !commune.arrondissementOf);
  const points = communes.map((commune) => located.get(commune.insee)!);
  const exact = points.filter((point) => !point.approximate);
  const people = (list: readonly Located[]) => list.reduce((sum, p) => sum + p.population, 0);
  const methods = {} as Record<Method, number>;
  for (const { method } of points) methods[method] = (methods[method] ?? 0) + 1;
  return {
    places: sources.departments.length + sources.communes.length,
    departments: sources.departments.length,
    communes: communes.length,
    arrondissements: sources.communes.length - communes.length,
    exactShare: exact.length / points.length,
    exactPopulationShare: people(exact) / people(points),
    methods,
  };
}

/** The shares as the command prints them. */
export function summary(stats: Stats): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const methods = Object.entries(stats.methods)
    .sort(([, a], [, b]) => b - a)
    .map(([method, communes]) => `  ${String(communes).padStart(6)}  ${method}`);
  return [
    `${stats.places} places: ${stats.departments} departments, ${stats.communes} communes, ` +
      `${stats.arrondissements} municipal arrondissements`,
    `exact coordinates: ${percent(stats.exactShare)} of communes, ` +
      `${percent(stats.exactPopulationShare)} of the population`,
    ...methods,
    stats.file,
  ].join('\n');
}

if (import.meta.main) console.log(summary(await buildPlaces()));
