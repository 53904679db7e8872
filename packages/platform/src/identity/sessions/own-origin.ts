import { isLoopbackHost } from '../../http/loopback.ts';
import type { Presented } from '../authenticate.ts';

/** Methods that change nothing. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The origin under which browsers see this server: as set, else that of the request where it came to
 * this machine itself.
 *
 * @param publicUrl setting, `https://sas.example`.
 * @returns null where nobody said it, or where cookies would travel in clear: none counts then.
 */
export function ownOrigin(publicUrl: string | null, host: string | undefined): string | null {
  if (publicUrl !== null) {
    const { protocol, host: name, origin } = new URL(publicUrl);
    return protocol === 'https:' || isLoopbackHost(name) ? origin : null;
  }
  return host !== undefined && isLoopbackHost(host) ? `http://${host}` : null;
}

/**
 * Whether a cookie counts with this request: only one that a page of this server sent, or, where
 * nothing is changed, one that the person typed. `Sec-Fetch-Site` cannot be forged by a page; browsers
 * without it still tell the `Origin` of whatever changes something.
 */
export function cookieCounts(presented: Presented, own: string): boolean {
  const { method, origin, site } = presented;
  // A form of a page that sends no referrer is of the origin `null`; `site` tells whose it is.
  const foreign = origin !== undefined && origin !== own && origin !== 'null';
  if (foreign) return false;
  if (site !== undefined) return site === 'same-origin' || (site === 'none' && SAFE.has(method));
  return SAFE.has(method) ? origin === undefined : origin === own;
}
