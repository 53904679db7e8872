import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import type { createSasClient } from './client.ts';
import * as errors from './errors.ts';
import { bundle } from './testing/bundle.ts';
import { problem, serve } from './testing/server.ts';

const facts = { code: 'connection', operation: 'GET /v1/places', attempts: 3 } as const;
const guards = {
  ConnectionError: errors.isConnection,
  TimeoutError: errors.isTimeout,
  AbortedError: errors.isAborted,
  AuthenticationError: errors.isAuthentication,
  PermissionError: errors.isPermission,
  NotFoundError: errors.isNotFound,
  ConflictError: errors.isConflict,
  SlotTakenError: errors.isSlotTaken,
  PreconditionError: errors.isPrecondition,
  ValidationError: errors.isValidation,
  RateLimitError: errors.isRateLimited,
  ServerError: errors.isServerError,
  InvalidResponseError: errors.isInvalidResponse,
  HookError: errors.isHookFailure,
} as const;
type Name = keyof typeof guards;
const names = Object.keys(guards) as Name[];

type Foreign = typeof errors & { createSasClient: typeof createSasClient };

/** The client as a minified bundle has it, in another realm. */
async function foreignClient(): Promise<Foreign> {
  const program = `
    import * as errors from './errors.ts';
    import { createSasClient } from './client.ts';
    globalThis.sas = { ...errors, createSasClient };
  `;
  const web =
    'fetch Headers Request Response FormData Blob URL URLSearchParams AbortController AbortSignal';
  const others =
    'ReadableStream TransformStream TextDecoder TextEncoder setTimeout clearTimeout crypto';
  const given = `${web} ${others}`.split(' ') as (keyof typeof globalThis)[];
  const realm = createContext(Object.fromEntries(given.map((name) => [name, globalThis[name]])));
  runInContext(await bundle(program), realm);
  return runInContext('sas', realm) as Foreign;
}

describe('guards', () => {
  it('know their class and no other', () => {
    for (const name of names) {
      const error = new errors[name](facts);
      assert.equal(error.name, name);
      assert.ok(errors.isSasError(error));
      const knowing = names.filter((other) => guards[other](error));
      const expected = name === 'SlotTakenError' ? ['ConflictError', 'SlotTakenError'] : [name];
      assert.deepEqual(knowing, expected);
    }
  });

  it('know the errors of another realm, from a minified bundle', async (t) => {
    const foreign = await foreignClient();
    for (const name of names) {
      const error: unknown = new foreign[name](facts);
      assert.ok(!(error instanceof Error) && !(error instanceof errors.SasError));
      assert.notEqual((error as Error).constructor.name, name);
      assert.ok(errors.isSasError(error) && guards[name](error));
    }
    const { baseUrl } = await serve(t, problem(409, 'slot-taken'));
    const client = foreign.createSasClient({ baseUrl, key: 'pk_test' });
    const error: unknown = await client.appointments.book({ slotId: 's1' }).catch((e) => e);
    assert.ok(!(error instanceof Error));
    assert.ok(errors.isSlotTaken(error) && errors.isConflict(error));
    assert.equal(error.requestId, 'req-1');
    assert.equal(JSON.parse(JSON.stringify(error)).code, 'slot-taken');
  });

  it('take anything that may be thrown', () => {
    for (const value of [undefined, null, 0, '', 'sas-kit', {}, [], new Error('x'), Symbol('x')]) {
      assert.equal(errors.isSasError(value), false);
      assert.equal(errors.isSlotTaken(value), false);
    }
  });
});

describe('an error', () => {
  it('says what failed and how, in its message', () => {
    assert.equal(new errors.ConnectionError(facts).message, 'GET /v1/places: connection');
    const taken = { ...facts, code: 'slot-taken', status: 409 } as const;
    assert.equal(new errors.SlotTakenError(taken).message, 'GET /v1/places: 409 slot-taken');
  });

  it('keeps its cause out of its own properties', () => {
    const cause = new Error('socket');
    const error = new errors.ConnectionError({ ...facts, cause });
    assert.equal(error.cause, cause);
    assert.ok(!Object.keys(error).includes('cause'));
  });

  it('offers nothing else where the platform offers nothing', () => {
    assert.deepEqual(new errors.SlotTakenError(facts).alternatives, []);
  });

  it('gives codes and places to logs, not what the platform quotes', () => {
    const secret = '+33611223344';
    const error = new errors.ValidationError({
      ...facts,
      code: 'invalid-phone',
      status: 422,
      requestId: 'req-1',
      idempotencyKey: 'key-1',
      cause: new TypeError(secret, {
        cause: Object.assign(new Error(secret), { code: 'ECONNRESET' }),
      }),
      problem: {
        type: 'about:blank',
        title: secret,
        status: 422,
        code: 'invalid-phone',
        requestId: 'req-1',
        detail: secret,
        bookingUrl: secret,
        errors: [{ pointer: '/contact/phone', code: 'invalid-phone', detail: secret }],
      },
    });
    assert.deepEqual(JSON.parse(JSON.stringify(error)), {
      name: 'ValidationError',
      message: 'GET /v1/places: 422 invalid-phone',
      code: 'invalid-phone',
      operation: 'GET /v1/places',
      status: 422,
      requestId: 'req-1',
      retryable: false,
      attempts: 3,
      retryAfterSeconds: null,
      idempotencyKey: 'key-1',
      errors: [{ pointer: '/contact/phone', code: 'invalid-phone' }],
      cause: { name: 'TypeError', cause: { name: 'Error', code: 'ECONNRESET' } },
    });
    assert.equal(error.problem?.detail, secret);
  });

  it('tells of its cause names and codes, whatever that is', () => {
    const secret = 'https://sas.example/?q=secret';
    const endless: { cause?: unknown } = {};
    endless.cause = endless;
    const typed = new errors.ServerError({
      ...facts,
      code: 'unavailable',
      status: 503,
      cause: secret,
    });
    const table: [unknown, unknown][] = [
      [undefined, undefined],
      [null, undefined],
      [secret, undefined],
      [{ name: secret, code: secret, secret }, {}],
      [new DOMException(secret, 'AbortError'), { name: 'AbortError' }],
      [
        typed,
        {
          name: 'ServerError',
          code: 'unavailable',
          operation: 'GET /v1/places',
          status: 503,
          requestId: null,
        },
      ],
      [endless, { cause: { cause: { cause: {} } } }],
    ];
    for (const [cause, expected] of table) {
      const told = JSON.stringify(new errors.ConnectionError({ ...facts, cause }));
      assert.deepEqual((JSON.parse(told) as { cause?: unknown }).cause, expected);
      assert.ok(!told.includes('secret'));
    }
  });
});
