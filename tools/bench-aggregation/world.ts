import { readFileSync } from 'node:fs';
import type { Commune } from '../../examples/vendor-simulator/communes.ts';
import type { SimulatedPractitioner } from '../../examples/vendor-simulator/practitioners.ts';
import {
  practitionersOf,
  type SimulatorOptions,
} from '../../examples/vendor-simulator/simulator.ts';

const PLACES = new URL('../../packages/platform/data/places.json', import.meta.url);
/** Paris, Marseille, Lyon: their arrondissements are counted one by one. */
const OF_ARRONDISSEMENTS = new Set(['75056', '13055', '69123']);
/** Days that a window of 48 h touches with their whole opening hours. */
const DAYS_OF_A_WINDOW = 2;

/** A commune from which people search. */
export interface SearchPlace extends Commune {
  readonly radiusKm: number;
}

/** What the world is made of. */
export interface WorldSettings {
  readonly seed: number;
  readonly vendors: number;
  readonly practitioners: number;
  /** Share of the practitioners that have a free slot within 48 h. */
  readonly share: number;
  /** Delay of the vendors, ms; log-normal. */
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly rates: SimulatorOptions['rates'];
}

/** The world of the national figures: 33 vendors, of which 1 % of the answers come after 7 s, 0.5 % are malformed. */
export const FRANCE: WorldSettings = {
  seed: 1,
  vendors: 33,
  practitioners: 100_000,
  share: 0.3,
  medianMs: 400,
  p95Ms: 2_500,
  // Of this log-normal delay 0.5 % lie beyond 7 s; as many never come.
  rates: { malformed: 0.005, hang: 0.005 },
};

interface PlaceRecord {
  kind: string;
  insee: string;
  label: string;
  postcodes: string[];
  lat: number;
  lon: number;
  population: number;
  radiusKm: number;
}

let read: readonly SearchPlace[] | null = null;

/** The communes of the directory by their population, arrondissements in place of their city. */
export function communes(): readonly SearchPlace[] {
  read ??= (JSON.parse(readFileSync(PLACES, 'utf8')) as PlaceRecord[])
    .filter(({ kind, insee }) => kind === 'commune' && !OF_ARRONDISSEMENTS.has(insee))
    .map(({ label, insee, postcodes, lat, lon, population, radiusKm }) => ({
      city: label,
      insee,
      postalCode: postcodes[0] ?? '00000',
      lat,
      lon,
      weight: population,
      radiusKm,
    }));
  return read;
}

/** What the simulator makes of it, on free ports. */
export function simulatorOptions(world: WorldSettings): SimulatorOptions {
  const { share, ...options } = world;
  return {
    ...options,
    communes: communes(),
    freeRate: 1 - (1 - share) ** (1 / DAYS_OF_A_WINDOW),
    port: 0,
    only: null,
    always: null,
  };
}

/** Every practitioner of the world. */
export function practitioners(world: WorldSettings): SimulatedPractitioner[] {
  return [...practitionersOf(simulatorOptions(world))];
}
