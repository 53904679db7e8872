/**
 * The token of a page, asked of the server that the page came from.
 *
 * @module
 */
import { exchange } from './attempt.ts';
import { InvalidResponseError } from './errors.ts';
import { errorOf, objectOf } from './failure.ts';
import { keepToken, type AskToken, type KeepTokenOptions } from './keep-token.ts';
import type { TokenProvider } from './options.ts';

/** How `embedToken` asks. */
export interface EmbedTokenOptions extends KeepTokenOptions {
  /** Headers to send along, such as a token against forged requests. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Used in place of the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined;
}

/**
 * Seconds until `expiresAt`, by the clock of the server where its answer tells it: that of the page may be
 * wrong by more than a token lives.
 */
function secondsUntil(expiresAt: string, date: string | null, now: number): number {
  const clock = Date.parse(date ?? '');
  return (Date.parse(expiresAt) - (Number.isNaN(clock) ? now : clock)) / 1000;
}

/**
 * Gives the token of an embedded element. Your server answers `POST address` with what
 * `client.embedSessions.create` gave it, `{ token, expiresAt }`; the cookies of the page's own origin go
 * along. It is asked once for all calls, and again shortly before the end.
 *
 * @param now - milliseconds since the epoch, for tests
 * @example
 * document.querySelector('sas-agenda').getToken = embedToken('/sas-token');
 */
export function embedToken(
  address: string,
  { headers = {}, fetch, ...options }: EmbedTokenOptions = {},
  now: () => number = Date.now,
): TokenProvider {
  const operation = 'POST token of the page';
  const facts = { operation, attempts: 1, idempotencyKey: null };
  const page = (globalThis as { location?: { href: string } }).location?.href;

  const ask: AskToken = async ({ signal }) => {
    const request = {
      method: 'POST',
      url: new URL(address, page).href,
      headers: { accept: 'application/json', ...headers },
      body: undefined,
      keepalive: false,
    } as const;
    const own = { headers: {}, cookies: true, renewable: undefined };
    const ending = await exchange(request, own, fetch, signal);
    if (ending.kind !== 'response' || !ending.response.ok) throw errorOf(facts, ending, now());
    const { token, expiresAt } = (objectOf(ending.text) ?? {}) as Record<string, unknown>;
    const date = ending.response.headers.get('date');
    const expiresInSeconds = secondsUntil(String(expiresAt), date, now());
    if (typeof token !== 'string' || Number.isNaN(expiresInSeconds)) {
      const { status } = ending.response;
      throw new InvalidResponseError({ ...facts, code: 'invalid-response', status });
    }
    return { token, expiresInSeconds };
  };

  return keepToken(ask, options, now);
}
