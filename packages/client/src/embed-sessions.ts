/**
 * Tokens for embedded elements, made by the server of the page.
 *
 * @module
 */
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { EmbedSession, EmbedSessionRequest } from './types.ts';

/** Tokens for embedded elements, asked for by the server of the page that embeds them. */
export interface EmbedSessionsResource {
  /**
   * A token of 15 minutes for one element on one origin, for one practitioner or role
   * (`openEmbedSession`). Never call it from a browser: it takes the server's own credentials. The page asks
   * for it with `embedToken('/sas-token')` of `@sas-kit/client/embed-token`.
   *
   * @example
   * app.post('/sas-token', async (request, response) => {
   *   const { nationalId } = signedIn(request);
   *   response.json(await client.embedSessions.create({ element: 'sas-agenda', origin, nationalId }));
   * });
   * @example Each person in front of a desk is a caller of their own
   * await client.embedSessions.create({ element: 'sas-orientation', origin, role: 'call-taker', user: 'op-4711' });
   * @throws NotFoundError for a practitioner that is not the caller's, PermissionError for a role
   */
  create(request: EmbedSessionRequest, options?: CallOptions): Promise<EmbedSession>;
}

/** `client.embedSessions` over a transport of one's own. */
export function embedSessionsResource({ request }: Transport): EmbedSessionsResource {
  return {
    create: (body, options) => request('POST', '/v1/embed-sessions', { ...options, body }),
  };
}
