import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import * as errors from './errors.ts';
import { json, problem, type Reply } from './testing/server.ts';
import { failure, start } from './testing/start.ts';

const page = { items: [], next: null };

/** Takes this token only. */
const takes =
  (token: string): Reply =>
  (response, request) =>
    (request.headers.authorization === `Bearer ${token}`
      ? json(200, page)
      : problem(401, 'unauthenticated'))(response, request);

describe('a caller', () => {
  it('is known by its token, not by its key, where it has both', async (t) => {
    const { client, received } = await start(t, { key: 'pk_1', token: 't1' }, json(200, page));
    await client.structures.list();
    assert.equal(received[0]?.headers.authorization, 'Bearer t1');
    assert.equal(received[0].headers['x-sas-key'], undefined);
  });

  it('is known by its key while the provider has no token', async (t) => {
    const { client, received } = await start(t, { key: 'pk_1', token: () => '' }, json(200, page));
    await client.structures.list();
    assert.equal(received[0]?.headers.authorization, undefined);
    assert.equal(received[0]?.headers['x-sas-key'], 'pk_1');
  });

  it('is known by its session where it says so, and a token goes before it', async (t) => {
    const asked: RequestCredentials[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      asked.push(new Request(input, init).credentials);
      return globalThis.fetch(input, init);
    };
    const session = await start(t, { key: 'pk_1', session: true, fetch }, json(200, page));
    await session.client.structures.list();
    assert.equal(session.received[0]?.headers['x-sas-key'], undefined);
    const token = await start(t, { token: 't1', session: true, fetch }, json(200, page));
    await token.client.structures.list();
    assert.equal(token.received[0]?.headers.authorization, 'Bearer t1');
    assert.deepEqual(asked, ['same-origin', 'omit']);
  });

  it('may be nobody', async (t) => {
    const { client, received } = await start(t, { key: undefined }, json(200, page));
    await client.territories.list();
    assert.equal(received[0]?.headers.authorization, undefined);
    assert.equal(received[0]?.headers['x-sas-key'], undefined);
  });
});

describe('a token provider', () => {
  it('is asked before every attempt', async (t) => {
    let asked = 0;
    const token = () => `t${++asked}`;
    const unavailable = problem(503, 'unavailable');
    const { client, received } = await start(t, { token }, unavailable, json(200, page));
    await client.structures.list();
    assert.deepEqual(
      received.map(({ headers }) => headers.authorization),
      ['Bearer t1', 'Bearer t2'],
    );
  });

  it('renews once for fifty calls with an expired token', async (t) => {
    let current = 'old';
    let renewals = 0;
    const token = async (refused?: string) => {
      if (refused === current) {
        renewals += 1;
        await new Promise(setImmediate);
        current = 'new';
      }
      return current;
    };
    const { client } = await start(t, { token }, takes('new'));
    const pages = await Promise.all(Array.from({ length: 50 }, () => client.structures.list()));
    assert.equal(pages.length, 50);
    assert.equal(renewals, 1);
  });

  it('that fails to renew gives fifty typed errors', async (t) => {
    const cause = new Error('identity provider down');
    const token = async (refused?: string) => {
      if (refused) throw cause;
      return 'old';
    };
    const { client } = await start(t, { token }, takes('new'));
    const calls = Array.from({ length: 50 }, () => failure(client.structures.list()));
    for (const error of await Promise.all(calls)) {
      assert.ok(errors.isAuthentication(error));
      assert.equal(error.code, 'unauthenticated');
      assert.equal(error.cause, cause);
    }
  });

  it('that has no other token is not answered by another request', async (t) => {
    const { client, received } = await start(t, { token: () => 'old' }, takes('new'));
    const error = await failure(client.structures.list());
    assert.ok(errors.isAuthentication(error));
    assert.equal(error.status, 401);
    assert.equal(error.attempts, 1);
    assert.equal(received.length, 1);
  });

  it('is asked to renew once only', async (t) => {
    let number = 0;
    const { client, received } = await start(t, { token: () => `t${++number}` }, takes('new'));
    const error = await failure(client.structures.list());
    assert.ok(errors.isAuthentication(error));
    assert.equal(received.length, 2);
  });

  it('renews for a booking too, under the same idempotency key', async (t) => {
    const token = (refused?: string) => (refused ? 'new' : 'old');
    const { client, received } = await start(t, { token }, takes('new'));
    await client.appointments.book({ slotId: 's1' });
    const keys = received.map(({ headers }) => headers['idempotency-key']);
    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
  });

  it('that gives what no header takes is refused, without a word of it', async (t) => {
    for (const given of ['in-confidence\nx: y', 'in-confidencé', { token: 'in-confidence' }]) {
      for (const token of [() => given as string, `in-confidence\n${typeof given}`]) {
        const { client } = await start(t, { token }, takes('new'));
        const error = await failure(client.structures.list());
        assert.ok(errors.isAuthentication(error));
        assert.equal(error.retryable, false);
        assert.doesNotMatch(inspect(error, { depth: null }), /in-confidence/);
      }
    }
  });

  it('may give a token with the end of its line, as a file has it', async (t) => {
    const { client } = await start(t, { token: () => 'new\n' }, takes('new'));
    assert.deepEqual(await client.structures.list(), page);
  });

  it('that hangs ends with the time-out, and does not block the call after it', async (t) => {
    let asked = 0;
    const token = () => (++asked === 1 ? new Promise<string>(() => undefined) : 'new');
    const { client } = await start(t, { token, timeoutMs: 2_000, retries: 0 }, takes('new'));
    const error = await failure(client.structures.list());
    assert.ok(errors.isTimeout(error));
    assert.equal(error.attempts, 0);
    assert.deepEqual(await client.structures.list(), page);
  });
});
