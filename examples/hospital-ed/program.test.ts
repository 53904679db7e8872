import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test, type TestContext } from 'node:test';
import { OptionError } from '../embedding-server/options.ts';
import { type Options, readOptions } from './options.ts';
import { startHospital } from './program.ts';

const platform = { url: 'https://sas.example', clientId: 'id', clientSecret: 'hidden' };
const options = { ...readOptions([], {}), port: 0, platform };

async function started(t: TestContext, given: Options = options) {
  const running = await startHospital(given);
  t.after(() => running.close());
  return running;
}

test('the page is strict, and holds neither credentials nor a field', async (t) => {
  const { origin } = await started(t);
  const response = await fetch(`${origin}/`);
  const page = await response.text();
  assert.match(page, /<sas-orientation[^>]* mode="redirection"/);
  assert.match(page, /slot="instructions"/);
  assert.match(page, /Garder la personne aux urgences est toujours possible/);
  assert.doesNotMatch(page, /hidden|<input|<textarea|case-ref/);
  const policy = response.headers.get('content-security-policy') ?? '';
  assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self';/);
  assert.match(policy, /connect-src 'self' https:\/\/sas\.example;/);
  assert.match(policy, /frame-ancestors 'none'; require-trusted-types-for 'script'/);
});

test('another site and another name reach nothing', async (t) => {
  const { origin } = await started(t);
  const foreign = { method: 'POST', headers: { origin: 'https://evil.example' } };
  assert.equal((await fetch(`${origin}/token`, foreign)).status, 403);
  assert.equal((await fetch(`${origin}/`, { method: 'DELETE' })).status, 405);
  assert.equal((await fetch(`${origin}/cdn/sas-orientation.js`)).status, 404);
  assert.equal((await fetch(`${origin}/public/../main.ts`)).status, 404);
  const status = await new Promise((resolve, reject) => {
    request(origin, { headers: { host: 'evil.example' } })
      .once('response', (response) => resolve(response.resume().statusCode))
      .once('error', reject)
      .end();
  });
  assert.equal(status, 403);
});

test('without a platform the page says that nobody is redirected, and gives no token', async (t) => {
  const { origin } = await started(t, { ...options, platform: null });
  const response = await fetch(`${origin}/`);
  const page = await response.text();
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  assert.match(page, /Pas de plateforme SAS/);
  assert.doesNotMatch(page, /<script/);
  const asked = (headers: Record<string, string>) =>
    fetch(`${origin}/token`, { method: 'POST', headers });
  assert.equal((await asked({ cookie })).status, 404);
  assert.equal((await asked({})).status, 403, 'a program that loaded no page');
});

test('options that cannot be used are named', () => {
  assert.deepEqual(readOptions([], {}), { port: 8096, platform: null, user: 'accueil-1' });
  for (const [argv, said] of [
    [['--port', 'x'], /--port/],
    [['--nonsense'], /nonsense/],
    [['--user', 'Noémie'], /--user/],
    [['--platform', 'sas.example'], /--platform: an http/],
    [['--platform', 'http://sas.example'], /ED_ID and ED_SECRET/],
  ] as const)
    assert.throws(
      () => readOptions(argv, {}),
      (error) => error instanceof OptionError && said.test(error.message),
    );
});
