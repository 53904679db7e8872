import { apiVersion } from './api-version.ts';
import { exchange } from './attempt.ts';
import { attributesOf, type AttemptFacts } from './attributes.ts';
import type { Call, Surroundings } from './call.ts';
import { HookError, isSasError, type SasError } from './errors.ts';
import type { HookEvent, Hooks, ObservedCall } from './hooks.ts';
import type { TransportOptions } from './options.ts';
import { wait as pause } from './wait.ts';
import { within } from './within.ts';

/** What a hook is told beside what all are told. */
type OwnPart<N extends keyof Hooks> = Omit<Parameters<NonNullable<Hooks[N]>>[0], keyof HookEvent>;

const tooLong = (name: string, ms: number): Error => new Error(`${name} took longer than ${ms} ms`);

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
    let last: AttemptFacts = { url: undefined, attempt: 0 };
    let retryTold = true;

    async function tell<N extends keyof Hooks>(name: N, own: OwnPart<N>, failed?: SasError) {
      if (hooks.length === 0) return;
      const { attempt } = last;
      const told = failed ? { ...last, status: failed.status, failure: failed.code } : last;
      const event = {
        call: observed,
        attempt,
        idempotencyKey,
        get attributes() {
          return attributesOf(observed, told);
        },
        ...own,
      };
      for (const hook of hooks) {
        try {
          const heard = hook[name]?.(event as never);
          if (heard)
            await within(
              timeoutMs,
              () => heard,
              () => tooLong(name, timeoutMs),
            );
        } catch (cause) {
          const attempts = name === 'beforeRequest' ? attempt - 1 : attempt;
          const facts = { operation, attempts, idempotencyKey, ...failed, cause };
          throw new HookError({ ...facts, code: 'hook-failed' });
        }
      }
    }

    /** What hooks add to the headers of an attempt. */
    async function addedHeaders(): Promise<Record<string, string> | undefined> {
      if (hooks.length === 0) return undefined;
      const headers = new Headers();
      await tell('beforeRequest', { headers });
      return Object.fromEntries(headers);
    }

    const sendObserved: typeof exchange = async (request, credentials, fetcher, cut) => {
      if (!retryTold) await tell('beforeRetry', { waitMs: 0, status: last.status ?? null });
      retryTold = false;
      idempotencyKey = request.headers['idempotency-key'] ?? null;
      last = { url: request.url, attempt: last.attempt + 1 };
      const added = await addedHeaders();
      // A hook took the time of the attempt: nobody waits for it any more.
      if (cut.aborted) return { kind: 'timeout' };
      last = { ...last, failure: 'timeout' };
      const headers = { ...added, 'sas-api-version': apiVersion, ...request.headers };
      const sent = now();
      const ending = await send({ ...request, headers }, credentials, fetcher, cut);
      if (cut.aborted) return ending;
      if (ending.kind !== 'response') {
        last = { ...last, failure: ending.kind };
        return ending;
      }
      const { response } = ending;
      const { status } = response;
      last = { ...last, status, failure: undefined };
      // A copy is what a call without hooks need not pay for.
      if (hooks.length > 0) {
        await tell('afterResponse', {
          status,
          requestId: response.headers.get('x-request-id'),
          headers: new Headers(response.headers),
          durationMs: now() - sent,
        });
      }
      return ending;
    };

    try {
      return await call(method, path, input, {
        send: sendObserved,
        async wait(ms, signal) {
          retryTold = true;
          await tell('beforeRetry', { waitMs: ms, status: last.status ?? null });
          await wait(ms, signal);
        },
      });
    } catch (error) {
      if (isSasError(error)) await tell('beforeError', { error, durationMs: now() - begun }, error);
      throw error;
    }
  };
}
