import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as errors from './errors.ts';
import type { HookEvent, Hooks } from './hooks.ts';
import { hangUp, json, problem, silence } from './testing/server.ts';
import { failure, open, start } from './testing/start.ts';

const page = { items: [], next: null };
const unavailable = problem(503, 'unavailable');

/** Hooks that write down their name and, of what they are told, this. */
function writing(log: unknown[], of: (event: never) => unknown): Hooks {
  const write = (name: string) => (event: HookEvent) => void log.push([name, of(event as never)]);
  return {
    beforeRequest: write('beforeRequest'),
    afterResponse: write('afterResponse'),
    beforeRetry: write('beforeRetry'),
    beforeError: write('beforeError'),
  };
}

describe('hooks', () => {
  it('are told of every attempt, in its order', async (t) => {
    const log: unknown[] = [];
    const hooks = writing(log, ({ attempt }: HookEvent) => attempt);
    const { client } = await start(t, { hooks }, unavailable, hangUp, json(200, page));
    await client.places.search({ q: 'havre' });
    assert.deepEqual(log, [
      ['beforeRequest', 1],
      ['afterResponse', 1],
      ['beforeRetry', 1],
      ['beforeRequest', 2],
      ['beforeRetry', 2],
      ['beforeRequest', 3],
      ['afterResponse', 3],
    ]);
  });

  it('are told what became of an attempt and of the call', async (t) => {
    const log: unknown[] = [];
    const hooks: Hooks = {
      afterResponse: ({ status, requestId, headers, durationMs }) => {
        log.push([status, requestId, headers.get('content-type'), durationMs]);
      },
      beforeRetry: ({ status, waitMs }) => void log.push([status, waitMs]),
      beforeError: ({ error, durationMs }) => void log.push([error.code, durationMs]),
    };
    const { client } = await start(t, { hooks, retries: 1 }, unavailable, hangUp);
    await failure(client.places.search({ q: 'havre' }));
    assert.deepEqual(log, [
      [503, 'req-1', 'application/problem+json', 0],
      [503, 150],
      ['connection', 150],
    ]);
  });

  it('are told of a time-out and of an abort', async (t) => {
    const log: unknown[] = [];
    const hooks: Hooks = {
      beforeRetry: ({ attributes }) => void log.push(attributes['error.type']),
      beforeError: ({ attributes }) => void log.push(attributes['error.type']),
    };
    const controller = new AbortController();
    const { client } = await start(t, { hooks, timeoutMs: 2_000 }, silence, () =>
      controller.abort(),
    );
    await failure(client.places.search({ q: 'havre' }, { signal: controller.signal }));
    assert.deepEqual(new Set(log), new Set(['timeout', 'aborted']));
    assert.equal(log.at(-1), 'aborted');
  });

  it('are told of a renewed token as of a retry', async (t) => {
    const log: unknown[] = [];
    const hooks: Hooks = {
      beforeRetry: ({ status, waitMs, attempt }) => void log.push([status, waitMs, attempt]),
    };
    const token = (refused?: string) => (refused ? 'new' : 'old');
    const refusal = problem(401, 'unauthenticated');
    const { client } = await start(t, { hooks, token }, refusal, json(200, page));
    await client.structures.list();
    assert.deepEqual(log, [[401, 0, 1]]);
  });

  it('are told of a call that had no token to send', async (t) => {
    const log: unknown[] = [];
    const token = () => Promise.reject(new Error('identity provider down'));
    const hooks = writing(log, ({ attempt, attributes }: HookEvent) => [
      attempt,
      attributes['error.type'],
    ]);
    const { client } = await start(t, { hooks, token }, json(200, page));
    await failure(client.structures.list());
    assert.deepEqual(log, [['beforeError', [0, 'unauthenticated']]]);
  });

  it('are told of an answer that is read as it comes', async (t) => {
    const log: unknown[] = [];
    const hooks = writing(log, ({ attempt }: HookEvent) => attempt);
    const { transport } = await open(t, { hooks }, json(200, {}));
    const response = await transport.open('GET', '/v1/places', { query: { q: 'havre' } });
    assert.deepEqual(await response.json(), {});
    assert.deepEqual(log, [
      ['beforeRequest', 1],
      ['afterResponse', 1],
    ]);
  });

  it('know a call by one object in all of them, and its idempotency key', async (t) => {
    const calls = new Set<object>();
    const keys = new Set<string | null>();
    const hooks: Hooks = {
      beforeRequest: ({ call, idempotencyKey }) => void (calls.add(call), keys.add(idempotencyKey)),
      beforeRetry: ({ call, idempotencyKey }) => void (calls.add(call), keys.add(idempotencyKey)),
    };
    const { client, received } = await start(t, { hooks }, unavailable, json(201, { id: 'h1' }));
    await client.holds.create({ slotId: 's1' });
    assert.deepEqual(
      [...calls],
      [{ operation: 'POST /v1/holds', method: 'POST', template: '/v1/holds' }],
    );
    assert.deepEqual([...keys], [received[0]?.headers['idempotency-key']]);
  });

  it('may be several, one after the other, and asynchronous', async (t) => {
    const log: string[] = [];
    const hooks: Hooks[] = ['one', 'other'].map((name) => ({
      async beforeRequest() {
        log.push(`${name} begins`);
        await new Promise(setImmediate);
        log.push(`${name} ends`);
      },
    }));
    const { client } = await start(t, { hooks }, (response, request) => {
      log.push('sent');
      json(200, page)(response, request);
    });
    await client.places.search({ q: 'havre' });
    assert.deepEqual(log, ['one begins', 'one ends', 'other begins', 'other ends', 'sent']);
  });
});

describe('a header of a hook', () => {
  it('is sent along, on every attempt', async (t) => {
    const hooks: Hooks = {
      beforeRequest: ({ headers, attempt }) => headers.set('traceparent', `00-${attempt}`),
    };
    const { client, received } = await start(t, { hooks }, unavailable, json(200, page));
    await client.places.search({ q: 'havre' });
    assert.deepEqual(
      received.map(({ headers }) => headers.traceparent),
      ['00-1', '00-2'],
    );
  });

  it('changes nothing that the client sends itself', async (t) => {
    const hooks: Hooks = {
      beforeRequest({ headers }) {
        const own = ['X-Sas-Key', 'Idempotency-Key', 'Content-Type', 'Sas-Api-Version'];
        for (const name of own) headers.set(name, 'x');
      },
    };
    const { client, received } = await start(t, { hooks }, json(201, { id: 'h1' }));
    await client.holds.create({ slotId: 's1' }, { idempotencyKey: 'mine' });
    const [request] = received;
    assert.ok(request);
    const { headers, body } = request;
    assert.equal(headers['x-sas-key'], 'pk_test');
    assert.equal(headers['idempotency-key'], 'mine');
    assert.equal(headers['content-type'], 'application/json');
    assert.notEqual(headers['sas-api-version'], 'x');
    assert.equal(body, '{"slotId":"s1"}');
  });
});

describe('a hook that fails', () => {
  const cause = new Error('no trace');
  const throwing = (name: keyof Hooks): Hooks => ({
    [name]: () => {
      throw cause;
    },
  });

  it('before the request fails the call, and nothing is sent', async (t) => {
    const hooks = throwing('beforeRequest');
    const { client, received } = await start(t, { hooks }, json(200, page));
    const error = await failure(client.places.search({ q: 'havre' }));
    assert.ok(errors.isHookFailure(error));
    assert.equal(error.code, 'hook-failed');
    assert.equal(error.operation, 'GET /v1/places');
    assert.equal(error.attempts, 0);
    assert.equal(error.cause, cause);
    assert.equal(received.length, 0);
  });

  for (const name of ['afterResponse', 'beforeRetry', 'beforeError'] as const) {
    it(`is a HookError: ${name}`, async (t) => {
      const { client, received } = await start(
        t,
        { hooks: throwing(name), retries: 1 },
        unavailable,
      );
      const error = await failure(
        client.holds.create({ slotId: 's1' }, { idempotencyKey: 'mine' }),
      );
      assert.ok(errors.isHookFailure(error));
      assert.equal(error.cause, cause);
      assert.equal(error.idempotencyKey, 'mine');
      assert.equal(error.attempts, received.length);
    });
  }

  it('keeps what the platform had answered', async (t) => {
    const { client } = await start(
      t,
      { hooks: throwing('beforeError') },
      problem(409, 'slot-taken'),
    );
    const error = await failure(client.appointments.book({ slotId: 's1' }));
    assert.ok(errors.isHookFailure(error));
    assert.equal(error.status, 409);
    assert.equal(error.requestId, 'req-1');
    assert.equal(error.problem?.code, 'slot-taken');
  });

  it('is told to the hooks that hear of errors', async (t) => {
    const told: string[] = [];
    const hooks = [
      throwing('beforeRequest'),
      { beforeError: ({ error }) => void told.push(error.name) } satisfies Hooks,
    ];
    const { client } = await start(t, { hooks }, json(200, page));
    await failure(client.places.search({ q: 'havre' }));
    assert.deepEqual(told, ['HookError']);
  });

  it('by hanging ends with the time-out', async (t) => {
    const never = () => new Promise<void>(() => undefined);
    const options = { hooks: { beforeRetry: never }, timeoutMs: 2_000, retries: 1 };
    const { client } = await start(t, options, unavailable);
    const error = await failure(client.places.search({ q: 'havre' }));
    assert.ok(errors.isHookFailure(error));
    assert.match(String(error.cause), /beforeRetry took longer than 2000 ms/);
  });

  it('before the request by hanging takes the time of the attempt, and nothing is sent', async (t) => {
    const hanging: (() => void)[] = [];
    const beforeRequest = () => new Promise<void>((resolve) => hanging.push(resolve));
    const options = { hooks: { beforeRequest }, timeoutMs: 100, retries: 1 };
    const { client, received } = await start(t, options, json(200, page));
    const error = await failure(client.places.search({ q: 'havre' }));
    assert.ok(errors.isTimeout(error) || errors.isHookFailure(error));
    for (const resolve of hanging) resolve();
    await new Promise(setImmediate);
    assert.equal(received.length, 0);
  });

  it('by rejecting is no other than one that throws', async (t) => {
    const beforeRequest = () => Promise.reject(cause);
    const { client } = await start(t, { hooks: { beforeRequest } }, json(200, page));
    const error = await failure(client.places.search({ q: 'havre' }));
    assert.ok(errors.isHookFailure(error));
    assert.equal(error.cause, cause);
  });

  it('does so by its own fault, not by a time-out that is infinite', async (t) => {
    const hooks = { beforeRequest: () => new Promise<void>((resolve) => setImmediate(resolve)) };
    const options = { hooks, timeoutMs: Infinity, budgetMs: Infinity };
    const { client } = await start(t, options, json(200, page));
    assert.deepEqual(await client.places.search({ q: 'havre' }), page);
  });
});

describe('attributes', () => {
  it('are those of the semantic conventions, without an id or a parameter', async (t) => {
    const log: unknown[] = [];
    const hooks = writing(log, ({ attributes }: HookEvent) => attributes);
    const { client, baseUrl } = await start(
      t,
      { hooks, retries: 1 },
      unavailable,
      problem(404, 'not-found'),
    );
    await failure(client.schedules.get('secret-id'));
    const always = {
      'http.request.method': 'GET',
      'url.template': '/v1/schedules/{scheduleId}',
      'server.address': '127.0.0.1',
      'server.port': Number(new URL(baseUrl).port),
    };
    const first = { ...always, 'http.response.status_code': 503, 'error.type': '503' };
    const again = { ...always, 'http.request.resend_count': 1 };
    const missing = { ...again, 'http.response.status_code': 404, 'error.type': '404' };
    assert.deepEqual(log, [
      ['beforeRequest', always],
      ['afterResponse', first],
      ['beforeRetry', first],
      ['beforeRequest', again],
      ['afterResponse', missing],
      ['beforeError', missing],
    ]);
  });
});
