import { apiVersion } from './api-version.ts';
import { exchange } from './attempt.ts';
import { attributesOf } from './attributes.ts';
import type { Call, Surroundings } from './call.ts';
import { HookError, isSasError, type SasError } from './errors.ts';
import type { HookEvent, Hooks, ObservedCall } from './hooks.ts';
import type { TransportOptions } from './options.ts';
import { wait as pause } from './wait.ts';
import { within } from './within.ts';

/** What a hook is told beside what all are told. */
type OwnPart<N extends keyof Hooks> = Omit<Parameters<NonNullable<Hooks[N]>>[0], keyof HookEvent>;

/** Calls with hooks and the version that the client speaks. */
export function observing(
  call: Call,
  options: TransportOptions,
  { now = Date.now, wait: usual = pause }: Partial<Surroundings> = {},
): Call {
  const hooks = [options.hooks ?? []].flat();

  return async (method, path, input, { send = exchange, wait = usual } = {}) => {
    const observed: ObservedCall = { operation: `${method} ${path}`, method, template: path };
    const { operation } = observed;
    const { timeoutMs = options.timeoutMs ?? 10_000 } = input ?? {};
    const begun = now();
    let idempotencyKey: string | null = null;
    let url: string | undefined;
    let attempt = 0;
    /** Of the last attempt; a time-out is not told to who sends. */
    let status: number | null = null;
    let failure: string | undefined;
    let retryTold = true;

    async function tell<N extends keyof Hooks>(name: N, own: OwnPart<N>, error?: SasError) {
      const hearing = hooks.filter((hook) => name in hook);
      if (hearing.length === 0) return;
      const ended = error ? { status: error.status, failure: error.code } : { status, failure };
      const facts = { url, attempt, ...ended };
      const event = {
        call: observed,
        attempt,
        idempotencyKey,
        get attributes() {
          return attributesOf(observed, facts);
        },
        ...own,
      };
      for (const hook of hearing) {
        try {
          const heard = hook[name]?.(event as never);
          if (heard)
            await within(
              timeoutMs,
              () => heard,
              () => new Error(`${name} took longer than ${timeoutMs} ms`),
            );
        } catch (cause) {
          const attempts = name === 'beforeRequest' ? attempt - 1 : attempt;
          const known = { operation, attempts, idempotencyKey, ...error, cause };
          throw new HookError({ ...known, code: 'hook-failed' });
        }
      }
    }

    const tellRetry = (waitMs: number) => tell('beforeRetry', { waitMs, status });

    const sendObserved: typeof exchange = async (request, credentials, fetcher, cut) => {
      if (!retryTold) await tellRetry(0);
      retryTold = false;
      idempotencyKey = request.headers['idempotency-key'] ?? null;
      url = request.url;
      attempt += 1;
      status = null;
      failure = undefined;
      const added = new Headers();
      await tell('beforeRequest', { headers: added });
      // A hook took the time of the attempt: nobody waits for it any more.
      if (cut.aborted) return { kind: 'timeout' };
      failure = 'timeout';
      const headers = {
        ...Object.fromEntries(added),
        'sas-api-version': apiVersion,
        ...request.headers,
      };
      const sent = now();
      const ending = await send({ ...request, headers }, credentials, fetcher, cut);
      if (cut.aborted) return ending;
      failure = undefined;
      if (ending.kind !== 'response') {
        failure = ending.kind;
        return ending;
      }
      const { headers: answered } = ending.response;
      status = ending.response.status;
      await tell('afterResponse', {
        status,
        requestId: answered.get('x-request-id'),
        headers: answered,
        durationMs: now() - sent,
      });
      return ending;
    };

    try {
      return await call(method, path, input, {
        send: sendObserved,
        async wait(ms, signal) {
          retryTold = true;
          await tellRetry(ms);
          await wait(ms, signal);
        },
      });
    } catch (error) {
      if (isSasError(error)) await tell('beforeError', { error, durationMs: now() - begun }, error);
      throw error;
    }
  };
}
