import type { operations } from '../generated/platform.ts';
import type { Caller } from './callers.ts';
import type { OperationId } from './contract.ts';
import type { World } from './world.ts';

type Place<Id extends OperationId, P extends string> = operations[Id]['parameters'] extends {
  [K in P]?: infer V;
}
  ? NonNullable<V>
  : object;

type BodyOf<Id extends OperationId> = operations[Id] extends {
  requestBody?: { content: infer C };
}
  ? C[keyof C]
  : undefined;

type ResultOf<Id extends OperationId> = operations[Id]['responses'] extends
  | { 200: { content: { 'application/json': infer V } } }
  | { 201: { content: { 'application/json': infer V } } }
  ? V
  : undefined;

/** One call that has passed credentials, rights and the contract. */
export interface Call<Id extends OperationId> {
  readonly world: World;
  readonly caller: Caller;
  readonly path: Place<Id, 'path'>;
  readonly query: Place<Id, 'query'>;
  readonly header: Place<Id, 'header'>;
  readonly body: BodyOf<Id>;
  readonly headers: Headers;
}

/** What an operation answers. */
export interface Answer<T> {
  readonly status: 200 | 201 | 204;
  readonly body?: T;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Imitates one operation. @throws {Refusal} */
export type Handler<Id extends OperationId> = (call: Call<Id>) => Answer<ResultOf<Id>>;

/** The operations that are imitated, by id. */
export type Handlers = { readonly [Id in OperationId]?: Handler<Id> };

/** 200 with a body. */
export function ok<T>(body: T, headers: Record<string, string> = {}): Answer<T> {
  return { status: 200, body, headers };
}

/** 201 with the address of what was made. */
export function created<T>(location: string, body: T, headers: object = {}): Answer<T> {
  return { status: 201, body, headers: { location, ...headers } };
}

/** 204. */
export const noContent = { status: 204 } as const;
