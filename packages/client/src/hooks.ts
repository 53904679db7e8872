import type { SasError } from './errors.ts';
import type { Method } from './operation.ts';

/** A call, as hooks see it: which operation, never what was asked. One object in all hooks of a call. */
export interface ObservedCall {
  /** `GET /v1/places` */
  readonly operation: string;
  readonly method: Method;
  /** Path of the contract, `/v1/holds/{holdId}`. */
  readonly template: string;
}

/**
 * Attributes of a span, named by the semantic conventions of OpenTelemetry for HTTP clients:
 * `http.request.method`, `url.template`, `server.address`, `server.port`, `http.request.resend_count`,
 * `http.response.status_code`, `error.type`. No address, id or parameter is among them.
 */
export type Attributes = Readonly<Record<string, string | number>>;

/** What every hook is told. */
export interface HookEvent {
  readonly call: ObservedCall;
  /** Requests begun so far, 1 for the first; 0 where none was. */
  readonly attempt: number;
  readonly idempotencyKey: string | null;
  readonly attributes: Attributes;
}

/** An attempt that is about to be sent. */
export interface RequestEvent extends HookEvent {
  /** What is set here is sent along. What the client sends itself stays as it is. */
  readonly headers: Headers;
}

/** An answer, whatever its status. Its body is not there. */
export interface ResponseEvent extends HookEvent {
  readonly status: number;
  readonly requestId: string | null;
  readonly headers: Headers;
  /** Milliseconds since the attempt began. */
  readonly durationMs: number;
}

/** A failed attempt that is made again. */
export interface RetryEvent extends HookEvent {
  /** Milliseconds until then; 0 where only the token was renewed. */
  readonly waitMs: number;
  /** Of the attempt that failed, null where there was no answer. */
  readonly status: number | null;
}

/** A call that fails. */
export interface ErrorEvent extends HookEvent {
  readonly error: SasError;
  /** Milliseconds since the call began. */
  readonly durationMs: number;
}

/**
 * What is told of every call. A hook may be asynchronous: it is waited for, `timeoutMs` at most. One that
 * throws fails the call with a `HookError`. Hooks cannot change a body or an answer.
 *
 * @example
 * const client = createSasClient({
 *   baseUrl,
 *   key,
 *   hooks: { beforeRequest: ({ headers }) => headers.set('traceparent', currentTrace()) },
 * });
 */
export interface Hooks {
  /** Before each attempt, with its credentials known. */
  beforeRequest?(event: RequestEvent): void | Promise<void>;
  /** After each answer. */
  afterResponse?(event: ResponseEvent): void | Promise<void>;
  /** Before the wait for another attempt. */
  beforeRetry?(event: RetryEvent): void | Promise<void>;
  /** Before the call rejects. */
  beforeError?(event: ErrorEvent): void | Promise<void>;
}
