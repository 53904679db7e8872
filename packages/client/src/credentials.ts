import type { Ending } from './attempt.ts';
import { isSasError } from './errors.ts';
import type { TransportOptions, TokenProvider } from './options.ts';

/** Who calls, for one attempt. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  /** The cookies of the page's own origin go along. */
  readonly cookies?: boolean | undefined;
  /** The token among them that a provider gave, and could renew. */
  readonly renewable: string | undefined;
}

export type AskCredentials = (
  signal: AbortSignal,
  refused?: string,
) => Promise<Credentials | Extract<Ending, { kind: 'unauthenticated' }>>;

/**
 * Concurrent calls share one question to the provider, and those refused with the same token share
 * its renewal, so that fifty calls with an expired token refresh once. A question whose first asker
 * gave up is forgotten: a provider that hangs does not block the calls after it.
 */
function sharing(provider: TokenProvider): (s: AbortSignal, refused?: string) => Promise<string> {
  let pending: { refused: string | undefined; token: Promise<string> } | undefined;
  let renewed: { refused: string; token: string } | undefined;
  return async (signal, refused) => {
    if (refused !== undefined && renewed?.refused === refused) return renewed.token;
    if (pending && pending.refused === refused) return pending.token;
    const asked = { refused, token: (async () => provider(refused))() };
    const forget = () => {
      if (pending === asked) pending = undefined;
    };
    pending = asked;
    signal.addEventListener('abort', forget, { once: true });
    try {
      const token = await asked.token;
      if (refused !== undefined && token !== refused) renewed = { refused, token };
      return token;
    } finally {
      forget();
      signal.removeEventListener('abort', forget);
    }
  };
}

/**
 * What no token has (RFC 6750, 2.1) goes escaped, and is refused: of a header that it does not take, fetch
 * throws an error that quotes it.
 */
const bearer = (token: string) => ({ authorization: `Bearer ${encodeURI(token.trim())}` });

/** A publishable key, for a page where nobody signs in. */
export function keyCredentials(key: string | undefined): AskCredentials {
  const headers: Credentials['headers'] = key ? { 'x-sas-key': key } : {};
  return async () => ({ headers, renewable: undefined });
}

/** The one credential of every attempt: the token where there is one, else the session, else the key. */
export function createCredentials({ key, token, session }: TransportOptions): AskCredentials {
  if (!token && session) return async () => ({ headers: {}, cookies: true, renewable: undefined });
  if (!token) return keyCredentials(key);
  if (typeof token === 'string') {
    const headers = bearer(token);
    return async () => ({ headers, renewable: undefined });
  }
  const askKey = keyCredentials(key);
  const ask = sharing(token);
  return async (signal, refused) => {
    try {
      const given = await ask(signal, refused);
      return given ? { headers: bearer(given), renewable: given } : await askKey(signal);
    } catch (cause) {
      return { kind: 'unauthenticated', cause, retryable: isSasError(cause) && cause.retryable };
    }
  };
}
