import { contract } from '../generated/contract.ts';
import { authenticate, authorise, type Caller } from './callers.ts';
import {
  type Found,
  findOperation,
  methodsOf,
  type Operation,
  type OperationId,
} from './contract.ts';
import { exampleOf } from './example.ts';
import type { Answer, Call, Handler } from './handler.ts';
import { checkBody, parseBody, readParameters } from './input.ts';
import { handlers } from './operations.ts';
import { notFound, Refusal } from './problem.ts';
import { requireMatch } from './versions.ts';
import type { World } from './world.ts';

/** A request, its body read. */
export interface Received {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

/** Nothing is limited here unless a fault says so. */
const RATE = { 'ratelimit-policy': '"minute";q=600;w=60', ratelimit: '"minute";r=599;t=60' };

/** What an operation that is not imitated answers: a value that fits its schema. */
function exampleAnswer(operation: Operation, header: Record<string, unknown>): Answer<unknown> {
  if (operation.parameters.some(({ name }) => name === 'If-Match')) {
    requireMatch(header['If-Match'] as string | undefined);
  }
  const [status = '200', schema] = Object.entries(operation.responses)[0] ?? [];
  const headers = { 'sas-fake': 'example', etag: '"1"' };
  const location = status === '201' ? { location: `${operation.path}/example` } : {};
  const body = schema ? exampleOf(schema) : undefined;
  return { status: Number(status) as 200, body, headers: { ...headers, ...location } };
}

/** Whether an operation is imitated. */
export function isImitated(id: string): boolean {
  return Object.hasOwn(handlers, id);
}

/** @throws {Refusal} for whatever the contract or the platform's rules refuse. */
function perform(world: World, { operation, path }: Found, caller: Caller, received: Received) {
  const { headers, url } = received;
  const body = parseBody(operation, received.body, headers.get('content-type'));
  authorise(operation.right, caller);
  const values = readParameters(operation, path, url.search.slice(1), headers);
  checkBody(operation, body);
  const handler = handlers[operation.id as OperationId] as Handler<'getHealth'> | undefined;
  const call = { world, caller, ...values, body, headers } as unknown as Call<'getHealth'>;
  const answer: Answer<unknown> = handler ? handler(call) : exampleAnswer(operation, values.header);
  const empty = answer.body === undefined;
  const text = answer.body instanceof ReadableStream ? answer.body : JSON.stringify(answer.body);
  return new Response(empty ? null : text, {
    status: answer.status,
    headers: {
      'cache-control': 'private, no-store',
      ...(!empty && { 'content-type': 'application/json; charset=utf-8' }),
      ...answer.headers,
    },
  });
}

/** The answer of some work, or why it is not done. */
function orRefusal(work: () => Response, requestId: string): Response {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error.toResponse(requestId);
    throw error;
  }
}

/** What a request presents of its sender: a reader that sends no headers has its key in the address. */
function presentedBy({ operation }: Found, { headers, url }: Received): Headers {
  const key = operation.id === 'streamAvailability' ? url.searchParams.get('key') : null;
  if (key === null || headers.has('x-sas-key')) return headers;
  const presented = new Headers(headers);
  presented.set('x-sas-key', key);
  return presented;
}

/** @throws {Refusal} 404, or 405 with the methods that there are. */
function missing(path: string): Refusal {
  const methods = methodsOf(path);
  if (methods.length === 0) return notFound('resource');
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
  return new Refusal('method-not-allowed', `Allowed: ${allow}.`, { headers: { allow } });
}

function respond(world: World, received: Received, requestId: string): Response {
  const { method, url, headers } = received;
  if (method === 'OPTIONS' && headers.has('access-control-request-method')) {
    return new Response(null, { status: 204, headers: contract.cors.preflight });
  }
  return orRefusal(() => {
    const found = findOperation(method === 'HEAD' ? 'GET' : method, url.pathname);
    if (!found) throw missing(url.pathname);
    const isKeyed = found.operation.path.startsWith('/v1');
    const presented = isKeyed ? presentedBy(found, received) : new Headers();
    const caller = authenticate(presented, world.credentials, world.now());
    const response = orRefusal(() => perform(world, found, caller, received), requestId);
    if (method !== 'GET') for (const stream of world.streams) stream.changed();
    if (caller.kind !== 'anonymous') {
      for (const [name, value] of Object.entries(RATE)) response.headers.set(name, value);
    }
    return response;
  }, requestId);
}

/** Answers one request as the platform would, with the headers of every answer. */
export function answer(world: World, received: Received): Response {
  const { headers, method } = received;
  const given = headers.get('x-request-id') ?? '';
  const requestId = /^[\w-]{1,64}$/.test(given) ? given : world.newId();
  const response = respond(world, received, requestId);
  const origin = headers.get('origin');
  response.headers.set('x-request-id', requestId);
  if (!response.headers.has('vary')) response.headers.set('vary', 'Origin');
  if (origin !== null) {
    response.headers.set('access-control-allow-origin', origin);
    response.headers.set('access-control-expose-headers', contract.cors.exposed);
  }
  if (method !== 'HEAD') return response;
  // Nobody reads what follows: a stream ends here.
  void response.body?.cancel();
  return new Response(null, response);
}
