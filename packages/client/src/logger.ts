import type { SasError } from './errors.ts';
import type { HookEvent, Hooks } from './hooks.ts';

/** Takes a message and its facts. `console` is one. */
export type Log = (message: string, facts: Readonly<Record<string, unknown>>) => void;

/**
 * Where a client tells what it does; a level that is not there is silent. What it tells has no token, key,
 * address, parameter, id, body nor text of an answer: operation, attempt, status, code, milliseconds and
 * request id.
 *
 * - `debug`: an attempt begins; a call was cancelled
 * - `info`: an answer, whatever its status
 * - `warn`: an attempt is made again; an operation is deprecated, once
 * - `error`: a call failed for want of an answer of the platform, or by one of 5xx
 */
export interface Logger {
  readonly debug: Log;
  readonly info: Log;
  readonly warn: Log;
  readonly error: Log;
}

/** Tells a level. A logger that throws fails no call. */
export function tell(
  logger: Partial<Logger>,
  level: keyof Logger,
  message: string,
  facts: Readonly<Record<string, unknown>>,
): void {
  try {
    logger[level]?.(message, facts);
  } catch {
    // Nowhere to tell it.
  }
}

function levelOf({ code, status }: SasError): keyof Logger | undefined {
  if (code === 'aborted') return 'debug';
  return status === null || status >= 500 || code === 'invalid-response' ? 'error' : undefined;
}

/** Hooks that tell a logger. */
export function logging(logger: Partial<Logger>): Hooks {
  const say = (
    level: keyof Logger,
    { call, attempt }: HookEvent,
    what: string,
    facts: Readonly<Record<string, unknown>> = {},
  ) => tell(logger, level, `${call.operation}: ${what}`, { attempt, ...facts });
  return {
    beforeRequest: (event) => say('debug', event, 'sent'),
    afterResponse(event) {
      const { status, requestId, durationMs } = event;
      say('info', event, `${status}`, { status, durationMs, requestId });
    },
    beforeRetry(event) {
      const { status, waitMs } = event;
      say('warn', event, `again in ${waitMs} ms`, { status, waitMs });
    },
    beforeError(event) {
      const { error, durationMs } = event;
      const level = levelOf(error);
      const { code, status, requestId } = error;
      if (level) say(level, event, code, { code, status, durationMs, requestId });
    },
  };
}
