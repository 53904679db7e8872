import type { Query } from './operation.ts';
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { Territory, TerritoryPage } from './types.ts';

/** Query of `GET /v1/territories`. */
export type TerritoryQuery = Query<'GET', '/v1/territories'>;

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
}

/** `client.territories` over a transport of one's own. */
export function territoriesResource({ request }: Transport): TerritoriesResource {
  return {
    list: (query, options) => request('GET', '/v1/territories', { ...options, query }),
    get: (territoryId, options) =>
      request('GET', '/v1/territories/{territoryId}', { ...options, path: { territoryId } }),
  };
}
