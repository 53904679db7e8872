import type { Query } from './operation.ts';
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { Territory, TerritoryPage, TerritoryRegime } from './types.ts';

/** Query of `GET /v1/territories`. */
export type TerritoryQuery = Query<'GET', '/v1/territories'>;

/** Query of `GET /v1/territories/{territoryId}/regime`. */
export type RegimeQuery = Query<'GET', '/v1/territories/{territoryId}/regime'>;

/** Territories of the SAS: who answers, under which number. */
export interface TerritoriesResource {
  /** A page of territories, by name (`listTerritories`). */
  list(query?: TerritoryQuery, options?: CallOptions): Promise<TerritoryPage>;
  /**
   * One territory (`getTerritory`).
   *
   * @throws NotFoundError
   */
  get(territoryId: string, options?: CallOptions): Promise<Territory>;
  /**
   * SAS hours or PDSA, which numbers answer, until when (`getTerritoryRegime`). `regimeAt` of
   * `@sas-kit/client/regime` says the same of a territory that is already there.
   *
   * @throws NotFoundError
   */
  regime(territoryId: string, query?: RegimeQuery, options?: CallOptions): Promise<TerritoryRegime>;
}

/** One territory alone, for pages that read no other. */
export function territoryResource({ request }: Transport): Pick<TerritoriesResource, 'get'> {
  return {
    get: (territoryId, options) =>
      request('GET', '/v1/territories/{territoryId}', { ...options, path: { territoryId } }),
  };
}

/** `client.territories` over a transport of one's own. */
export function territoriesResource(transport: Transport): TerritoriesResource {
  const { request } = transport;
  return {
    ...territoryResource(transport),
    list: (query, options) => request('GET', '/v1/territories', { ...options, query }),
    regime: (territoryId, query, options) =>
      request('GET', '/v1/territories/{territoryId}/regime', {
        ...options,
        path: { territoryId },
        query,
      }),
  };
}
