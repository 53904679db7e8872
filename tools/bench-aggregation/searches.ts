import { setTimeout as wait } from 'node:timers/promises';
import { chance } from '../../examples/vendor-simulator/chance.ts';
import { drawCommune } from '../../examples/vendor-simulator/communes.ts';
import { distanceKm } from '../places/names.ts';
import { communes, type SearchPlace } from './world.ts';

/** Searches at once. */
const AT_ONCE = 8;
/** Between the beginnings of two of them, ms. */
const APART_MS = 100;
/** A search may look further than the radius of its place. */
const WIDER = 1.5;

/** From where people search: communes drawn by population. */
export function searchPlaces(seed: number, count: number): SearchPlace[] {
  return Array.from({ length: count }, (_, number) => searchPlace(seed, number));
}

/** From where the n-th search comes. */
export function searchPlace(seed: number, number: number): SearchPlace {
  return drawCommune(communes(), chance(seed, 'search', number)) as SearchPlace;
}

/** Searches from each of some places, one begun after the other as people do. */
export function fromEach<Result>(
  places: readonly SearchPlace[],
  search: (place: SearchPlace) => Promise<Result>,
): Promise<Result[]> {
  return Promise.all(places.map((place, at) => wait(at * APART_MS).then(() => search(place))));
}

/** The same places in groups of eight at most, in which no two are near each other: they share no answer. */
export function* apart(places: readonly SearchPlace[]): Generator<SearchPlace[]> {
  const waiting = [...places];
  while (waiting.length > 0) {
    const group: SearchPlace[] = [];
    for (let at = 0; at < waiting.length && group.length < AT_ONCE;) {
      if (group.some((other) => meet(waiting[at]!, other))) at += 1;
      else group.push(...waiting.splice(at, 1));
    }
    yield group;
  }
}

/** Whether two searches may ask for the same practitioners. */
const meet = (one: SearchPlace, other: SearchPlace): boolean =>
  distanceKm(one, other) < WIDER * (one.radiusKm + other.radiusKm);
