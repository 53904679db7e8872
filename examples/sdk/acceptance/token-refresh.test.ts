/** Acceptance 4: fifty calls whose token has expired ask for a new one once, and none waits for ever. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { isAuthentication, isTimeout, type TokenProvider } from '@sas-kit/client';
import type { Fault } from './fault-proxy.ts';
import { hang, instead, pass } from './faults.ts';
import { type Scene, startScene } from './platform.ts';

const CALLS = 50;
const TOKENS = '/oauth/token';
/** Of a start before this one: the platform answers it 401. */
const EXPIRED = 'token-of-yesterday';

/** Asks for tokens at the platform's own door, through the proxy, and keeps them. */
function tokensOf({ platform, proxy }: Scene): TokenProvider {
  const { id, secret } = platform.credentials.clients['editor']!;
  let token = EXPIRED;
  return async (refused) => {
    if (refused !== token) return token;
    const response = await fetch(`${proxy.baseUrl}${TOKENS}`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    if (!response.ok) throw new Error(`no token: ${response.status}`);
    token = ((await response.json()) as { access_token: string }).access_token;
    return token;
  };
}

/** Fifty calls at once of a program whose token has expired, while asking for another meets this fault. */
async function fiftyCalls(t: TestContext, fault: Fault, timeoutMs: number) {
  const scene = await startScene(t);
  const limits = { timeoutMs: 120_000, budgetMs: 300_000, retries: 0 };
  const { client } = scene.client('editor', { token: tokensOf(scene), ...limits });
  const call = (options = {}) => client.availability.search({ insee: '76351' }, options);
  scene.proxy.always(TOKENS, fault);
  const ended = await Promise.allSettled(Array.from({ length: CALLS }, () => call({ timeoutMs })));
  const errors = ended.flatMap((each) =>
    each.status === 'rejected' ? [each.reason as unknown] : [],
  );
  const asked = () => scene.proxy.received.filter(({ path }) => path === TOKENS).length;
  return { scene, call, errors, asked };
}

test('one refresh for fifty calls, and every one has its answer', async (t) => {
  const { scene, call, errors, asked } = await fiftyCalls(t, pass, 120_000);
  assert.deepEqual(errors, []);
  assert.equal(asked(), 1);
  await call();
  assert.equal(asked(), 1);
  const sent = scene.proxy.received.map(({ headers }) => headers.authorization);
  assert.equal(sent.filter((value) => value === `Bearer ${EXPIRED}`).length, CALLS);
});

type Refusal = [fault: Fault, timeoutMs: number, isExpected: (error: unknown) => boolean];

const REFUSALS: Record<string, Refusal> = {
  'is refused': [instead(401, '{"error":"invalid_client"}'), 120_000, isAuthentication],
  fails: [instead(503), 120_000, isAuthentication],
  'never answers': [hang, 2_000, isTimeout],
};

for (const [name, [fault, timeoutMs, isExpected]] of Object.entries(REFUSALS)) {
  test(`the refresh ${name}: fifty typed errors, no deadlock, and the next call asks again`, async (t) => {
    const { scene, call, errors, asked } = await fiftyCalls(t, fault, timeoutMs);
    assert.equal(errors.length, CALLS);
    for (const error of errors) assert.ok(isExpected(error), String(error));
    const before = asked();
    scene.proxy.always(TOKENS, pass);
    assert.ok((await call()).items.length > 0);
    assert.equal(asked(), before + 1);
  });
}
