import { exchange, interruptible, type Answer, type PreparedRequest } from './attempt.ts';
import type { AskCredentials } from './credentials.ts';
import { errorOf, objectOf, outcomeOf } from './failure.ts';
import type { Method } from './operation.ts';
import type { TransportOptions, RequestOptions } from './options.ts';
import type { rememberResponse } from './response-info.ts';
import { decideRetry, semanticsOf } from './retry.ts';
import { operationUrl } from './url.ts';
import { longestTimeoutMs, wait as pause } from './wait.ts';

/** What time and chance are, for tests. */
export interface Surroundings {
  readonly wait: typeof pause;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** What a call is given, whatever its operation. */
export interface Input extends RequestOptions {
  readonly path?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

/** `crypto.randomUUID` is missing on pages served over plain http. */
function newIdempotencyKey(): string {
  return (
    (crypto as Partial<Crypto>).randomUUID?.() ??
    crypto.getRandomValues(new Uint32Array(4)).join('-')
  );
}

function prepare(
  url: string,
  method: Method,
  { body, ifMatch, manageToken, keepalive = false }: Input,
  idempotencyKey: string | null,
): PreparedRequest {
  return {
    method,
    url,
    headers: {
      accept: 'application/json, application/problem+json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(idempotencyKey !== null && { 'idempotency-key': idempotencyKey }),
      ...(ifMatch && { 'if-match': ifMatch }),
      ...(manageToken && { 'sas-manage-token': manageToken }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    keepalive,
  };
}

/** How one call is sent and waits, where that is not as usual. */
export interface Line {
  readonly send: typeof exchange;
  readonly wait: typeof pause;
}

/** Sends a call as often as needed; `undefined` for 204. */
export type Call = (
  method: Method,
  path: string,
  input?: Input,
  line?: Partial<Line>,
) => Promise<object | undefined>;

/** What sends the calls of every resource: credentials, time-outs, retries, errors. */
export function callerFor(
  askCredentials: AskCredentials,
  options: TransportOptions,
  remember?: typeof rememberResponse,
  { now = Date.now, random = Math.random, wait: usual = pause }: Partial<Surroundings> = {},
): Call {
  return async (method, path, input = {}, { send = exchange, wait = usual } = {}) => {
    const { signal, timeoutMs = options.timeoutMs ?? 10_000 } = input;
    const deadline = now() + (options.budgetMs ?? 30_000);
    const semantics = semanticsOf(method, path);
    const key = semantics === 'keyed' ? (input.idempotencyKey ?? newIdempotencyKey()) : null;
    const url = operationUrl(options.baseUrl, path, input.path, input.query);
    const request = prepare(url, method, input, key);
    // A page that closes has no time for a second attempt.
    const retries = request.keepalive ? 0 : (input.retries ?? options.retries ?? 2);
    let refusal: Answer | undefined;
    let attempts = 0;
    let failures = 0;

    const fail = (ending: Parameters<typeof errorOf>[1]) =>
      errorOf({ operation: `${method} ${path}`, attempts, idempotencyKey: key }, ending, now());

    for (;;) {
      if (signal?.aborted) throw fail({ kind: 'aborted', cause: signal.reason });
      const ending = await interruptible(
        async (cut) => {
          const credentials = await askCredentials(cut, refusal?.renewable);
          if ('kind' in credentials) return credentials;
          if (cut.aborted) return { kind: 'timeout' };
          if (refusal && credentials.renewable === refusal.renewable) return refusal;
          attempts += 1;
          return send(request, credentials, options.fetch, cut);
        },
        Math.min(timeoutMs, deadline - now(), longestTimeoutMs),
        signal,
      );

      if (ending.kind === 'response') {
        const { response, text } = ending;
        if (response.ok) {
          if (response.status === 204) return undefined;
          const value = text === undefined ? response : objectOf(text);
          if (!value) throw fail(ending);
          remember?.(value, response, { idempotencyKey: key, attempts });
          return value;
        }
        // Nothing was done without authentication: any call may be repeated, once, with a new token.
        if (response.status === 401) {
          if (!ending.renewable || refusal) throw fail(ending);
          refusal = ending;
          continue;
        }
      }

      failures += 1;
      const outcome = outcomeOf(ending);
      const state = {
        number: failures,
        remainingMs: deadline - now(),
        now: now(),
        random: random(),
      };
      const decision = outcome && decideRetry({ semantics, retries }, outcome, state);
      if (!decision?.retry) throw fail(ending);
      await wait(decision.waitMs, signal);
    }
  };
}
