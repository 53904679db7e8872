/**
 * Specialties of TRE_R38.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { SpecialtyPage } from './types.ts';

/** Query of `GET /v1/specialties`. */
export type SpecialtyQuery = Query<'GET', '/v1/specialties'>;

/** Specialties of TRE_R38. */
export interface SpecialtiesResource {
  /** Specialties by name or code, all of them without `q` (`searchSpecialties`). */
  search(query?: SpecialtyQuery, options?: CallOptions): Promise<SpecialtyPage>;
}

/** `client.specialties` over a transport of one's own. */
export function specialtiesResource({ request }: Transport): SpecialtiesResource {
  return {
    search: (query, options) => request('GET', '/v1/specialties', { ...options, query }),
  };
}
