import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { composeClient, createSasClient } from './client.ts';
import * as errors from './errors.ts';
import { responseInfo } from './response-info.ts';
import { hangUp, json, problem, raw, serve, silence, stall } from './testing/server.ts';
import { failure, start } from './testing/start.ts';
import { createTransport } from './transport.ts';
import { wait } from './wait.ts';

const page = { items: [], next: null };
const appointment = { id: 'a1', reference: '4K7P' };
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a request', () => {
  it('carries method, path, query, body and the publishable key', async (t) => {
    const { client, received } = await start(t, {}, json(200, page));
    await client.availability.search({
      insee: '76351',
      modality: ['AMB', 'VR'],
      from: '2026-11-23T09:20:00+01:00',
      cursor: undefined,
    });
    const [request] = received;
    assert.equal(request?.method, 'GET');
    assert.equal(
      request.url,
      '/v1/availability?insee=76351&modality=AMB,VR&from=2026-11-23T09%3A20%3A00%2B01%3A00',
    );
    assert.equal(request.headers['x-sas-key'], 'pk_test');
    assert.equal(request.headers.authorization, undefined);
    assert.equal(request.headers['idempotency-key'], undefined);
    assert.equal(request.headers['content-type'], undefined);
    assert.equal(request.body, '');
  });

  it('carries JSON, If-Match and the manage token where they apply', async (t) => {
    const { client, received } = await start(t, {}, json(200, appointment));
    await client.schedules.update('s1', { overbooking: true }, { ifMatch: '"7"' });
    await client.appointments.reschedule('a1', { slotId: 's2' }, { manageToken: 'm1' });
    assert.equal(received[0]?.method, 'PATCH');
    assert.equal(received[0].headers['if-match'], '"7"');
    assert.equal(received[0].headers['content-type'], 'application/json');
    assert.deepEqual(JSON.parse(received[0].body), { overbooking: true });
    assert.equal(received[1]?.url, '/v1/appointments/a1/reschedule');
    assert.equal(received[1].headers['sas-manage-token'], 'm1');
    assert.deepEqual(JSON.parse(received[1].body), { slotId: 's2' });
  });

  it('goes through the given fetch, of another library too: an address, a plain init', async (t) => {
    const { baseUrl } = await serve(t, json(201, appointment));
    const inits: RequestInit[] = [];
    const client = createSasClient({
      baseUrl,
      fetch: (input, init) => {
        assert.equal(input, `${baseUrl}/v1/appointments`);
        inits.push(init ?? {});
        return fetch(input, init);
      },
    });
    await client.appointments.book({ slotId: 's1' });
    const [{ method, body, credentials, redirect } = {}] = inits;
    assert.deepEqual([method, body], ['POST', '{"slotId":"s1"}']);
    assert.deepEqual([credentials, redirect], ['omit', 'manual']);
  });

  it('outlives its page with keepalive, and is then sent once', async (t) => {
    const keepalive: boolean[] = [];
    const { client, received } = await start(
      t,
      {
        fetch: (input, init) => {
          keepalive.push(new Request(input, init).keepalive);
          return fetch(input, init);
        },
      },
      problem(503, 'unavailable'),
    );
    await failure(client.holds.release('h1', { keepalive: true }));
    assert.deepEqual(keepalive, [true]);
    assert.equal(received.length, 1);
  });
});

describe('a result', () => {
  it('tells how it came', async (t) => {
    const headers = { etag: '"7"', 'x-request-id': 'req-7' };
    const { client } = await start(
      t,
      {},
      problem(503, 'unavailable'),
      json(200, { id: 's1' }, headers),
    );
    const schedule = await client.schedules.get('s1');
    assert.deepEqual(responseInfo(schedule), {
      status: 200,
      requestId: 'req-7',
      etag: '"7"',
      idempotencyKey: null,
      attempts: 2,
    });
    assert.equal(responseInfo({ ...schedule }), undefined);
  });

  it('is undefined for 204', async (t) => {
    const { client } = await start(t, {}, raw(204, ''));
    assert.equal(await client.holds.release('h1'), undefined);
  });
});

describe('an idempotency key', () => {
  it('is one for 503, 503, 201', async (t) => {
    const unavailable = problem(503, 'unavailable');
    const { client, received, waits } = await start(
      t,
      {},
      unavailable,
      unavailable,
      json(201, appointment),
    );
    const booked = await client.appointments.book({ slotId: 's1' });
    const keys = received.map(({ headers }) => headers['idempotency-key']);
    assert.equal(keys.length, 3);
    assert.equal(new Set(keys).size, 1);
    assert.match(String(keys[0]), uuid);
    assert.deepEqual(
      received.map(({ body }) => body),
      Array(3).fill('{"slotId":"s1"}'),
    );
    assert.equal(responseInfo(booked)?.attempts, 3);
    assert.equal(responseInfo(booked)?.idempotencyKey, keys[0]);
    assert.deepEqual(waits, [150, 300]);
  });

  it('finds the first result after the socket closed once the booking was written', async (t) => {
    const written = new Map<string, object>();
    const { client, received } = await start(
      t,
      {},
      (response, request) => {
        written.set(String(request.headers['idempotency-key']), appointment);
        response.socket?.destroy();
      },
      (response, request) => {
        const first = written.get(String(request.headers['idempotency-key']));
        (first ? json(201, first) : problem(409, 'slot-taken'))(response, request);
      },
    );
    assert.deepEqual(await client.appointments.book({ slotId: 's1' }), appointment);
    assert.equal(received.length, 2);
    assert.equal(written.size, 1);
  });

  it('waits for a first attempt that still runs', async (t) => {
    const running = problem(409, 'idempotency-key-in-use');
    const { client, received } = await start(t, {}, hangUp, running, json(201, appointment));
    assert.deepEqual(await client.appointments.book({ slotId: 's1' }), appointment);
    assert.equal(received.length, 3);
  });

  it('is the caller’s where it gives one', async (t) => {
    const { client, received } = await start(t, {}, json(201, appointment));
    await client.holds.create({ slotId: 's1' }, { idempotencyKey: 'mine' });
    assert.equal(received[0]?.headers['idempotency-key'], 'mine');
  });

  it('is sent without retries too, and is another for another call', async (t) => {
    const { client, received } = await start(t, { retries: 0 }, json(201, appointment));
    await client.holds.create({ slotId: 's1' });
    await client.holds.create({ slotId: 's1' });
    const keys = received.map(({ headers }) => headers['idempotency-key']);
    assert.ok(keys[0] && keys[1] && keys[0] !== keys[1]);
  });

  it('is on the error, so that the caller may call again with it', async (t) => {
    const { client, received } = await start(t, { retries: 0 }, hangUp);
    const error = await failure(client.appointments.book({ slotId: 's1' }));
    assert.equal(error.idempotencyKey, received[0]?.headers['idempotency-key']);
  });

  it('is not sent where nothing is created', async (t) => {
    const { client, received } = await start(t, {}, json(200, appointment));
    await client.appointments.cancel('a1');
    await client.holds.extend('h1');
    for (const { headers } of received) assert.equal(headers['idempotency-key'], undefined);
  });

  it('exists on a page without crypto.randomUUID', async (t) => {
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    t.after(() => Reflect.deleteProperty(crypto, 'randomUUID'));
    const { client, received } = await start(t, {}, json(201, appointment));
    await client.holds.create({ slotId: 's1' });
    assert.match(String(received[0]?.headers['idempotency-key']), /^\d+(-\d+){3}$/);
  });
});

describe('a retry', () => {
  it('is not made for what sending twice would change', async (t) => {
    const { client, received } = await start(t, {}, hangUp);
    await failure(client.holds.extend('h1'));
    await failure(client.appointments.reschedule('a1', { slotId: 's1' }));
    await failure(client.appointments.update('a1', { status: 'noshow' }));
    assert.equal(received.length, 3);
  });

  it('is made for a cancellation, which the contract lets one repeat', async (t) => {
    const { client, received } = await start(t, {}, hangUp, json(200, appointment));
    await client.appointments.cancel('a1', { manageToken: 'm1' });
    assert.equal(received.length, 2);
    assert.equal(received[1]?.headers['sas-manage-token'], 'm1');
  });

  it('waits as long as Retry-After asks', async (t) => {
    const { client, waits } = await start(
      t,
      {},
      problem(429, 'rate-limited', {}, { 'retry-after': '2' }),
      problem(503, 'unavailable', {}, { 'retry-after': 'Mon, 23 Nov 2026 08:20:09 GMT' }),
      json(200, page),
    );
    await client.places.search({ q: 'havre' });
    // 09:20:00 + 2.15 s: the date is 6.85 s ahead, plus 300 ms of jitter.
    assert.deepEqual(waits, [2_150, 7_150]);
  });

  it('is given up when Retry-After outlasts the call', async (t) => {
    const { client, waits, received } = await start(
      t,
      {},
      problem(429, 'rate-limited', {}, { 'retry-after': '3600' }),
    );
    const error = await failure(client.places.search({ q: 'havre' }));
    assert.ok(errors.isRateLimited(error));
    assert.equal(error.retryAfterSeconds, 3600);
    assert.equal(received.length, 1);
    assert.deepEqual(waits, []);
  });

  it('never waits beyond the budget of the call', async (t) => {
    const slow = problem(503, 'unavailable', {}, { 'retry-after': '2' });
    const { client, waits } = await start(t, { retries: 10, budgetMs: 5_000 }, slow);
    const error = await failure(client.places.search({ q: 'havre' }));
    assert.ok(errors.isServerError(error));
    assert.equal(error.attempts, 3);
    assert.equal(waits.length, 2);
  });

  it('follows a time-out', async (t) => {
    const { client, received } = await start(t, { timeoutMs: 2_000 }, silence, json(200, page));
    assert.deepEqual(await client.places.search({ q: 'havre' }), page);
    assert.equal(received.length, 2);
  });
});

describe('a time-out', () => {
  it('ends a call that nobody answers', async (t) => {
    const { client } = await start(t, { retries: 0 }, silence);
    const error = await failure(client.places.search({ q: 'havre' }, { timeoutMs: 40 }));
    assert.ok(errors.isTimeout(error));
    assert.equal(error.code, 'timeout');
    assert.equal(error.status, null);
    assert.equal(error.retryable, true);
  });

  it('covers the body, not only the headers', async (t) => {
    const { client } = await start(t, { retries: 0, timeoutMs: 60 }, stall);
    assert.ok(errors.isTimeout(await failure(client.places.search({ q: 'havre' }))));
  });

  it('ends a fetch that does not listen to its signal', async (t) => {
    const deaf = { retries: 0, timeoutMs: 20, fetch: () => new Promise<never>(() => undefined) };
    const { client } = await start(t, deaf, silence);
    assert.ok(errors.isTimeout(await failure(client.places.search({ q: 'havre' }))));
  });

  it('is no longer than the budget', async (t) => {
    const { client, received } = await start(t, { budgetMs: 1_000 }, silence);
    assert.ok(errors.isTimeout(await failure(client.places.search({ q: 'havre' }))));
    assert.ok(received.length >= 1);
  });

  it('may be infinite', async (t) => {
    const options = { timeoutMs: Infinity, budgetMs: Infinity };
    const { client } = await start(t, options, json(200, page));
    assert.deepEqual(await client.places.search({ q: 'havre' }), page);
  });
});

describe('an abort', () => {
  it('before the call sends nothing', async (t) => {
    const { client, received } = await start(t, {}, json(200, page));
    const reason = new Error('gone');
    const signal = AbortSignal.abort(reason);
    const error = await failure(client.places.search({ q: 'havre' }, { signal }));
    assert.ok(errors.isAborted(error));
    assert.equal(error.attempts, 0);
    assert.equal(error.cause, reason);
    assert.equal(error.retryable, false);
    assert.equal(received.length, 0);
  });

  it('during an attempt ends it', async (t) => {
    const controller = new AbortController();
    const { client } = await start(t, {}, () => controller.abort());
    const { signal } = controller;
    const error = await failure(client.places.search({ q: 'havre' }, { signal }));
    assert.ok(errors.isAborted(error));
    assert.equal(error.attempts, 1);
  });

  it('during a wait ends it', async (t) => {
    const { baseUrl } = await serve(t, problem(503, 'unavailable', {}, { 'retry-after': '20' }));
    const controller = new AbortController();
    const { signal } = controller;
    const transport = createTransport(
      { baseUrl },
      {
        wait: (ms) => {
          setImmediate(() => controller.abort());
          return wait(ms, signal);
        },
      },
    );
    const { places } = composeClient(transport);
    const error = await failure(places.search({ q: 'havre' }, { signal }));
    assert.ok(errors.isAborted(error));
    assert.equal(error.attempts, 1);
  });
});

describe('an answer that is not the contract’s', () => {
  const html = { 'content-type': 'text/html', 'x-request-id': 'proxy-1' };
  const fhir = { 'content-type': 'application/fhir+json', 'x-request-id': 'proxy-1' };
  const table = [
    ['a page of a proxy', raw(200, '<html>Sign in</html>', html), 200],
    ['a proxy that failed', raw(502, '<html>Bad gateway</html>', html), 502],
    ['nothing', raw(200, '', { 'x-request-id': 'proxy-1' }), 200],
    ['an error without a body', raw(500, '', { 'x-request-id': 'proxy-1' }), 500],
    ['JSON that is no object', raw(200, 'null', { 'x-request-id': 'proxy-1' }), 200],
    ['an error that is no problem', json(400, { error: 'x' }, { 'x-request-id': 'proxy-1' }), 400],
    ['an OperationOutcome', raw(404, '{"resourceType":"OperationOutcome"}', fhir), 404],
    [
      'an OperationOutcome of a failure',
      raw(503, '{"resourceType":"OperationOutcome"}', fhir),
      503,
    ],
    ['bytes', raw(500, '\u0000\ufffd', { 'x-request-id': 'proxy-1' }), 500],
    ['half of JSON', raw(200, '{"items":[', { 'x-request-id': 'proxy-1' }), 200],
    ['a redirection', raw(302, '', { location: '/sign-in', 'x-request-id': 'proxy-1' }), 302],
  ] as const;
  for (const [name, reply, status] of table) {
    it(`is an InvalidResponseError: ${name}`, async (t) => {
      const { client } = await start(t, {}, reply);
      const error = await failure(client.places.search({ q: 'havre' }));
      assert.ok(errors.isInvalidResponse(error));
      assert.equal(error.code, 'invalid-response');
      assert.equal(error.status, status);
      assert.equal(error.requestId, 'proxy-1');
      assert.equal(error.attempts, status >= 500 ? 3 : 1);
    });
  }
});

describe('a problem', () => {
  const table = [
    [400, 'unknown-parameter', 'ValidationError'],
    [401, 'unauthenticated', 'AuthenticationError'],
    [403, 'origin-not-allowed', 'PermissionError'],
    [404, 'not-found', 'NotFoundError'],
    [405, 'method-not-allowed', 'ValidationError'],
    [408, 'unavailable', 'TimeoutError'],
    [409, 'hold-expired', 'ConflictError'],
    [409, 'slot-taken', 'SlotTakenError'],
    [412, 'precondition-failed', 'PreconditionError'],
    [413, 'body-too-large', 'ValidationError'],
    [415, 'unsupported-media-type', 'ValidationError'],
    [422, 'outside-window', 'ValidationError'],
    [428, 'precondition-required', 'PreconditionError'],
    [429, 'rate-limited', 'RateLimitError'],
    [500, 'internal-error', 'ServerError'],
    [503, 'unavailable', 'ServerError'],
    [422, 'a-code-of-tomorrow', 'ValidationError'],
  ] as const;
  for (const [status, code, name] of table) {
    it(`${status} ${code} is a ${name}`, async (t) => {
      const { client } = await start(t, { retries: 0 }, problem(status, code));
      const error = await failure(client.appointments.book({ slotId: 's1' }));
      assert.equal(error.name, name);
      assert.ok(error instanceof errors[name]);
      assert.equal(error.code, code);
      assert.equal(error.status, status);
      assert.equal(error.requestId, 'req-1');
      assert.equal(error.problem?.code, code);
      assert.equal(error.operation, 'POST /v1/appointments');
    });
  }

  it('with places keeps them', async (t) => {
    const faults = [{ pointer: '/contact/phone', code: 'invalid-phone', detail: 'no' }] as const;
    const { client } = await start(t, {}, problem(422, 'invalid-body', { errors: [...faults] }));
    const error = await failure(client.appointments.book({ slotId: 's1' }));
    assert.deepEqual(error.errors, faults);
  });

  it('slot-taken gives the next free slots', async (t) => {
    const reply = problem(409, 'slot-taken', { alternatives: [{ id: 's2' }] as never });
    const { client, received } = await start(t, {}, reply);
    const error = await failure(client.appointments.book({ slotId: 's1' }));
    assert.ok(errors.isSlotTaken(error) && errors.isConflict(error));
    assert.deepEqual(
      error.alternatives.map(({ id }) => id),
      ['s2'],
    );
    assert.equal(received.length, 1);
  });
});

describe('a platform that cannot be reached', () => {
  it('is a ConnectionError, for every call tried again, extending included', async () => {
    let sent = 0;
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const client = createSasClient({
      baseUrl: 'http://127.0.0.1:9',
      retries: 1,
      fetch: async () => {
        sent += 1;
        throw new TypeError('fetch failed', { cause: refused });
      },
    });
    const error = await failure(client.holds.extend('h1'));
    assert.ok(errors.isConnection(error));
    assert.equal(error.attempts, 2);
    assert.equal(sent, 2);
    assert.equal(error.retryable, true);
  });

  it('is one when the answer breaks off', async (t) => {
    const broken = await start(t, { retries: 0 }, (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{', () => response.socket?.destroy());
    });
    assert.ok(errors.isConnection(await failure(broken.client.places.search({ q: 'x' }))));
  });
});

describe('secrets', () => {
  it('are in no error as logs see it', async (t) => {
    const secrets = ['tok-secret', 'manage-secret', 'Marie Curie', '+33611223344', 'hold-secret'];
    const detail = secrets.join(' ');
    const { client } = await start(
      t,
      { token: 'tok-secret', retries: 0 },
      problem(422, 'contact-not-allowed', { detail, title: detail, errors: [] }),
    );
    const contact = { name: 'Marie Curie', phone: '+33611223344' };
    const failed = [
      await failure(client.appointments.book({ slotId: 's', holdId: 'hold-secret', contact })),
      await failure(client.appointments.cancel('a1', { manageToken: 'manage-secret' })),
      await failure(client.holds.release('hold-secret')),
    ];
    for (const error of failed) {
      for (const secret of [...secrets, 'Bearer']) {
        assert.ok(!JSON.stringify(error).includes(secret), secret);
        assert.ok(!String(error.stack).includes(secret), secret);
      }
    }
  });
});
