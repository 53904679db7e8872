/** Acceptance 5: whatever stands in an answer, the call ends with a typed error that tells status and request. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClientOptions, isNotFound, isTimeout, isValidation } from '@sas-kit/client';
import { failure } from './failure.ts';
import type { Fault } from './fault-proxy.ts';
import { cutBody, drip, hang, instead, rewrite, stall } from './faults.ts';
import { startScene, type Waiting } from './platform.ts';

const ID = 'le-havre-fecamp';
const TERRITORY = `/v1/territories/${ID}`;

const OUTCOME = JSON.stringify({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code: 'exception', diagnostics: 'Personne Fictive' }],
});
const HTML = '<!doctype html><html><body><h1>502 Bad Gateway</h1>Personne Fictive</body></html>';

/** Bodies that are not the contract's. */
const BODIES: Record<string, [status: number, type: string | null, body: string]> = {
  'HTML of a proxy': [502, 'text/html', HTML],
  'HTML where an answer was expected': [200, 'text/html', HTML],
  nothing: [500, 'application/json', ''],
  'nothing where an answer was expected': [200, 'application/json', ''],
  'an unknown type': [418, 'application/x-teapot', 'Personne Fictive'],
  'no type': [500, null, 'Personne Fictive'],
  'an OperationOutcome': [500, 'application/fhir+json', OUTCOME],
  'JSON that is cut': [500, 'application/problem+json', '{"code":"internal-'],
  'a problem of another API': [403, 'application/problem+json', '{"title":"Personne Fictive"}'],
  'a redirection': [302, null, ''],
};

/** Answers that never end, and the options that bring their end near. */
const ENDLESS: Record<string, [fault: Fault, options: Partial<ClientOptions>, code: string]> = {
  'an answer that hangs': [hang, { timeoutMs: 50 }, 'timeout'],
  'headers, then silence': [stall, { timeoutMs: 200 }, 'timeout'],
  'a body that drips and never ends': [drip, { timeoutMs: 200 }, 'timeout'],
  'a body that is cut': [cutBody, {}, 'connection'],
};

test('an answer of every kind', async (t) => {
  const { client, platform, proxy } = await startScene(t);
  const get = ({ client }: Waiting) => client.territories.get(ID);

  for (const [name, [status, type, body]] of Object.entries(BODIES)) {
    await t.test(`${name} (${status}): status and request id, nothing of the body`, async () => {
      proxy.always(TERRITORY, rewrite(status, type, body));
      const error = await failure(get(client(null)));
      assert.equal(error.status, status);
      assert.match(error.requestId!, /^[\w-]{1,64}$/);
      assert.match(error.code, /^[a-z][a-z-]+$/);
      assert.equal(error.retryable, [500, 502].includes(status));
      assert.equal(error.attempts, error.retryable ? 3 : 1);
      assert.doesNotMatch(`${String(error)} ${JSON.stringify(error)}`, /Personne Fictive/);
    });
  }

  for (const [name, [fault, options, code]] of Object.entries(ENDLESS)) {
    await t.test(`${name}: tried again, then told`, async () => {
      proxy.always(TERRITORY, fault);
      const error = await failure(get(client(null, options)));
      assert.equal(error.code, code);
      assert.equal(isTimeout(error), code === 'timeout');
      assert.equal(error.attempts, 3);
      assert.ok(error.retryable);
    });
  }

  await t.test('a problem of the platform: its class, its code, its places', async () => {
    const web = client(null).client;
    const before = proxy.received.length;
    const missing = await failure(web.territories.get('nowhere'));
    assert.ok(isNotFound(missing));
    assert.equal(missing.problem?.status, 404);
    assert.equal(missing.requestId, missing.problem?.requestId);
    const wrong = await failure(web.availability.search({ insee: '76351', limit: 5_000 }));
    assert.ok(isValidation(wrong));
    assert.deepEqual(
      wrong.errors.map(({ parameter }) => parameter),
      ['limit'],
    );
    assert.equal(proxy.received.length - before, 2);
  });

  await t.test('a platform that is gone, and the balancer that says so', async () => {
    await platform.close();
    proxy.always(TERRITORY, (response, forward) => forward().then(() => void response.end()));
    const gone = await failure(get(client(null)));
    assert.deepEqual([gone.code, gone.status, gone.requestId], ['connection', null, null]);
    proxy.always(TERRITORY, instead(503));
    const balanced = await failure(get(client(null)));
    assert.deepEqual([balanced.status, balanced.attempts], [503, 3]);
  });
});
