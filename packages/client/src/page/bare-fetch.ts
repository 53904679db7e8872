import type { BareRequest } from '../bare-fetch.ts';

/**
 * Stands in for `../bare-fetch.ts` in the files that pages load: without ky's 5 kB, of which one
 * attempt uses nothing, and without cookies, which these files never send.
 */
export function bareFetch(
  url: string,
  { body, ...init }: BareRequest,
  send: typeof globalThis.fetch,
): Promise<Response> {
  return send(url, { ...init, body: body ?? null, credentials: 'omit' });
}
