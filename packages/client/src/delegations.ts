/**
 * Who acts for which professional or structure.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions, CreateOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type {
  Delegation,
  DelegationAcceptance,
  DelegationPage,
  DelegationRequest,
} from './types.ts';

/** Query of `GET /v1/delegations`. */
export type DelegationQuery = Query<'GET', '/v1/delegations'>;

/** Who acts for which professional or structure. */
export interface DelegationsResource {
  /** A page of those that the caller asked for or that were asked of it, newest first (`listDelegations`). */
  list(query?: DelegationQuery, options?: CallOptions): Promise<DelegationPage>;
  /**
   * Asks a professional to act for it (`createDelegation`). Whether anybody has the identifier is not told.
   *
   * @throws ConflictError `delegation-exists`
   */
  ask(delegation: DelegationRequest, options?: CreateOptions): Promise<Delegation>;
  /** One delegation (`getDelegation`). */
  get(delegationId: string, options?: CallOptions): Promise<Delegation>;
  /**
   * The professional accepts, for less or a shorter time if it likes (`acceptDelegation`).
   *
   * @throws ConflictError `invalid-transition`
   */
  accept(
    delegationId: string,
    terms?: DelegationAcceptance,
    options?: CallOptions,
  ): Promise<Delegation>;
  /**
   * The professional refuses (`refuseDelegation`).
   *
   * @throws ConflictError `invalid-transition`
   */
  refuse(delegationId: string, options?: CallOptions): Promise<Delegation>;
  /** Either of them ends it; it holds at the delegate's next call (`endDelegation`). */
  end(delegationId: string, options?: CallOptions): Promise<Delegation>;
}

/** `client.delegations` over a transport of one's own. */
export function delegationsResource({ request }: Transport): DelegationsResource {
  const one = '/v1/delegations/{delegationId}' as const;
  return {
    list: (query, options) => request('GET', '/v1/delegations', { ...options, query }),
    ask: (body, options) => request('POST', '/v1/delegations', { ...options, body }),
    get: (delegationId, options) => request('GET', one, { ...options, path: { delegationId } }),
    accept: (delegationId, terms = {}, options) =>
      request('POST', `${one}/accept`, { ...options, path: { delegationId }, body: terms }),
    refuse: (delegationId, options) =>
      request('POST', `${one}/refuse`, { ...options, path: { delegationId } }),
    end: (delegationId, options) =>
      request('POST', `${one}/end`, { ...options, path: { delegationId } }),
  };
}
