import type { paths } from './generated/platform.ts';
import type { RequestOptions } from './options.ts';

/** A method of HTTP that the contract uses. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Paths of the contract that have this method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<Lowercase<M>, unknown> ? P : never;
}[keyof paths];

/** One operation of the contract. */
export type Operation<M extends Method, P extends PathOf<M>> =
  paths[P] extends Record<Lowercase<M>, infer O> ? O : never;

type Loose<T> = { [K in keyof T]: T[K] | undefined };

type PathPart<O> = O extends { parameters: { path: infer V } } ? { path: V } : { path?: undefined };

type QueryPart<O> = O extends { parameters: { query: infer V } }
  ? { query: Loose<V> }
  : O extends { parameters: { query?: infer V } }
    ? { query?: Loose<V> | undefined }
    : { query?: undefined };

type BodyPart<O> = O extends { requestBody: { content: { 'application/json': infer V } } }
  ? { body: V }
  : { body?: undefined };

/** Path and query parameters, body and options of an operation. */
export type OperationInput<M extends Method, P extends PathOf<M>> = PathPart<Operation<M, P>> &
  QueryPart<Operation<M, P>> &
  BodyPart<Operation<M, P>> &
  RequestOptions;

type Json<R, S extends number> =
  R extends Record<S, { content: { 'application/json': infer V } }> ? V : never;

/** What an operation answers when it works; `undefined` for 204. */
export type OperationResult<M extends Method, P extends PathOf<M>> =
  Operation<M, P> extends { responses: infer R }
    ? R extends Record<204, unknown>
      ? undefined
      : Json<R, 200> | Json<R, 201>
    : never;

/** Query of an operation, `undefined` members left out. */
export type Query<M extends Method, P extends PathOf<M>> = NonNullable<
  OperationInput<M, P>['query']
>;

/** The input of an operation, which may be left out where nothing in it is required. */
type InputOf<M extends Method, P extends PathOf<M>> =
  object extends OperationInput<M, P>
    ? [input?: OperationInput<M, P>]
    : [input: OperationInput<M, P>];

/** Calls one operation of the contract. */
export type Request = <M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  ...input: InputOf<M, P>
) => Promise<OperationResult<M, P>>;

/**
 * Opens an operation whose answer is read as it comes: credentials, time-out, retries and errors are those
 * of a call until its headers are there; the body is the caller's. Aborting `signal` ends it.
 */
export type Open = <M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  ...input: InputOf<M, P>
) => Promise<Response>;
