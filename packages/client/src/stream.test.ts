import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, it, type TestContext } from 'node:test';
import * as errors from './errors.ts';
import type { ClientOptions } from './options.ts';
import { readStream, reopenAfterMs, type StreamOptions, type StreamStatus } from './stream.ts';
import { broken, ended, eventText, streaming } from './testing/events.ts';
import { hangUp, json, problem, raw, silence, type Reply } from './testing/server.ts';
import { failure, open } from './testing/start.ts';

const source = (editor: string) => ({
  event: 'source' as const,
  data: { editor, state: 'complete' as const, ms: 1, slots: 1 },
});

/** A stream of a real server that gives these replies; its waits take no time. */
async function stream(
  t: TestContext,
  options: StreamOptions & Partial<ClientOptions>,
  ...replies: [Reply, ...Reply[]]
) {
  const { token, ...own } = options;
  const { transport, received } = await open(t, { token, retries: 0 }, ...replies);
  const waits: number[] = [];
  const states: StreamStatus[] = [];
  const events = readStream(
    transport,
    '/v1/availability/stream',
    () => ({ query: { insee: '76351' } }),
    { onState: (status) => states.push(status), ...own },
    { random: () => 0.5, wait: async (ms) => void waits.push(ms) },
  );
  t.after(() => events.return());
  /** The next event that is not the beginning of a connection. */
  const next = async () => {
    for (;;) {
      const { value, done } = await events.next();
      if (done) return undefined;
      if (value.event !== 'opened') return value;
    }
  };
  return { events, next, received, waits, states };
}

describe('a stream', () => {
  for (const [how, end] of [
    ['ends', ended],
    ['breaks off', broken],
    [
      'breaks off within an event',
      (response: ServerResponse) => {
        response.write('event: source\ndata: {"edi', () => response.destroy());
      },
    ],
    ['says what is no JSON', (response: ServerResponse) => void response.write('data: <html>\n\n')],
  ] as const) {
    it(`whose connection ${how} goes on with another`, async (t) => {
      const { next, received, waits, states } = await stream(
        t,
        {},
        streaming([source('a')], end),
        streaming([source('b')]),
      );
      assert.deepEqual(await next(), source('a'));
      assert.deepEqual(await next(), source('b'));
      assert.equal(received.length, 2);
      assert.deepEqual(waits, [250]);
      assert.deepEqual(
        states.map(({ state }) => state),
        ['connecting', 'stale'],
      );
      assert.ok(states[1]!.since >= states[0]!.since);
    });
  }

  it('that falls silent is opened again', async (t) => {
    const { next, received } = await stream(
      t,
      { silenceMs: 500, patient: true },
      streaming([source('a')]),
    );
    assert.deepEqual([await next(), await next()], [source('a'), source('a')]);
    assert.ok(received.length > 1);
  });

  it('that cannot be opened again for a while waits longer each time, and as asked', async (t) => {
    const { next, waits } = await stream(
      t,
      {},
      streaming([source('a')], ended),
      problem(503, 'unavailable'),
      hangUp,
      problem(429, 'rate-limited', {}, { 'retry-after': '7' }),
      raw(200, '<html>of a proxy', { 'content-type': 'text/html' }),
      streaming([source('b')]),
    );
    assert.deepEqual([await next(), await next()], [source('a'), source('b')]);
    assert.deepEqual(waits, [250, 500, 1_000, 9_000, 4_000]);
  });

  it('ends with what the platform refuses', async (t) => {
    const { next } = await stream(
      t,
      {},
      streaming([source('a')], ended),
      problem(403, 'forbidden'),
    );
    await next();
    const error = await failure(next());
    assert.ok(errors.isPermission(error));
    assert.equal(error.operation, 'GET /v1/availability/stream');
    assert.equal(await next(), undefined);
  });

  it('renews its token once for each connection', async (t) => {
    const asked: unknown[] = [];
    const token = (refused?: string) => {
      asked.push(refused);
      return refused ? 'new' : 'old';
    };
    const { next, received } = await stream(
      t,
      { token },
      problem(401, 'unauthenticated'),
      streaming([source('a')], ended),
      problem(401, 'unauthenticated'),
      problem(401, 'unauthenticated'),
    );
    await next();
    assert.equal(received[1]?.headers.authorization, 'Bearer new');
    assert.ok(errors.isAuthentication(await failure(next())));
    assert.equal(received.length, 4);
  });

  for (const [what, reply, isIt] of [
    ['nothing', hangUp, errors.isConnection],
    ['a failure', problem(500, 'internal-error'), errors.isServerError],
    ['another kind of answer', json(200, {}), errors.isInvalidResponse],
    ['an end before its first event', streaming([], ended), errors.isConnection],
    [
      'what is no event',
      raw(200, 'data: {\n\n', { 'content-type': 'text/event-stream' }),
      errors.isInvalidResponse,
    ],
  ] as const) {
    it(`that begins with ${what} throws, unless it is patient`, async (t) => {
      const impatient = await stream(t, {}, reply);
      assert.ok(isIt(await failure(impatient.next())));
      const { next, states } = await stream(t, { patient: true }, reply, streaming([source('a')]));
      assert.deepEqual(await next(), source('a'));
      assert.ok(isIt(states[1]!.error));
      assert.equal(states[1]!.state, 'connecting');
    });
  }

  it('throws a mistake of whoever calls as it is', async (t) => {
    const { transport } = await open(t, { baseUrl: 'nowhere' }, silence);
    const events = readStream(transport, '/v1/availability/stream', () => ({}), { patient: true });
    await assert.rejects(events.next(), TypeError);
  });

  it('reads no more than is taken', async (t) => {
    const chunk = eventText('source', source('x'.repeat(2 ** 20)).data);
    let written = 0;
    let closed: () => void = () => undefined;
    const isClosed = new Promise<void>((done) => (closed = done));
    const endless = streaming([], (response) => {
      response.on('close', closed);
      const more = () => {
        while (!response.destroyed && written < 256) {
          written += 1;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
      };
      more();
    });
    const { events, next } = await stream(t, {}, endless);
    await next();
    // All that the server could send by now is sent.
    for (let turns = 0; turns < 2_000; turns += 1) await new Promise(setImmediate);
    await events.return();
    await isClosed;
    assert.ok(written < 64, `${written} MB were taken from the server`);
  });
});

describe('a stream that is aborted', () => {
  const moments: [string, Reply, number][] = [
    ['before it begins', silence, -1],
    ['while it is opened', silence, 0],
    ['between two events', streaming([source('a')]), 1],
  ];
  for (const [when, reply, events] of moments) {
    it(`${when} leaves nothing behind`, async (t) => {
      const controller = new AbortController();
      const { signal } = controller;
      let line: ServerResponse | undefined;
      const held: Reply = (response, request) => {
        line = response;
        reply(response, request);
      };
      const { next, received } = await stream(t, { signal }, held);
      if (events < 0) controller.abort(new Error('no longer'));
      if (events > 0) await next();
      const waiting = failure(next());
      while (events === 0 && received.length === 0) await new Promise(setImmediate);
      controller.abort(new Error('no longer'));
      const error = await waiting;
      assert.ok(errors.isAborted(error));
      assert.equal((error.cause as Error).message, 'no longer');
      assert.deepEqual(getEventListeners(signal, 'abort'), []);
      while (line && !line.closed) await new Promise(setImmediate);
      assert.equal(await next(), undefined);
    });
  }

  for (const [when, later] of [
    ['at the loss of its connection', (abort: () => void) => abort()],
    ['while it waits to be opened again', setImmediate],
  ] as const)
    it(`${when} leaves nothing behind`, async (t) => {
      const controller = new AbortController();
      const { transport } = await open(t, { retries: 0 }, streaming([source('a')], ended));
      const events = readStream(
        transport,
        '/v1/availability/stream',
        () => ({ query: { insee: '76351' } }),
        {
          signal: controller.signal,
          onState: ({ state }) => state === 'stale' && later(() => controller.abort()),
        },
        { random: () => 4_000 },
      );
      const read: string[] = [];
      const reading = (async () => {
        for await (const { event } of events) read.push(event);
      })();
      assert.ok(errors.isAborted(await failure(reading)));
      assert.deepEqual(read, ['opened', 'source']);
      assert.deepEqual(getEventListeners(controller.signal, 'abort'), []);
    });

  it('ends its connection when its reader goes away', async (t) => {
    let closed: () => void = () => undefined;
    const isClosed = new Promise<void>((done) => (closed = done));
    const { events } = await stream(
      t,
      {},
      streaming([source('a')], (response) => void response.on('close', closed)),
    );
    for await (const { event } of events) if (event === 'source') break;
    await isClosed;
  });
});

it('the wait before a stream is opened again doubles up to 30 s, with full jitter', () => {
  const table: [number, number | null, number, number][] = [
    [0, null, 0, 0],
    [0, null, 1, 500],
    [1, null, 0.5, 500],
    [3, null, 1, 4_000],
    [20, null, 1, 30_000],
    [2_000, null, 1, 30_000],
    [0, 12, 0, 12_000],
    [1, 12, 0.5, 12_500],
    [0, 1e9, 0, 300_000],
  ];
  for (const [failures, asked, random, expected] of table) {
    assert.equal(reopenAfterMs(failures, asked, random), expected);
  }
});
