/**
 * Territories, their numbers and what answers in them.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions, EditOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type {
  Territory,
  TerritoryChangePage,
  TerritoryChangeResult,
  TerritoryPage,
  TerritoryRegime,
  TerritoryUpdate,
} from './types.ts';

/** Query of `GET /v1/territories`. */
export type TerritoryQuery = Query<'GET', '/v1/territories'>;

/** Query of `GET /v1/territories/{territoryId}/regime`. */
export type RegimeQuery = Query<'GET', '/v1/territories/{territoryId}/regime'>;

/** Query of `GET /v1/territories/{territoryId}/changes`. */
export type TerritoryChangeQuery = Query<'GET', '/v1/territories/{territoryId}/changes'>;

/** Territories of the SAS: who answers, under which number. */
export interface TerritoriesResource {
  /** A page of territories, by name (`listTerritories`). */
  list(query?: TerritoryQuery, options?: CallOptions): Promise<TerritoryPage>;
  /**
   * One territory (`getTerritory`). `responseInfo` of it holds the `etag`.
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
  /**
   * Changes a territory, now or from `effectiveFrom` on (`updateTerritory`).
   *
   * @throws PreconditionError when it changed since it was read
   * @throws ValidationError `emergency-number`, `accountability-required`, `effective-in-past`,
   *   `version-required`; `errors` names each place
   */
  update(
    territoryId: string,
    changes: TerritoryUpdate,
    options: EditOptions,
  ): Promise<TerritoryChangeResult>;
  /** What a change would make of the territory and its regime; nothing is kept (`updateTerritory`). */
  preview(
    territoryId: string,
    changes: TerritoryUpdate,
    options?: CallOptions,
  ): Promise<TerritoryChangeResult>;
  /** A page of the changes that wait for their instant, soonest first (`listTerritoryChanges`). */
  changes(
    territoryId: string,
    query?: TerritoryChangeQuery,
    options?: CallOptions,
  ): Promise<TerritoryChangePage>;
  /**
   * Withdraws a change that waits (`withdrawTerritoryChange`); `ifMatch` is the territory's.
   *
   * @throws PreconditionError when the territory changed since it was read
   * @throws ConflictError `invalid-transition` when it has begun to hold
   */
  withdrawChange(territoryId: string, changeId: string, options: EditOptions): Promise<void>;
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
  const one = '/v1/territories/{territoryId}' as const;
  return {
    ...territoryResource(transport),
    list: (query, options) => request('GET', '/v1/territories', { ...options, query }),
    regime: (territoryId, query, options) =>
      request('GET', '/v1/territories/{territoryId}/regime', {
        ...options,
        path: { territoryId },
        query,
      }),
    update: (territoryId, body, options) =>
      request('PATCH', one, { ...options, path: { territoryId }, body }),
    preview: (territoryId, body, options) =>
      request('PATCH', one, { ...options, path: { territoryId }, query: { preview: true }, body }),
    changes: (territoryId, query, options) =>
      request('GET', `${one}/changes`, { ...options, path: { territoryId }, query }),
    withdrawChange: (territoryId, changeId, options) =>
      request('DELETE', `${one}/changes/{changeId}`, {
        ...options,
        path: { territoryId, changeId },
      }),
  };
}
