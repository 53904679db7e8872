/**
 * Departments and communes.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { PlacePage } from './types.ts';

/** Query of `GET /v1/places`. */
export type PlaceQuery = Query<'GET', '/v1/places'>;

/** Departments and communes. */
export interface PlacesResource {
  /**
   * Places whose name or postcode begins so, best first (`searchPlaces`).
   *
   * @example
   * const { items } = await client.places.search({ q: 'st romain', limit: 5 }, { signal });
   */
  search(query: PlaceQuery, options?: CallOptions): Promise<PlacePage>;
}

/** `client.places` over a transport of one's own. */
export function placesResource({ request }: Transport): PlacesResource {
  return { search: (query, options) => request('GET', '/v1/places', { ...options, query }) };
}
