/**
 * `client.protocols`: under which somebody who is no doctor orients.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions, CreateOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { Protocol, ProtocolPage, ProtocolRequest, SignatureRequest } from './types.ts';

const list = '/v1/protocols' as const;
const one = '/v1/protocols/{protocolId}' as const;

/** Query of `GET /v1/protocols`. */
export type ProtocolQuery = Query<'GET', typeof list>;

/** Protocols of territories. Both holders sign; what is signed does not change any more. */
export interface ProtocolsResource {
  /** A page of protocols of the caller's territories, newest first (`listProtocols`). */
  list(query?: ProtocolQuery, options?: CallOptions): Promise<ProtocolPage>;
  /** Writes a draft, or that of the next version (`createProtocol`). */
  create(protocol: ProtocolRequest, options?: CreateOptions): Promise<Protocol>;
  /** One protocol (`getProtocol`). */
  get(protocolId: string, options?: CallOptions): Promise<Protocol>;
  /**
   * Signs for a holder of the territory (`signProtocol`): two accounts, one each.
   *
   * @throws PermissionError where other leads are named for this holder
   * @throws ConflictError `protocol-signed` where the holder or the account has signed
   * @throws ValidationError `unknown-holder`
   */
  sign(protocolId: string, signature: SignatureRequest, options?: CallOptions): Promise<Protocol>;
  /**
   * Ends a signed one at once, for a holder of the territory (`endProtocol`).
   *
   * @throws ConflictError `invalid-transition` for a draft
   * @throws ValidationError `unknown-holder`
   */
  end(protocolId: string, holder: SignatureRequest, options?: CallOptions): Promise<Protocol>;
  /**
   * Drops a draft, also one that one holder has signed (`deleteProtocol`).
   *
   * @throws ConflictError `protocol-signed` where both have, or where there is a later version
   */
  remove(protocolId: string, options?: CallOptions): Promise<void>;
}

/** `client.protocols` over a transport of one's own. */
export function protocolsResource({ request }: Transport): ProtocolsResource {
  return {
    list: (query, options) => request('GET', list, { ...options, query }),
    create: (body, options) => request('POST', list, { ...options, body }),
    get: (protocolId, options) => request('GET', one, { ...options, path: { protocolId } }),
    sign: (protocolId, body, options) =>
      request('POST', `${one}/signatures`, { ...options, path: { protocolId }, body }),
    end: (protocolId, body, options) =>
      request('POST', `${one}/end`, { ...options, path: { protocolId }, body }),
    remove: (protocolId, options) => request('DELETE', one, { ...options, path: { protocolId } }),
  };
}
