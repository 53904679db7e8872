import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { embedToken } from './embed-token.ts';
import { isConnection, isInvalidResponse, isSasError } from './errors.ts';
import { hangUp, json, raw, serve, type Reply } from './testing/server.ts';

const now = Date.parse('2026-11-23T09:20:00+01:00');

/** A session of 15 minutes, by the clock of a server that says what time it is. */
const session = (token: string, serverTime = now): Reply =>
  json(
    200,
    { token, expiresAt: new Date(serverTime + 900_000).toISOString() },
    { date: new Date(serverTime).toUTCString() },
  );

describe('the token of a page', () => {
  it('is asked of its own server, with its cookies, and kept', async (t) => {
    const { baseUrl, received } = await serve(t, session('t1'));
    const asked: Request[] = [];
    const provider = embedToken(
      `${baseUrl}/sas-token/`,
      {
        headers: { 'x-csrf': 'c1' },
        fetch: (input, init) => {
          asked.push(new Request(input, init));
          return fetch(input, init);
        },
      },
      () => now,
    );
    assert.deepEqual([await provider(), await provider()], ['t1', 't1']);
    assert.equal(received.length, 1);
    assert.equal(received[0]?.method, 'POST');
    assert.equal(received[0].url, '/sas-token/');
    assert.equal(received[0].headers['x-csrf'], 'c1');
    assert.equal(asked[0]?.credentials, 'same-origin');
  });

  for (const hours of [-3, 3]) {
    it(`lives as long as its server says, on a page whose clock is ${hours} h off`, async (t) => {
      const { baseUrl, received } = await serve(t, session('t1', now - hours * 3_600_000));
      let time = now;
      const provider = embedToken(`${baseUrl}/t`, {}, () => time);
      await provider();
      time += 839_000;
      await provider();
      assert.equal(received.length, 1);
      time += 1_000;
      await provider();
      assert.equal(received.length, 2);
    });
  }

  it('is asked for again when it was refused', async (t) => {
    const { baseUrl } = await serve(t, session('t1'), session('t2'));
    const provider = embedToken(`${baseUrl}/t`, {}, () => now);
    assert.equal(await provider('t0'), 't1');
    assert.equal(await provider('t1'), 't2');
  });

  it('that cannot be had fails with a typed error', async (t) => {
    const table: [Reply, (error: unknown) => boolean, number | null][] = [
      [hangUp, isConnection, null],
      [raw(401, 'Sign in'), isInvalidResponse, 401],
      [raw(302, '', { location: '/sign-in' }), isInvalidResponse, 302],
      [raw(200, '<html>Sign in</html>'), isInvalidResponse, 200],
      [json(200, { token: 't1' }), isInvalidResponse, 200],
      [json(200, { expiresAt: '2026-11-23T09:35:00Z' }), isInvalidResponse, 200],
    ];
    for (const [reply, guard, status] of table) {
      const { baseUrl } = await serve(t, reply);
      const provider = embedToken(`${baseUrl}/sas-token?of=secret`);
      await assert.rejects(
        async () => provider(),
        (error) => {
          assert.ok(isSasError(error) && guard(error), String(error));
          assert.equal(error.status, status);
          assert.ok(!JSON.stringify(error).includes('secret'));
          return true;
        },
      );
    }
  });
});
