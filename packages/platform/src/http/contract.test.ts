import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROLES } from '../identity/caller.ts';
import { isRight } from '../identity/rights.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { compileContract, contract } from './contract.ts';

let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform();
});
after(() => platform.close());

const operations = compileContract();

test('every operation of the contract is served, and every served route is in the contract', () => {
  const served = new Set<string>();
  const { app } = platform.platform;
  // Fastify prints its router as a tree; `hasRoute` answers for one route.
  for (const { method, path } of operations) {
    const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
    assert.ok(app.hasRoute({ method, url }), `${method} ${path} is not served`);
    served.add(`${method} ${url}`);
  }
  const tree = app.printRoutes({ commonPrefix: false });
  const methods = [...tree.matchAll(/\(([A-Z, ]+)\)/g)].flatMap((match) => match[1]!.split(', '));
  const expected = [...served].length + operations.filter(({ method }) => method === 'GET').length;
  assert.equal(methods.length, expected, `a route is served beside the contract:\n${tree}`);
});

test('a platform without a handler for an operation does not start', async () => {
  const { buildServer } = await import('../server.ts');
  assert.throws(
    () =>
      buildServer({
        handlers: {} as never,
        authenticate: () => Promise.reject(new Error('nobody calls')),
        authenticateFhir: () => Promise.reject(new Error('nobody calls')),
        limiter: { count: () => Promise.reject(new Error('nobody calls')) },
        openRequests: 1,
        timeouts: { headersSeconds: 1, requestSeconds: 1, idleSeconds: 1 },
        bodyLimit: 1,
        trustProxy: false,
        certificateHeader: null,
        https: null,
        hstsSeconds: 0,
        logLevel: 'silent',
        validateResponses: false,
      }),
    /No handler for listTerritories/,
  );
});

test('every operation declares its right, and every failure is a problem', () => {
  for (const item of Object.values(contract.paths)) {
    for (const operation of Object.values(item) as Record<string, string>[]) {
      if (operation['operationId'] === undefined) continue;
      const right = operation['x-right'] ?? 'none';
      assert.ok(right === 'open' || isRight(right), `${operation['operationId']}: ${right}`);
      assert.equal(right === 'open', operation['security'] !== undefined, operation['operationId']);
    }
  }
  for (const operation of operations) {
    assert.ok(operation.validateResponse.has('default'), `${operation.id} declares no failure`);
  }
});

test('every creating POST takes an idempotency key; what people edit takes If-Match', () => {
  for (const { id, method, parameters } of operations) {
    const names = parameters.map(({ name }) => name);
    if (/^(create|book)/.test(id)) assert.ok(names.includes('Idempotency-Key'), id);
    if (/^(update|delete)(Rule|Slot|Absence|Schedule|Territory)$/.test(id))
      assert.ok(names.includes('If-Match'), id);
    if (method === 'GET') assert.ok(!names.includes('Idempotency-Key'), id);
  }
});

test('every role that the contract names is known', () => {
  const transitions = contract.components.schemas['AppointmentStatus']!['x-transitions'];
  const movers = (transitions as { by: string[] }[]).flatMap(({ by }) => by);
  for (const role of movers)
    assert.ok(
      ROLES.some((known) => known === role),
      role,
    );
});

test('the served contract is the bundled one, and its page runs nothing', async () => {
  const served = await platform.call('GET', '/openapi.json');
  assert.deepEqual(served.body, JSON.parse(JSON.stringify(contract)));
  const page = await platform.call('GET', '/docs');
  assert.match(page.headers.get('content-security-policy')!, /default-src 'none'/);
  assert.equal(/<script/.test(page.body as string), false);
  assert.match(page.body as string, /<code>application\/problem\+json<\/code>/);
  assert.doesNotMatch(page.body as string, /`/);
});

test('a preflight is answered for any origin, without credentials', async () => {
  const { status, headers } = await platform.call('OPTIONS', '/v1/holds', {
    headers: { origin: 'https://ailleurs.example', 'access-control-request-method': 'POST' },
  });
  assert.equal(status, 204);
  const allowed = headers.get('access-control-allow-headers')!;
  for (const name of ['Idempotency-Key', 'Sas-Api-Version', 'Traceparent'])
    assert.ok(allowed.includes(name), name);
  assert.equal(headers.get('access-control-allow-credentials'), null);
});

test('HEAD answers like GET without a body', async () => {
  const { status, body } = await platform.call('HEAD', '/healthz');
  assert.deepEqual([status, body], [200, '']);
});
