import type { BareRequest } from '../bare-fetch.ts';

/**
 * Stands in for `../bare-fetch.ts` in the files that pages load, where every `Request` knows
 * credentials. Cookies go along with what a signed-in reader's element asks, of the page's own origin,
 * and with nothing else.
 */
export function bareFetch(
  url: string,
  { body, ...init }: BareRequest,
  send: typeof globalThis.fetch,
  cookies: boolean | undefined,
): Promise<Response> {
  const credentials = cookies ? 'same-origin' : 'omit';
  return send(url, { ...init, body: body ?? null, credentials });
}
