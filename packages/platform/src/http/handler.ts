import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { operations } from '../generated/platform.ts';
import type { Presented } from '../identity/authenticate.ts';
import type { Caller } from '../identity/caller.ts';
import type { OperationId } from './contract.ts';

type Parameters<Id extends OperationId> = operations[Id]['parameters'];
type Place<Id extends OperationId, P extends string> =
  Parameters<Id> extends { [K in P]?: infer V } ? NonNullable<V> : Record<never, never>;

/** The body that the contract asks of an operation. */
export type Body<Id extends OperationId> = operations[Id] extends {
  requestBody?: { content: { 'application/json': infer B } };
}
  ? B
  : operations[Id] extends {
        requestBody?: { content: { 'application/x-www-form-urlencoded': infer F } };
      }
    ? F
    : undefined;

type Success<R> = R extends { 200: infer A } ? A : R extends { 201: infer A } ? A : never;
/** The body that the contract promises of an operation. */
export type Result<Id extends OperationId> =
  Success<operations[Id]['responses']> extends { content: { 'application/json': infer B } }
    ? B
    : undefined;

/** One call, checked against the contract. Who calls is known; nothing of it comes from the body. */
export interface Call<Id extends OperationId> {
  caller: Caller;
  query: Place<Id, 'query'>;
  /** The query as it came, for an operation that reads it itself (`x-lenient-query`). */
  queryText: string;
  path: Place<Id, 'path'>;
  header: Place<Id, 'header'>;
  body: Body<Id>;
  /** What the request presented of its sender, for the token endpoint and for sign-in. */
  presented: Presented;
  /** The headers as they were sent: for what answers by them in a way of its own. */
  headers: IncomingHttpHeaders;
  /** Address of the caller, for limits only. */
  address: string;
  /** Calls back once the caller hung up or has the whole answer; at once where that is over. */
  onEnd: (listener: () => void) => void;
}

/** Status of a page that says why something is not done. */
export type PageStatus = 400 | 403 | 404 | 503;

/** What a handler answers; the server writes it. A body of another type than JSON names its type. */
export interface Answer<T> {
  status: 200 | 201 | 204 | 303 | 304 | PageStatus;
  body?: T;
  headers?: Record<string, string>;
}

/** Authorise, call one module function, answer. */
export type Handler<Id extends OperationId> = (call: Call<Id>) => Promise<Answer<Result<Id>>>;

/** A module's routes, by operation id. */
export type Handlers<Id extends OperationId = OperationId> = { [K in Id]: Handler<K> };

/** 200 with a body. */
export function ok<T>(body: T, headers: Record<string, string> = {}): Answer<T> {
  return { status: 200, body, headers };
}

/** 201 with the address of what was made. */
export function created<T>(
  location: string,
  body: T,
  headers: Record<string, string> = {},
): Answer<T> {
  return { status: 201, body, headers: { location, ...headers } };
}

/** 303: a browser goes on to another address. */
export function seeOther(
  location: string,
  headers: Record<string, string> = {},
): Answer<undefined> {
  return { status: 303, headers: { location, ...headers } };
}

/** 200 with a text of another type than JSON. */
export function document(
  text: string,
  type: string,
  headers: Record<string, string> = {},
): Answer<undefined> {
  return { status: 200, body: text as never, headers: { ...headers, 'content-type': type } };
}

/** 200 with server-sent events, as long as they come. What stands in between may neither keep nor change them. */
export function eventStream(events: Readable): Answer<undefined> {
  return {
    status: 200,
    body: events as never,
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  };
}

/** 304: what the caller has is still right. */
export function notModified(headers: Record<string, string>): Answer<undefined> {
  return { status: 304, headers };
}

/** A page for a person in place of what was asked. */
export function page(
  status: PageStatus,
  html: string,
  headers: Record<string, string>,
): Answer<undefined> {
  const type = { 'content-type': 'text/html; charset=utf-8' };
  return { status, body: html as never, headers: { ...headers, ...type } };
}

/** 204. */
export function noContent(): Answer<undefined> {
  return { status: 204 };
}
