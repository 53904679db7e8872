import ky from 'ky';

/** What one attempt sends. */
export interface BareRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly keepalive: boolean;
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
}

/**
 * One bare attempt: ky's retries are blind to our idempotency, and `throwHttpErrors: false` would switch
 * them off; its time-out ends with the headers, so that a stalled body would hang for ever; and it
 * clones every request body. So the loop is `decideRetry`'s, the clock `interruptible`'s. What is sent is
 * the address and its `init`, which a `fetch` of another library takes too; of ky's `Request` it would not.
 *
 * @param cookies whether those of the page's own origin go along.
 */
export function bareFetch(
  url: string,
  request: BareRequest,
  send: typeof globalThis.fetch,
  cookies: boolean | undefined,
): Promise<Response> {
  const init = {
    ...request,
    body: request.body ?? null,
    // Cloudflare's Request has no credentials and refuses the option.
    ...('credentials' in Request.prototype && {
      credentials: cookies ? ('same-origin' as const) : ('omit' as const),
    }),
  };
  return ky(url, {
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    fetch: () => send(url, init),
  });
}
