/**
 * Token providers that keep a token until shortly before it expires.
 *
 * @module
 */
import { TimeoutError } from './errors.ts';
import { within } from './within.ts';

/** A token and how long it is good for. */
export interface TimedToken {
  readonly token: string;
  /** Seconds from the answer on. 0 is asked for anew by every call. */
  readonly expiresInSeconds: number;
}

/** What asks for a token. */
export interface TokenQuestion {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** The token to be replaced, if there was one: refused with 401, or at its end. */
  readonly replaced: string | undefined;
}

/** Asks whoever gives tokens. */
export type AskToken = (question: TokenQuestion) => TimedToken | Promise<TimedToken>;

/** How `keepToken` asks. */
export interface KeepTokenOptions {
  /** Milliseconds a question may take; then it fails with a `TimeoutError`. Default 10 000. */
  timeoutMs?: number | undefined;
  /** `acrossTabs(name)`: tabs of a browser ask once. */
  across?: ((ask: AskToken) => AskToken) | undefined;
}

/** A minute before the end, or the last tenth of a short life: calls under way still arrive. */
const marginMs = (lifeMs: number): number => Math.min(60_000, lifeMs / 10);

/**
 * A token provider that asks once, however many calls need a token, and again shortly before the end. A
 * question that fails or hangs fails the calls that wait for it, none after it; while the token before is
 * still good, it serves on.
 *
 * @param now - milliseconds since the epoch, for tests
 * @example
 * const token = keepToken(async ({ signal }) => {
 *   const answer = await fetch('/my/token', { method: 'POST', signal });
 *   const { access_token, expires_in } = await answer.json();
 *   return { token: access_token, expiresInSeconds: expires_in };
 * });
 * const client = createSasClient({ baseUrl, token });
 */
export function keepToken(
  ask: AskToken,
  { timeoutMs = 10_000, across }: KeepTokenOptions = {},
  now: () => number = Date.now,
): (refused?: string) => Promise<string> {
  const asking = across ? across(ask) : ask;
  let kept: { token: string; renewAt: number; endsAt: number } | undefined;
  let pending: Promise<string> | undefined;

  const late = () =>
    new TimeoutError({ code: 'timeout', operation: 'token', retryable: true, attempts: 0 });

  async function renew(): Promise<string> {
    const asked = now();
    const { token, expiresInSeconds } = await within(
      timeoutMs,
      (signal) => asking({ signal, replaced: kept?.token }),
      late,
    );
    const lifeMs = expiresInSeconds * 1000;
    kept = { token, renewAt: asked + lifeMs - marginMs(lifeMs), endsAt: asked + lifeMs };
    return token;
  }

  return async (refused) => {
    const before = kept && kept.token !== refused && now() < kept.endsAt ? kept : undefined;
    if (before && now() < before.renewAt) return before.token;
    pending ??= renew().finally(() => (pending = undefined));
    try {
      return await pending;
    } catch (error) {
      if (before) return before.token;
      throw error;
    }
  };
}
