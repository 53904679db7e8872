import type { Method } from './operation.ts';

/**
 * What sending a POST twice does. `keyed` creates under an `Idempotency-Key`, so that a repetition
 * answers the first result. `repeatable` is idempotent by the contract. `once` is neither: another
 * extension would be used up, a second reschedule would find its slot taken by the first, and a second
 * renewal of a feed would end the address of the first.
 */
export type PostSemantics = 'keyed' | 'repeatable' | 'once';

const once = /\/(extend|feed|reschedule)$/;
const repeatable = /\/(accept|cancel|embed-sessions|end|import|refuse|sign-out|terms|token)$/;

/** What sending a POST of the contract twice does. */
export function postSemantics(path: string): PostSemantics {
  if (once.test(path)) return 'once';
  return repeatable.test(path) ? 'repeatable' : 'keyed';
}

/** A call, as far as repeating it goes. */
export interface RetryRequest {
  readonly method: Method;
  /** Of a POST. */
  readonly post?: PostSemantics | undefined;
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

/** A PATCH is not repeated: with `If-Match` its second attempt would be told 412 by its first. */
function isRepeatable({ method, post = 'once' }: RetryRequest): boolean {
  return method === 'POST' ? post !== 'once' : method !== 'PATCH';
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
 * platform asks for plus full jitter on an exponential back-off; one that would outlast the call is
 * not begun.
 */
export function decideRetry(
  request: RetryRequest,
  outcome: Outcome,
  attempt: AttemptState,
): RetryDecision {
  if (!isTransient(outcome)) return { retry: false, reason: 'final' };
  if (!isRepeatable(request) && !isUndone(outcome)) return { retry: false, reason: 'unsafe' };
  if (attempt.number > request.retries) return { retry: false, reason: 'attempts' };
  const backoffMs = Math.min(longestBackoffMs, firstBackoffMs * 2 ** (attempt.number - 1));
  const asked = outcome.kind === 'response' ? retryAfterMs(outcome.retryAfter, attempt.now) : null;
  const waitMs = (asked ?? 0) + Math.floor(attempt.random * backoffMs);
  if (waitMs >= attempt.remainingMs) return { retry: false, reason: 'budget' };
  return { retry: true, waitMs };
}
