import { bareFetch } from './bare-fetch.ts';
import type { Credentials } from './credentials.ts';
import type { Method } from './operation.ts';
import { readText } from './read-text.ts';
import { wasSent } from './was-sent.ts';

/** One request, ready to be sent as often as needed. */
export interface PreparedRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly keepalive: boolean;
}

/** An answer. */
export interface Answer {
  readonly kind: 'response';
  readonly response: Response;
  /** Its body; `undefined` where that is left to the caller. */
  readonly text: string | undefined;
  /** The token it was sent with, where a provider could renew it. */
  readonly renewable: string | undefined;
}

/** How an attempt ended. */
export type Ending =
  | Answer
  | { readonly kind: 'unauthenticated'; readonly cause: unknown; readonly retryable: boolean }
  | { readonly kind: 'connection'; readonly sent: boolean; readonly cause: unknown }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'aborted'; readonly cause: unknown };

/** Reads the body of an answer. */
export type Read = (response: Response) => Promise<string | undefined>;

/** Sends a request once and reads its answer. */
export async function exchange(
  { url, headers, ...request }: PreparedRequest,
  credentials: Credentials,
  fetcher: typeof globalThis.fetch | undefined,
  signal: AbortSignal,
  read: Read = readText,
): Promise<Ending> {
  try {
    const response = await bareFetch(
      url,
      {
        ...request,
        headers: { ...headers, ...credentials.headers },
        signal,
        // A redirection would carry a contact or a manage token to a place that nobody named.
        redirect: 'manual',
      },
      fetcher ?? globalThis.fetch,
      credentials.cookies,
    );
    const text = await read(response);
    return { kind: 'response', response, text, renewable: credentials.renewable };
  } catch (cause) {
    return { kind: 'connection', sent: wasSent(cause), cause };
  }
}

/** Runs `work` until it ends, its time is over or the caller aborts, whether or not it listens. */
export async function interruptible(
  work: (signal: AbortSignal) => Promise<Ending>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Ending> {
  const controller = new AbortController();
  let end!: (ending: Ending) => void;
  const interruption = new Promise<Ending>((resolve) => (end = resolve));
  const interrupt = (ending: Ending) => {
    end(ending);
    controller.abort();
  };
  const onAbort = () => interrupt({ kind: 'aborted', cause: signal?.reason });
  const timer = setTimeout(() => interrupt({ kind: 'timeout' }), timeoutMs);
  signal?.addEventListener('abort', onAbort);
  try {
    return await Promise.race([interruption, work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
