/**
 * The search: free slots around a place.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { Availability, PublicAvailability } from './types.ts';

/** Query of `searchAvailability`: exactly one place (`insee`, `department`, `lat` with `lon`, `q`). */
export type AvailabilityQuery = Query<'GET', '/v1/availability'>;

/** Free slots around a place. */
export interface AvailabilityResource {
  /**
   * Cards of practitioners and places with their free slots (`searchAvailability`). A publishable key
   * gets `PublicAvailability`, a professional `Availability`, the one with `sources`.
   *
   * @example
   * const { items } = await client.availability.search({ insee: '76351', specialty: 'SM54' });
   * @throws ValidationError `place-required`, `ambiguous-place`, `unknown-place`, `window-too-long`
   */
  search(
    query: AvailabilityQuery,
    options?: CallOptions,
  ): Promise<Availability | PublicAvailability>;
}

/** `client.availability` over a transport of one's own. */
export function availabilityResource({ request }: Transport): AvailabilityResource {
  return {
    search: (query, options) => request('GET', '/v1/availability', { ...options, query }),
  };
}
