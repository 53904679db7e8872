import type { SimulatedPractitioner } from '../../examples/vendor-simulator/practitioners.ts';
import { distanceKm } from '../places/names.ts';
import type { SearchPlace } from './world.ts';

/** Degrees of a cell; a circle of 50 km reaches one cell further, at most two in the north. */
const CELL = 1;

/** Practitioners by where they are, in memory. */
export class Directory {
  readonly #cells = new Map<string, SimulatedPractitioner[]>();

  constructor(practitioners: readonly SimulatedPractitioner[]) {
    for (const each of practitioners) {
      const cell = this.#cellOf(each.place.lat!, each.place.lon!);
      const there = this.#cells.get(cell);
      if (there === undefined) this.#cells.set(cell, [each]);
      else there.push(each);
    }
  }

  /** The practitioners within the radius of a commune, in no order. */
  near(place: SearchPlace): SimulatedPractitioner[] {
    const found: SimulatedPractitioner[] = [];
    for (const north of [-1, 0, 1]) {
      for (const east of [-2, -1, 0, 1, 2]) {
        const cell = this.#cellOf(place.lat + north * CELL, place.lon + east * CELL);
        found.push(...(this.#cells.get(cell) ?? []));
      }
    }
    return found.filter(
      ({ place: { lat, lon } }) => distanceKm(place, { lat: lat!, lon: lon! }) <= place.radiusKm,
    );
  }

  #cellOf(lat: number, lon: number): string {
    return `${Math.floor(lat / CELL)}/${Math.floor(lon / CELL)}`;
  }
}
