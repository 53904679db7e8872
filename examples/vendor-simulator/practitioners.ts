import type { OfferedPractitioner } from '@sas-kit/connector';
import type { Place } from '@sas-kit/fhir';
import { chance } from './chance.ts';
import { type Commune, DEMONSTRATION, drawCommune } from './communes.ts';

/** What the simulated world is made of; the same numbers make the same world. */
export interface WorldOptions {
  readonly seed: number;
  readonly vendors: number;
  /** Of all vendors together. */
  readonly practitioners: number;
  /** Where they practise [the demonstration's]. */
  readonly communes?: readonly Commune[];
}

/** Most practitioners: RPPS of the fictive range, `10999` and five digits before the key. */
export const MOST_PRACTITIONERS = 100_000;

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

/** The n-th practitioner of the world, everything about it fictive but the commune. */
export function practitionerOf(index: number, options: WorldOptions): SimulatedPractitioner {
  const { seed, communes = DEMONSTRATION } = options;
  const drawn = chance(seed, 'commune', index);
  const { city, insee, postalCode, lat, lon } = drawCommune(communes, drawn);
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
