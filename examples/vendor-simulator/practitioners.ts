import type { OfferedPractitioner } from '@sas-kit/connector';
import type { Place } from '@sas-kit/fhir';
import { chance } from './chance.ts';

/** What the simulated world is made of; the same numbers make the same world. */
export interface WorldOptions {
  readonly seed: number;
  readonly vendors: number;
  /** Of all vendors together. */
  readonly practitioners: number;
}

/** Most practitioners: RPPS of the fictive range, `10999` and five digits before the key. */
export const MOST_PRACTITIONERS = 100_000;

/** Commune, INSEE code, postcode, latitude, longitude, and how many practitioners of 100 are there. */
const COMMUNES = [
  ['Le Havre', '76351', '76600', 49.4938, 0.1077, 12],
  ['Fécamp', '76259', '76400', 49.7579, 0.3746, 4],
  ['Montivilliers', '76447', '76290', 49.5452, 0.1877, 4],
  ['Paris', '75056', '75011', 48.8566, 2.3522, 24],
  ['Lyon', '69123', '69003', 45.7485, 4.8467, 16],
  ['Villeurbanne', '69266', '69100', 45.766, 4.8795, 8],
  ['Grenoble', '38185', '38000', 45.1787, 5.7148, 8],
  ['Chambéry', '73065', '73000', 45.5663, 5.9208, 6],
  ['Saint-Étienne', '42218', '42000', 45.4339, 4.39, 8],
  ['Clermont-Ferrand', '63113', '63000', 45.7797, 3.0868, 8],
  ['Saint-Denis', '97411', '97400', -20.8789, 55.4481, 2],
] as const;

/** A kilometre, in degrees of latitude. */
const KILOMETRE = 1 / 111.2;
/** How far from the middle of a commune a practice may be, km. */
const SPREAD_KM = 4;

const GIVEN = ['Camille', 'Dominique', 'Claude', 'Maxence', 'Sacha', 'Alix', 'Charlie', 'Andrea'];
const STREETS = ['rue des Galets', 'allée du Belvédère', 'place des Essais', 'quai des Exemples'];

/** A practitioner of the world with the place and the vendor that it has. */
export interface SimulatedPractitioner {
  /** From 0. */
  readonly index: number;
  /** From 0. */
  readonly vendor: number;
  readonly insee: string;
  readonly practitioner: OfferedPractitioner;
  readonly place: Place;
}

/** The digits followed by their Luhn key. */
function withLuhnKey(digits: string): string {
  let sum = 0;
  for (const [position, digit] of [...digits].reverse().entries()) {
    const doubled = position % 2 === 0 ? Number(digit) * 2 : Number(digit);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** The fictive RPPS of a practitioner, 11 digits. */
export function rppsOf(index: number): string {
  return withLuhnKey(`10999${String(index).padStart(5, '0')}`);
}

/** The practitioner of an RPPS, null for one of somebody else. */
export function indexOf(rpps: string): number | null {
  const index = /^10999(\d{5})\d$/.exec(rpps)?.[1];
  return index === undefined || rppsOf(Number(index)) !== rpps ? null : Number(index);
}

/** Few vendors have most practitioners: the n-th one n times fewer than the first. */
export function vendorOf(index: number, { seed, vendors }: WorldOptions): number {
  let total = 0;
  for (let rank = 1; rank <= vendors; rank += 1) total += 1 / rank;
  let drawn = chance(seed, 'vendor', index) * total;
  for (let rank = 1; rank < vendors; rank += 1) {
    drawn -= 1 / rank;
    if (drawn < 0) return rank - 1;
  }
  return vendors - 1;
}

function communeOf(index: number, seed: number): (typeof COMMUNES)[number] {
  let drawn = chance(seed, 'commune', index) * 100;
  return COMMUNES.find(([, , , , , share]) => (drawn -= share) < 0) ?? COMMUNES[0];
}

/** The n-th practitioner of the world, everything about it fictive but the commune. */
export function practitionerOf(index: number, options: WorldOptions): SimulatedPractitioner {
  const { seed } = options;
  const [city, insee, postalCode, lat, lon] = communeOf(index, seed);
  const away = (what: string) => (chance(seed, what, index) * 2 - 1) * SPREAD_KM * KILOMETRE;
  return {
    index,
    vendor: vendorOf(index, options),
    insee,
    practitioner: {
      id: `pr-${index}`,
      nationalId: `8${rppsOf(index)}`,
      family: `Fictif-${index}`,
      given: GIVEN[index % GIVEN.length]!,
      specialties: ['SM54'],
    },
    place: {
      id: `pl-${index}`,
      name: 'Cabinet de démonstration',
      line: `${1 + (index % 90)} ${STREETS[index % STREETS.length]!}`,
      postalCode,
      city,
      phone: '02 61 91 10 20',
      lat: Number((lat + away('lat')).toFixed(6)),
      lon: Number((lon + away('lon') / Math.cos((lat * Math.PI) / 180)).toFixed(6)),
    },
  };
}
