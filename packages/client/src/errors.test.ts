import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, it } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import * as errors from './errors.ts';

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
} as const;
type Name = keyof typeof guards;
const names = Object.keys(guards) as Name[];

/** The classes as another realm has them, renamed as a minifier would. */
function foreignErrors(): Record<Name, new (facts: errors.ErrorFacts) => Error> {
  const source = readFileSync(new URL('./errors.ts', import.meta.url), 'utf8');
  const script = stripTypeScriptTypes(source)
    .replaceAll(/^export /gm, '')
    .replaceAll(/\bclass (\w+)/g, 'class $1_');
  const renamed = script.replaceAll(/extends (\w+)/g, (all, name: string) =>
    name === 'Error' ? all : `extends ${name}_`,
  );
  const table = `({ ${names.map((name) => `${name}: ${name}_`).join(', ')} })`;
  return runInContext(`${renamed}\n${table}`, createContext({})) as ReturnType<
    typeof foreignErrors
  >;
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

  it('know the errors of another realm, whose classes a minifier renamed', () => {
    const foreign = foreignErrors();
    for (const name of names) {
      const error: unknown = new foreign[name](facts);
      assert.ok(!(error instanceof Error) && !(error instanceof errors.SasError));
      assert.ok(errors.isSasError(error) && guards[name](error));
    }
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
      cause: new Error(secret),
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
    });
    assert.equal(error.problem?.detail, secret);
  });
});
