/**
 * Who calls.
 *
 * @module
 */
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { Session, TermsAcceptance } from './types.ts';

/** Who calls. A browser signs in at `/auth/sign-in?return=/path`, which is a page and not a call. */
export interface SessionResource {
  /**
   * Who calls and what it may do, as it stands now (`getSession`).
   *
   * @throws AuthenticationError for nobody
   */
  get(options?: CallOptions): Promise<Session>;
  /** Ends the session of the browser at once (`endSession`). */
  end(options?: CallOptions): Promise<void>;
  /**
   * Accepts the terms of use in force (`acceptTerms`). Until then other calls are `terms-not-accepted`.
   *
   * @throws ConflictError `terms-outdated` when another version is in force
   */
  acceptTerms(terms: TermsAcceptance, options?: CallOptions): Promise<Session>;
}

/** `client.session` over a transport of one's own. */
export function sessionResource({ request }: Transport): SessionResource {
  return {
    get: (options) => request('GET', '/v1/session', { ...options }),
    end: (options) => request('DELETE', '/v1/session', { ...options }),
    acceptTerms: (body, options) => request('POST', '/v1/session/terms', { ...options, body }),
  };
}
