import type { Method } from './operation.ts';

/**
 * What sending a request twice does. `keyed` creates under an `Idempotency-Key`, so that a repetition
 * answers the first result. `repeatable` is idempotent by the contract. `once` is neither: another
 * extension would be used up, a second reschedule would find its slot taken by the first, a second
 * renewal of a feed or of a secret would end what the first gave, and with `If-Match` the second attempt of a PATCH
 * would be told 412 by its first.
 */
export type Semantics = 'keyed' | 'repeatable' | 'once';

const once = /\/(extend|feed|reschedule|rotate)$/;
/** What a POST creates under a key is named in the plural. */
const repeatable = /[^s]$|(-events|-sessions|natures|terms)$/;

/** What sending a POST of the contract twice does. */
export function postSemantics(path: string): Semantics {
  if (once.test(path)) return 'once';
  return repeatable.test(path) ? 'repeatable' : 'keyed';
}

/** What sending any request of the contract twice does. */
export function semanticsOf(method: Method, path: string): Semantics {
  if (method === 'POST') return postSemantics(path);
  return method === 'PATCH' ? 'once' : 'repeatable';
}

/** A call, as far as repeating it goes. */
export interface RetryRequest {
  readonly semantics: Semantics;
  /** Attempts after the first. */
  readonly retries: number;
}

/** How an attempt failed. `sent: false` is a connection that was never made. */
export type Outcome =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly code: string | null;
      readonly retryAfter: string | null;
    }
  | { readonly kind: 'connection'; readonly sent: boolean }
  | { readonly kind: 'timeout' };

/** Where the call stands. */
export interface AttemptState {
  /** 1 for the first. */
  readonly number: number;
  /** Milliseconds left of the whole call. */
  readonly remainingMs: number;
  /** Milliseconds since the epoch, for a `Retry-After` that is a date. */
  readonly now: number;
  /** From 0 to 1, for the jitter. */
  readonly random: number;
}

export type RetryDecision =
  | { readonly retry: true; readonly waitMs: number }
  | { readonly retry: false; readonly reason: 'final' | 'unsafe' | 'attempts' | 'budget' };

const firstBackoffMs = 300;
const longestBackoffMs = 5_000;
const longestAskedMs = 60_000;
const transientStatuses = [408, 429, 500, 502, 503, 504];

/** Whether the same call may work a little later. */
export function isTransient(outcome: Outcome): boolean {
  if (outcome.kind !== 'response') return true;
  // The attempt whose answer was lost is still running under this key; its result will be ours.
  if (outcome.code === 'idempotency-key-in-use') return true;
  return transientStatuses.includes(outcome.status);
}

/** Whether nothing can have been done by the attempt that failed. */
function isUndone(outcome: Outcome): boolean {
  return outcome.kind === 'response'
    ? outcome.status === 429
    : outcome.kind === 'connection' && !outcome.sent;
}

/** Milliseconds that `Retry-After` asks for, 0 for a date that is over, null where it says nothing. */
export function retryAfterMs(value: string | null, now: number): number | null {
  if (!value?.trim()) return null;
  const ms = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

/**
 * Whether and when a failed attempt is repeated: only what is transient, only where repeating is
 * safe or nothing was done, only within the attempts and the time of the call. The wait is what the
 * platform asks for plus full jitter on an exponential back-off; one that would outlast the call, or of
 * which the platform asks more than a minute, is not begun.
 */
export function decideRetry(
  request: RetryRequest,
  outcome: Outcome,
  attempt: AttemptState,
): RetryDecision {
  if (!isTransient(outcome)) return { retry: false, reason: 'final' };
  if (request.semantics === 'once' && !isUndone(outcome)) return { retry: false, reason: 'unsafe' };
  if (attempt.number > request.retries) return { retry: false, reason: 'attempts' };
  const backoffMs = Math.min(longestBackoffMs, firstBackoffMs * 2 ** (attempt.number - 1));
  const askedMs =
    (outcome.kind === 'response' && retryAfterMs(outcome.retryAfter, attempt.now)) || 0;
  const waitMs = askedMs + Math.floor(attempt.random * backoffMs);
  if (askedMs > longestAskedMs || waitMs >= attempt.remainingMs) {
    return { retry: false, reason: 'budget' };
  }
  return { retry: true, waitMs };
}
