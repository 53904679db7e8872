import { pauseAfter, type PauseRules } from '../backoff.ts';

/** How an attempt ended: the status of the answer, or that there was none. */
export interface Attempt {
  /** null: no answer (refused, reset, late). */
  readonly status: number | null;
  /** In seconds, when the platform asked to wait. */
  readonly retryAfter: number | null;
  readonly method: 'POST' | 'PUT';
  /** This one included. */
  readonly attempts: number;
  /** Since the message was added, in ms. */
  readonly ageMs: number;
}

/** When a message is sent again, and when no more. */
export interface RetryRules extends PauseRules {
  /** After this long a message is abandoned, in ms. */
  readonly longestAgeMs: number;
}

/** What follows from an attempt. */
export type Verdict =
  | { readonly kind: 'arrived' }
  | { readonly kind: 'again'; readonly delayMs: number; readonly method: 'POST' | 'PUT' }
  | { readonly kind: 'abandoned' };

/**
 * What follows from an attempt. Once a creation may have arrived, it is repeated as `PUT` by identifier,
 * which creates what is unknown and never twice. 401 and 403 are retried: a certificate gets renewed,
 * the appointment must not be lost meanwhile.
 *
 * @param random from 0 to 1, spreads the retries of many messages.
 */
export function decideRetry(attempt: Attempt, rules: RetryRules, random: number): Verdict {
  const { status, method, attempts, ageMs } = attempt;
  if (status !== null && status >= 200 && status < 300) return { kind: 'arrived' };
  if (ageMs >= rules.longestAgeMs) return { kind: 'abandoned' };
  const delayMs = Math.max(
    pauseAfter(attempts, rules, random),
    Math.min((attempt.retryAfter ?? 0) * 1000, rules.longestAgeMs),
  );
  if (isTransient(status)) return { kind: 'again', delayMs, method: 'PUT' };
  // The platform has it already, or cannot create by PUT: the other method settles it, once each.
  if (method === 'POST' && status === 409) return { kind: 'again', delayMs, method: 'PUT' };
  if (method === 'PUT' && status === 404 && attempts < 4) {
    return { kind: 'again', delayMs, method: 'POST' };
  }
  return { kind: 'abandoned' };
}

function isTransient(status: number | null): boolean {
  return status === null || status >= 500 || [401, 403, 408, 425, 429].includes(status);
}
