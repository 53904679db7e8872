/**
 * The token of a program: by its client id and secret.
 *
 * @module
 */
import { callerFor } from './call.ts';
import { checkBaseUrl } from './check-options.ts';
import { exchange } from './attempt.ts';
import { InvalidResponseError } from './errors.ts';
import { keepToken } from './keep-token.ts';
import type { TransportOptions, TokenProvider } from './options.ts';

/** Who asks for a token, and where. */
export interface ClientCredentials extends Pick<TransportOptions, 'baseUrl' | 'fetch' | 'retries'> {
  clientId: string;
  /** Of a server only: never in a page. It is in no error and no log. */
  clientSecret: string;
  /** Milliseconds one attempt may take. Default 5 000. */
  timeoutMs?: number | undefined;
}

const operation = 'POST /oauth/token';

/** RFC 6749, 2.3.1: both halves are form-encoded before they are joined. */
function basic(id: string, secret: string): string {
  const form = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);
  return `Basic ${btoa(`${form(id)}:${form(secret)}`)}`;
}

function check(clientId: unknown, clientSecret: unknown, baseUrl: unknown): void {
  if ('document' in globalThis) {
    throw new TypeError('clientSecret belongs on a server: a page takes a key or embedToken');
  }
  if (!clientId || !clientSecret) throw new TypeError('clientId and clientSecret must be given');
  checkBaseUrl(baseUrl);
}

/**
 * Gives the token of a program (RFC 6749, 4.4), asked of `/oauth/token` once for all calls, kept until
 * shortly before its end, asked again when it is refused. Where it cannot be had, calls reject with an
 * `AuthenticationError` whose `cause` is the error of this question and which is `retryable` if that is.
 *
 * @param now - milliseconds since the epoch, for tests
 * @throws TypeError at once, in a page, and where the id, the secret or the address can be none
 * @example
 * import { createSasClient } from '@sas-kit/client';
 * import { clientCredentials } from '@sas-kit/client/client-credentials';
 *
 * const { SAS_CLIENT_ID: clientId = '', SAS_CLIENT_SECRET: clientSecret = '' } = process.env;
 * const token = clientCredentials({ baseUrl, clientId, clientSecret });
 * const client = createSasClient({ baseUrl, token });
 */
export function clientCredentials(
  { clientId, clientSecret, timeoutMs = 5_000, ...options }: ClientCredentials,
  now: () => number = Date.now,
): TokenProvider {
  check(clientId, clientSecret, options.baseUrl);
  const budgetMs = 2 * timeoutMs;
  const headers = { authorization: basic(clientId, clientSecret) };
  const call = callerFor(async () => ({ headers, renewable: undefined }), {
    ...options,
    timeoutMs,
    budgetMs,
  });
  const send: typeof exchange = ({ headers, ...request }, ...how) =>
    exchange(
      {
        ...request,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'grant_type=client_credentials',
      },
      ...how,
    );

  async function ask({ signal }: { signal: AbortSignal }) {
    const answer = (await call('POST', '/oauth/token', { signal }, { send })) ?? {};
    const { access_token: token, expires_in: expiresInSeconds } = answer as Record<string, unknown>;
    if (typeof token !== 'string' || typeof expiresInSeconds !== 'number') {
      throw new InvalidResponseError({ code: 'invalid-response', operation, attempts: 1 });
    }
    return { token, expiresInSeconds };
  }

  return keepToken(ask, { timeoutMs: budgetMs }, now);
}
