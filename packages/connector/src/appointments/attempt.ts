import type { Settings } from '../options.ts';
import { decideRetry, type RetryRules } from './decide-retry.ts';
import { AppointmentError, type AppointmentOptions } from './options.ts';
import type { AppointmentTask } from './queue.ts';
import { sendAppointment, type SendOptions } from './send.ts';

/** What came of an attempt. */
export type Outcome =
  | { readonly kind: 'arrived' }
  | { readonly kind: 'abandoned'; readonly reason: string }
  /** To be tried again as it is here. */
  | { readonly kind: 'again'; readonly task: AppointmentTask };

/** The rules with their defaults. */
export function rulesOf(given: Partial<RetryRules>): RetryRules {
  return {
    firstDelayMs: given.firstDelayMs ?? 1_000,
    longestDelayMs: given.longestDelayMs ?? 300_000,
    longestAgeMs: given.longestAgeMs ?? 72 * 3_600_000,
  };
}

/** Makes what sends one message once and says what follows from it. */
export function sender(
  options: AppointmentOptions,
  rules: RetryRules,
  settings: Settings,
): (task: AppointmentTask) => Promise<Outcome> {
  const send: SendOptions = {
    platformUrl: options.platformUrl,
    fetch: options.fetch ?? ((request) => fetch(request)),
    headers: options.headers ?? (() => ({})),
    timeoutMs: options.timeoutMs ?? 10_000,
  };
  const now = (): number => settings.clock().getTime();
  return async (task) => {
    const method = task.kind === 'created' ? 'POST' : 'PUT';
    const sent = await sendAppointment(task, method, send);
    const attempts = task.attempts + 1;
    const ageMs = now() - task.addedAt;
    const verdict = decideRetry({ ...sent, method, attempts, ageMs }, rules, Math.random());
    if (verdict.kind === 'arrived') return { kind: 'arrived' };
    if (verdict.kind === 'abandoned') {
      // What the platform wrote may name people: it is in the queue, not in a log.
      settings.onError(new AppointmentError(`Abandoned: ${sent.summary}`), 'appointment');
      return { kind: 'abandoned', reason: sent.reason };
    }
    // Once: a platform that is away for hours is one event.
    if (task.attempts === 0) {
      settings.onError(new AppointmentError(`To be tried again: ${sent.summary}`), 'appointment');
    }
    const kind = verdict.method === 'PUT' ? 'updated' : 'created';
    const notBefore = now() + verdict.delayMs;
    return { kind: 'again', task: { ...task, kind, attempts, notBefore } };
  };
}
