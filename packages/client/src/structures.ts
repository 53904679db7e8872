/**
 * Practices, CPTS, hospitals and other bodies.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { StructurePage } from './types.ts';

/** Query of `GET /v1/structures`. */
export type StructureQuery = Query<'GET', '/v1/structures'>;

/** Practices, CPTS, hospitals and other bodies. */
export interface StructuresResource {
  /** A page of structures, by name (`listStructures`). */
  list(query?: StructureQuery, options?: CallOptions): Promise<StructurePage>;
}

/** `client.structures` over a transport of one's own. */
export function structuresResource({ request }: Transport): StructuresResource {
  return { list: (query, options) => request('GET', '/v1/structures', { ...options, query }) };
}
