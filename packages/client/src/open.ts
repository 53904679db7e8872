import { exchange } from './attempt.ts';
import { readText } from './read-text.ts';

/**
 * `exchange`, but that the body of an answer that worked is left to the caller, whose `signal` ends it
 * then too.
 */
export function opening(signal: AbortSignal | undefined): typeof exchange {
  return async ({ headers, ...request }, credentials, fetcher, cut) => {
    const line = new AbortController();
    const hangUp = () => line.abort(signal?.reason);
    cut.addEventListener('abort', hangUp);
    const ending = await exchange(
      {
        ...request,
        headers: { ...headers, accept: 'text/event-stream, application/problem+json' },
      },
      credentials,
      fetcher,
      line.signal,
      async (response) => (response.ok ? undefined : readText(response)),
    );
    if (ending.kind === 'response' && ending.response.ok) {
      signal?.addEventListener('abort', hangUp, { once: true });
    }
    return ending;
  };
}
