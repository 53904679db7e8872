import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { pageHeaders } from './security-headers.ts';

let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform({ SAS_TRUST_PROXY: 'loopback' });
});
after(() => platform.close());

/** Every kind of answer: data, a page, what is not there, what is refused, what cannot be read. */
const ANSWERS: [string, string][] = [
  ['GET', '/healthz'],
  ['GET', '/openapi.json'],
  ['GET', '/docs'],
  ['GET', '/v1/territories'],
  ['GET', '/v1/appointments'],
  ['GET', '/nowhere'],
  ['DELETE', '/healthz'],
  ['GET', '/%ff'],
  ['GET', '/v1/places?q=%ff'],
  ['HEAD', '/healthz'],
];
for (const [method, path] of ANSWERS) {
  test(`${method} ${path}: no document, no frame, no referrer, no guess of its type`, async () => {
    const { headers } = await platform.call(method, path);
    const policy = headers.get('content-security-policy') ?? '';
    for (const directive of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      assert.ok(policy.includes(directive), policy);
    assert.doesNotMatch(policy, /unsafe|\*|http:|data:|blob:/);
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
    assert.equal(headers.get('set-cookie'), null);
    assert.equal(headers.get('x-powered-by'), null);
    assert.equal(headers.get('server'), null);
  });
}

test('the page of the contract runs nothing, opens nothing and asks nothing of the device', async () => {
  const { headers, body } = await platform.call('GET', '/docs');
  const policy = headers.get('content-security-policy')!;
  assert.match(policy, /; style-src 'sha256-[\w+/]+='$/);
  assert.doesNotMatch(policy, /script-src|connect-src|img-src/);
  assert.match(policy, /require-trusted-types-for 'script'; trusted-types 'none'/);
  assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
  for (const feature of ['camera', 'microphone', 'geolocation'])
    assert.ok(headers.get('permissions-policy')!.includes(`${feature}=()`));
  assert.doesNotMatch(body as string, /<script|\son\w+=|\sstyle=|javascript:/);
});

test('who came over TLS, by a proxy that is believed, is told to stay there; others are not', async () => {
  const over = async (proto?: string) => {
    const headers: Record<string, string> = proto ? { 'x-forwarded-proto': proto } : {};
    const answer = await platform.call('GET', '/healthz', { headers });
    return answer.headers.get('strict-transport-security');
  };
  assert.equal(await over('https'), 'max-age=31536000');
  assert.equal(await over('http'), null);
  assert.equal(await over(), null);
});

test('a page names what it may do, and nothing else is added', () => {
  const policy = pageHeaders({ 'script-src': "'self'", 'trusted-types': 'lit-html' })[
    'content-security-policy'
  ];
  assert.equal(
    policy,
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types lit-html; script-src 'self'",
  );
});
