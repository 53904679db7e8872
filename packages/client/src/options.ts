import type { Hooks } from './hooks.ts';
import type { Logger } from './logger.ts';

/** How calls reach the platform. Give `key` on a public page, `token` for a signed-in caller. */
export interface TransportOptions {
  /** Address of the platform, without `/v1`. In a browser it may be `''` or relative to the page. */
  baseUrl: string;
  /** Publishable key `pk_…`, sent as `X-Sas-Key`. Ignored while `token` gives one. */
  key?: string | undefined;
  /** Bearer token, or a function that gives one, asked before every attempt. */
  token?: string | TokenProvider | undefined;
  /**
   * Calls as the person who signed in on this very origin: the session cookie goes along, to the
   * page's own origin only. Without it no cookie is ever sent. Ignored while `token` gives one.
   */
  session?: boolean | undefined;
  /** Milliseconds one attempt may take, its body included. Default 10 000. */
  timeoutMs?: number | undefined;
  /** Milliseconds a whole call may take, its retries and waits included. Default 30 000. */
  budgetMs?: number | undefined;
  /** Attempts after the first. Default 2. */
  retries?: number | undefined;
  /** Used in place of the global `fetch`; it is given an address and its `init`. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Told of every call, in this order. */
  hooks?: Hooks | readonly Hooks[] | undefined;
}

/** How a client reaches the platform, and whom it tells of it. */
export interface ClientOptions extends TransportOptions {
  /**
   * Told what becomes of every call; `console` is one. Without it only deprecations are told, to the
   * console: `{}` silences them too.
   */
  logger?: Partial<Logger> | undefined;
}

/**
 * Gives a bearer token. Concurrent calls share one pending answer.
 *
 * @param refused - the token that the platform has just answered 401 to: renew it unless the one
 * held now is another. The call is then repeated once.
 */
export type TokenProvider = (refused?: string) => string | Promise<string>;

/** What every method takes last. */
export interface CallOptions {
  /** Cancels the call: it rejects with an `AbortedError`. */
  signal?: AbortSignal | undefined;
  /** Milliseconds one attempt may take, in place of the client's. */
  timeoutMs?: number | undefined;
  /** Attempts after the first, in place of the client's. */
  retries?: number | undefined;
}

/** What a method that creates takes last. */
export interface CreateOptions extends CallOptions {
  /** 1 to 255 visible characters, in place of the automatic UUID. */
  idempotencyKey?: string | undefined;
}

/** What a method that edits takes last. */
export interface EditOptions extends CallOptions {
  /** The `etag` last read, from `responseInfo(resource)`. Stale is a `PreconditionError`. */
  ifMatch: string;
}

/** What a method on one appointment takes last. */
export interface ManageOptions extends CallOptions {
  /** The `manageToken` of a public booking. A publishable key needs it. */
  manageToken?: string | undefined;
}

/** What a method that a closing page may call takes last. */
export interface KeepaliveOptions extends CallOptions {
  /** Lets the request outlive its page (`pagehide`). It is then tried once. */
  keepalive?: boolean | undefined;
}

/** Every option of a call, for `client.request`. */
export interface RequestOptions extends CreateOptions, ManageOptions, KeepaliveOptions {
  ifMatch?: string | undefined;
}
