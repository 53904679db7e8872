import type { Caller } from '../identity/caller.ts';
import type { AvailabilityQuery, Search } from './query.ts';
import { isPublic } from './search.ts';

/** A search that was answered: where, and whether its first page had a free slot. */
export interface Searched {
  insee: string | null;
  lat: number;
  lon: number;
  audience: 'professional' | 'public';
  /** Nothing free but the own doctor's, which says nothing of a place. */
  empty: boolean;
  at: Date;
}

/** Told of every search, which does not wait for it. */
export type OnSearched = (searched: Searched) => void;

/** What is told of a search. */
export function toldOf(
  caller: Caller,
  { place: { insee, lat, lon } }: Search,
  empty: boolean,
  at: Date,
): Searched {
  return { insee, lat, lon, audience: isPublic(caller) ? 'public' : 'professional', empty, at };
}

/** Whether a question begins a search: a further page does not, nor a live one that goes on by its seed. */
export function isNew({ cursor, seed }: AvailabilityQuery): boolean {
  return cursor === undefined && seed === undefined;
}
