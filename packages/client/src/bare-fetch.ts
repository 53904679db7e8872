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
 * One bare attempt. Retries are `decideRetry`'s, which knows what may be repeated, and the clock
 * `interruptible`'s, which ends with the body. No library of HTTP stands between: one that makes a
 * `Request` of its own doubles what a call costs beyond a bare `fetch` (`npm run bench:sdk`).
 *
 * @param cookies whether those of the page's own origin go along.
 */
export function bareFetch(
  url: string,
  request: BareRequest,
  send: typeof globalThis.fetch,
  cookies: boolean | undefined,
): Promise<Response> {
  return send(url, {
    ...request,
    body: request.body ?? null,
    // Cloudflare's Request has no credentials and refuses the option.
    ...('credentials' in Request.prototype && {
      credentials: cookies ? ('same-origin' as const) : ('omit' as const),
    }),
  });
}
