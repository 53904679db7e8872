import {
  AbortedError,
  ConnectionError,
  InvalidResponseError,
  isSasError,
  type SasError,
} from './errors.ts';
import { readEvents } from './event-reader.ts';
import type { Operation, OperationInput, PathOf } from './operation.ts';
import type { CallOptions } from './options.ts';
import { wait as pause } from './wait.ts';
import type { StreamTransport } from './transport.ts';

type Events<O> = O extends {
  responses: { 200: { content: { 'text/event-stream': infer E } } };
}
  ? E
  : never;

/** Paths of the contract that answer a stream of events. */
export type StreamPath = {
  [P in PathOf<'GET'>]: [Events<Operation<'GET', P>>] extends [never] ? never : P;
}[PathOf<'GET'>];

/** An event of a stream of the contract. */
export type StreamEvent<P extends StreamPath> = Events<Operation<'GET', P>>;

/**
 * How current a stream is. `connecting`: nothing is known yet. `live`: everything is known as it
 * happens. `stale`: the connection is lost, and made again.
 */
export type StreamState = 'connecting' | 'live' | 'stale';

/** What `onState` is told. */
export interface StreamStatus {
  readonly state: StreamState;
  /** Milliseconds since the epoch. Of `stale`: the last sign of life, after which anything may have changed. */
  readonly since: number;
  /** Why it is not live, where that is known. */
  readonly error: SasError | null;
}

/** What a method that streams takes last. `signal` ends the stream: it throws an `AbortedError`. */
export interface StreamOptions extends CallOptions {
  /** Told at each change of the state. */
  onState?: ((status: StreamStatus) => void) | undefined;
  /** Milliseconds without a sign of life after which the connection is made anew. Default 37 500. */
  silenceMs?: number | undefined;
  /** Opens it again even where it has never been open. By default the first failure is thrown. */
  patient?: boolean | undefined;
}

/** What time and chance are, for tests. */
export interface StreamSurroundings {
  readonly wait: typeof pause;
  readonly random: () => number;
}

/** A connection that lasted so long was a good one: the next is made at once. */
const steadyMs = 10_000;
const firstBackoffMs = 500;
const longestBackoffMs = 30_000;
/** A list that is stale for longer should at least have tried. */
const longestWaitMs = 5 * 60_000;
/** What `setTimeout` takes at most; beyond it fires at once. */
const longestTimeoutMs = 2 ** 31 - 1;
/** The platform speaks every 15 s; two and a half of these are too long. */
const defaultSilenceMs = 37_500;

/** Milliseconds before a stream is opened again: full jitter, and what the platform asks for, 5 min at most. */
export function reopenAfterMs(
  failures: number,
  retryAfterSeconds: number | null,
  random: number,
): number {
  const backoffMs = Math.min(longestBackoffMs, firstBackoffMs * 2 ** failures);
  const askedMs = Math.min(longestWaitMs, (retryAfterSeconds ?? 0) * 1000);
  return askedMs + Math.floor(random * backoffMs);
}

/** Whether opening it again would end the same: what the platform refuses, and what a hook fails. */
export function isFinal({ code, status, retryable }: SasError): boolean {
  if (code === 'hook-failed' || code === 'aborted') return true;
  return status !== null && status >= 400 && status < 500 && !retryable;
}

/** Facts of a connection that was made, and came to nothing. */
const broken = { attempts: 1, retryable: true } as const;

function brokenBy(cause: unknown, operation: string): SasError {
  const { name } = cause as Error;
  return name === 'SyntaxError' || name === 'RangeError'
    ? new InvalidResponseError({ code: 'invalid-response', operation, ...broken, cause })
    : new ConnectionError({ code: 'connection', operation, ...broken, cause });
}

/** Between two connections: what is known is to be told anew. */
export type Opened = { readonly event: 'opened' };

/**
 * The events of a stream, connection after connection, each begun by `opened`. Nothing is read before
 * the event before it was taken. When it ends, however it ends, nothing of it is left.
 *
 * @param input - asked before each connection
 * @throws SasError - what the platform refuses; before the first event, also what failed too often
 */
export async function* readStream<P extends StreamPath>(
  transport: StreamTransport,
  path: P,
  input: () => OperationInput<'GET', P>,
  { onState, silenceMs = defaultSilenceMs, patient = false, ...call }: StreamOptions,
  { wait = pause, random = Math.random }: Partial<StreamSurroundings> = {},
): AsyncGenerator<StreamEvent<P> | Opened, void, undefined> {
  const { signal } = call;
  const operation = `GET ${path}`;
  let failures = 0;
  let everOpen = false;
  let heardAt = Date.now();
  onState?.({ state: 'connecting', since: heardAt, error: null });
  for (;;) {
    const line = new AbortController();
    const hangUp = () => line.abort(signal?.reason);
    const heard = () => void (heardAt = Date.now());
    let error: SasError | null = null;
    let openedAt = Infinity;
    signal?.addEventListener('abort', hangUp);
    if (signal?.aborted) hangUp();
    try {
      const given = { ...input(), ...call, signal: line.signal };
      const body = await open(transport, path, given);
      openedAt = heardAt = Date.now();
      yield { event: 'opened' };
      for await (const event of readEvents(body, {
        signal: line.signal,
        silenceMs: Math.min(silenceMs, longestTimeoutMs),
        heard,
      })) {
        everOpen = true;
        yield event as StreamEvent<P>;
      }
      if (!everOpen) error = new ConnectionError({ code: 'connection', operation, ...broken });
    } catch (cause) {
      // A mistake of whoever calls is thrown as it is.
      if (openedAt === Infinity && !isSasError(cause)) throw cause;
      error = isSasError(cause) ? cause : brokenBy(cause, operation);
    } finally {
      signal?.removeEventListener('abort', hangUp);
      line.abort();
    }
    if (!signal?.aborted) {
      if (error && (isFinal(error) || !(everOpen || patient))) throw error;
      onState?.({ state: everOpen ? 'stale' : 'connecting', since: heardAt, error });
      if (Date.now() - openedAt >= steadyMs) failures = 0;
      const ms = reopenAfterMs(failures, error?.retryAfterSeconds ?? null, random());
      // Whoever is told may have had enough.
      if (!signal?.aborted) await wait(ms, signal);
      failures += 1;
    }
    if (signal?.aborted) {
      throw new AbortedError({ code: 'aborted', operation, attempts: 0, cause: signal.reason });
    }
  }
}

async function open<P extends StreamPath>(
  transport: StreamTransport,
  path: P,
  input: OperationInput<'GET', P>,
): Promise<ReadableStream<Uint8Array>> {
  const ask = transport.open as (method: 'GET', path: P, input: unknown) => Promise<Response>;
  const { body, status, headers } = await ask('GET', path, input);
  if (body && headers.get('content-type')?.startsWith('text/event-stream')) return body;
  await body?.cancel();
  throw new InvalidResponseError({
    code: 'invalid-response',
    operation: `GET ${path}`,
    status,
    requestId: headers.get('x-request-id'),
    attempts: 1,
  });
}
