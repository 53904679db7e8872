/** Acceptance 4: fifty calls whose token has expired ask for a new one once, and none waits for ever. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { isAuthentication, isSasError } from '@sas-kit/client';
import { clientCredentials } from '@sas-kit/client/client-credentials';
import type { Fault } from './fault-proxy.ts';
import { hang, instead, pass } from './faults.ts';
import { startScene } from './platform.ts';

const CALLS = 50;
const TOKENS = '/oauth/token';
/** Of a start before this one: the platform answers it 401. */
const EXPIRED = 'token-of-yesterday';

const json = { 'content-type': 'application/json' };
const expired = instead(
  200,
  JSON.stringify({ access_token: EXPIRED, token_type: 'Bearer', expires_in: 600 }),
  json,
);

/** A program with client credentials, whose clock may be moved, and fifty calls of it at once. */
async function startProgram(t: TestContext, timeoutMs = 60_000) {
  const scene = await startScene(t);
  const { proxy, platform } = scene;
  const { id: clientId, secret: clientSecret } = platform.credentials.clients['editor']!;
  let now = Date.now();
  const token = clientCredentials(
    { baseUrl: proxy.baseUrl, clientId, clientSecret, timeoutMs, retries: 0 },
    () => now,
  );
  const { client } = scene.client('editor', { token, retries: 0 });
  const call = () => client.availability.search({ insee: '76351' });
  /** The errors of fifty calls. */
  const fifty = async () => {
    const ended = await Promise.allSettled(Array.from({ length: CALLS }, call));
    return ended.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  };
  return {
    proxy,
    call,
    fifty,
    /** How often a token was asked for. */
    asked: () => proxy.received.filter(({ path }) => path === TOKENS).length,
    /** Moves the program's clock on. */
    later: (seconds: number) => (now += seconds * 1000),
  };
}

test('fifty calls are refused: one refresh, and every one has its answer', async (t) => {
  const { proxy, call, fifty, asked } = await startProgram(t);
  proxy.fault(TOKENS, expired);
  assert.deepEqual(await fifty(), []);
  assert.equal(asked(), 2, 'the token that had expired, and its refresh');
  await call();
  assert.equal(asked(), 2);
  const refused = proxy.received.filter(
    ({ headers }) => headers.authorization === `Bearer ${EXPIRED}`,
  );
  assert.equal(refused.length, CALLS);
});

test('fifty calls after the end of a token, by the program’s own clock: one refresh', async (t) => {
  const { call, fifty, asked, later } = await startProgram(t);
  await call();
  assert.deepEqual([await fifty(), asked()], [[], 1]);
  later(3_600);
  assert.deepEqual([await fifty(), asked()], [[], 2]);
});

/** How a refresh ends, and the milliseconds that it may take. */
const REFUSALS: Record<string, [fault: Fault, timeoutMs: number, code: string]> = {
  'is refused': [instead(401, '{"error":"invalid_client"}', json), 60_000, 'invalid-response'],
  fails: [instead(503), 60_000, 'invalid-response'],
  'never answers': [hang, 300, 'timeout'],
};

for (const [name, [fault, timeoutMs, code]] of Object.entries(REFUSALS)) {
  test(`the refresh ${name}: fifty typed errors, no deadlock, and the next call asks again`, async (t) => {
    const { proxy, call, fifty, asked } = await startProgram(t, timeoutMs);
    proxy.fault(TOKENS, expired);
    proxy.always(TOKENS, fault);
    const errors = await fifty();
    assert.equal(errors.length, CALLS);
    for (const error of errors) {
      assert.ok(isAuthentication(error), String(error));
      assert.ok(isSasError(error.cause), String(error.cause));
      assert.equal(error.cause.code, code);
    }
    const before = asked();
    proxy.always(TOKENS, pass);
    assert.ok((await call()).items.length > 0);
    assert.equal(asked(), before + 1);
  });
}
