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
 * clones every request body. So the loop is `decideRetry`'s, the clock `interruptible`'s, and the body is
 * added behind ky's back.
 *
 * @param cookies whether those of the page's own origin go along.
 */
export function bareFetch(
  url: string,
  { body, ...init }: BareRequest,
  send: typeof globalThis.fetch,
  cookies: boolean,
): Promise<Response> {
  return ky(url, {
    ...init,
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    // Cloudflare's Request has no credentials and refuses the option.
    ...('credentials' in Request.prototype && {
      credentials: cookies ? ('same-origin' as const) : ('omit' as const),
    }),
    fetch: (input, init) => send(input, body === undefined ? init : { ...init, body }),
  });
}
