import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createSasClient } from './client.ts';
import { clientCredentials } from './client-credentials.ts';
import * as errors from './errors.ts';
import {
  hangUp,
  json,
  problem,
  raw,
  serve,
  silence,
  type Received,
  type Reply,
} from './testing/server.ts';
import { failure } from './testing/start.ts';

const page = { items: [], next: null };
const clientSecret = 'sec:ret +é/%';
const granted = (access_token: string, expires_in = 600) =>
  json(200, { access_token, token_type: 'Bearer', expires_in });

/** A client of a platform that answers questions for a token by these replies, other calls by `answer`. */
async function start(
  t: TestContext,
  tokens: [Reply, ...Reply[]],
  answer: Reply = json(200, page),
  timeoutMs?: number,
) {
  let asked = 0;
  const { baseUrl, received } = await serve(t, (response, request) => {
    const isToken = request.url === '/oauth/token';
    const reply = isToken ? tokens[Math.min(asked++, tokens.length - 1)]! : answer;
    reply(response, request);
  });
  const clock = { now: Date.parse('2026-11-23T09:20:00+01:00') };
  const token = clientCredentials(
    { baseUrl, clientId: 'éditeur 1', clientSecret, timeoutMs, retries: 1 },
    () => clock.now,
  );
  const client = createSasClient({ baseUrl, token, retries: 0 });
  const questions = (): readonly Received[] => received.filter(({ url }) => url === '/oauth/token');
  return { client, clock, received, questions };
}

describe('client credentials', () => {
  it('ask for a token by HTTP Basic, both halves form-encoded', async (t) => {
    const { client, received } = await start(t, [granted('t1')]);
    await client.schedules.list();
    const [question, call] = received;
    assert.equal(question?.method, 'POST');
    assert.equal(question.body, 'grant_type=client_credentials');
    assert.equal(question.headers['content-type'], 'application/x-www-form-urlencoded');
    const basic = /^Basic (.+)$/.exec(String(question.headers.authorization))?.[1];
    assert.equal(
      Buffer.from(String(basic), 'base64').toString(),
      '%C3%A9diteur+1:sec%3Aret+%2B%C3%A9%2F%25',
    );
    assert.equal(call?.headers.authorization, 'Bearer t1');
  });

  it('ask once for fifty calls, and again shortly before the end', async (t) => {
    const { client, clock, questions } = await start(t, [granted('t1'), granted('t2')]);
    await Promise.all(Array.from({ length: 50 }, () => client.schedules.list()));
    assert.equal(questions().length, 1);
    clock.now += 539_000;
    await client.schedules.list();
    assert.equal(questions().length, 1);
    clock.now += 1_000;
    await client.schedules.list();
    assert.equal(questions().length, 2);
  });

  it('ask once for fifty calls whose token is refused', async (t) => {
    const takesSecond: Reply = (response, request) =>
      (request.headers.authorization === 'Bearer t2'
        ? json(200, page)
        : problem(401, 'unauthenticated'))(response, request);
    const { client, questions } = await start(t, [granted('t1'), granted('t2')], takesSecond);
    const pages = await Promise.all(Array.from({ length: 50 }, () => client.schedules.list()));
    assert.equal(pages.length, 50);
    assert.equal(questions().length, 2);
  });

  it('try again what may work a little later', async (t) => {
    const { client, questions } = await start(t, [problem(503, 'unavailable'), granted('t1')]);
    assert.deepEqual(await client.schedules.list(), page);
    assert.equal(questions().length, 2);
  });

  it('that are wrong are no matter of trying again', async (t) => {
    const wrong = problem(401, 'unauthenticated', { error: 'invalid_client' });
    const { client, questions } = await start(t, [wrong]);
    const error = await failure(client.schedules.list());
    assert.ok(errors.isAuthentication(error));
    assert.equal(error.retryable, false);
    assert.equal(error.attempts, 0);
    assert.ok(errors.isAuthentication(error.cause));
    assert.equal(error.cause.status, 401);
    assert.equal(error.cause.requestId, 'req-1');
    assert.equal(questions().length, 1);
  });

  const table: [
    name: string,
    reply: Reply,
    guard: (error: unknown) => boolean,
    retryable: boolean,
  ][] = [
    ['a platform that hangs up', hangUp, errors.isConnection, true],
    ['a platform that is down', problem(503, 'unavailable'), errors.isServerError, true],
    ['a platform that is silent', silence, errors.isTimeout, true],
    ['a page of a proxy', raw(200, '<html>'), errors.isInvalidResponse, false],
    ['an answer without a token', json(200, {}), errors.isInvalidResponse, false],
  ];
  for (const [name, reply, guard, retryable] of table) {
    it(`tell what failed: ${name}`, async (t) => {
      const { client } = await start(t, [reply], undefined, reply === silence ? 100 : undefined);
      const error = await failure(client.schedules.list());
      assert.ok(errors.isAuthentication(error));
      assert.equal(error.retryable, retryable);
      assert.ok(guard(error.cause), String(error.cause));
    });
  }

  it('are in no error', async (t) => {
    const quoting = problem(401, 'unauthenticated', { detail: clientSecret, title: clientSecret });
    for (const reply of [quoting, hangUp, raw(502, clientSecret)]) {
      const { client, questions } = await start(t, [reply]);
      const error = await failure(client.schedules.list());
      const sent = String(questions()[0]?.headers.authorization).slice('Basic '.length);
      const told = [error, error.cause as Error].map(
        (each) => `${JSON.stringify(each)} ${each.stack}`,
      );
      for (const secret of [clientSecret, 'sec%3Aret', sent]) {
        assert.ok(!told.join().includes(secret), secret);
      }
    }
  });
});
