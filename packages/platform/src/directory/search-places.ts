import type { components } from '../generated/platform.ts';
import { findAddresses } from './find-address.ts';
import { type Geocoder, toAddressPlace } from './geocoder.ts';
import { findPlaces, toPlace } from './places.ts';

type Place = components['schemas']['Place'];

/** Places of a kind, or of any. */
export interface PlaceQuestion {
  q: string;
  kind?: Place['kind'];
  limit: number;
}

/** Communes and departments that a text may mean; where there is none, addresses. */
export async function searchPlaces(
  geocoder: Geocoder | null,
  { q, kind, limit }: PlaceQuestion,
): Promise<Place[]> {
  const places = kind === 'address' ? [] : findPlaces(q, limit, kind);
  const wantsAddress = kind === 'address' || (kind === undefined && places.length === 0);
  if (!wantsAddress) return places.map(toPlace);
  return (await findAddresses(geocoder, q, Math.min(limit, 20))).map(toAddressPlace);
}
