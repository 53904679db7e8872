import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, base64url. */
const SECRET = /^[\w-]{43}$/;

/** The two cookies of a browser; both are for this server alone and out of the reach of scripts. */
export type CookieName = 'session' | 'sign-in';

/** A new value of a cookie, 256 bits from the system's generator. */
export function newCookieSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a cookie's value. */
export function cookieHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/**
 * The name in the header. `__Host-` over TLS: a browser then takes it from this very host over TLS only,
 * so that no neighbour under the same domain can plant one.
 */
function headerName(name: CookieName, secure: boolean): string {
  return secure ? `__Host-sas-${name}` : `sas-${name}`;
}

/** The value in a `Cookie` header; null where there is none, or where it stands twice. */
export function readCookie(
  header: string | undefined,
  name: CookieName,
  secure: boolean,
): string | null {
  const wanted = `${headerName(name, secure)}=`;
  const found = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(wanted))
    .map((pair) => pair.slice(wanted.length));
  return found.length === 1 && SECRET.test(found[0]!) ? found[0]! : null;
}

/**
 * A `Set-Cookie` header. Lax, not Strict: the browser comes back from the identity provider by a link
 * of another site.
 *
 * @param maxAgeSeconds 0 takes the cookie away.
 */
export function writeCookie(
  name: CookieName,
  value: string,
  { secure, maxAgeSeconds }: { secure: boolean; maxAgeSeconds: number },
): string {
  const attributes = [`Max-Age=${maxAgeSeconds}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (secure) attributes.push('Secure');
  return [`${headerName(name, secure)}=${value}`, ...attributes].join('; ');
}
