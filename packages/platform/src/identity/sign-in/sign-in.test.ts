import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import {
  claimsOf,
  type Lie,
  startTestProvider,
  type TestProvider,
} from '../../testing/identity-provider.ts';
import { TestBrowser } from '../../testing/test-browser.ts';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform.ts';

const DOCTOR = '810999900018';

let platform: TestPlatform;
let provider: TestProvider;
before(async () => {
  provider = await startTestProvider();
  platform = await startTestPlatform(provider.settings);
});
after(async () => {
  await platform.close();
  await provider.close();
});
beforeEach(() => {
  provider.person = claimsOf(DOCTOR, { family: 'AUBRY', given: 'Camille' });
  provider.lie = null;
  provider.broken = false;
});

const sessions = async () =>
  (await platform.database.query<{ n: number }>('select count(*)::int as n from session'))[0]!.n;

test('the provider is asked with PKCE, state, nonce, its scopes and level', async () => {
  const browser = new TestBrowser(platform);
  await browser.toProvider();
  const asked = provider.asked.at(-1)!;
  assert.equal(asked.get('response_type'), 'code');
  assert.equal(asked.get('scope'), 'openid scope_all');
  assert.equal(asked.get('acr_values'), 'eidas1');
  assert.equal(asked.get('code_challenge_method'), 'S256');
  assert.equal(asked.get('redirect_uri'), `${platform.url}/auth/callback`);
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok(asked.get(name)!.length >= 40);
});

test('a registered professional signs in and comes back where it wanted to go', async () => {
  const browser = new TestBrowser(platform);
  const { status, location, headers } = await browser.signIn('/espace?jour=1');
  assert.deepEqual([status, location], [303, `${platform.url}/espace?jour=1`]);
  assert.match(headers.get('set-cookie')!, /; Max-Age=36000; Path=\/; HttpOnly; SameSite=Lax$/);
  const { body } = await browser.request('/v1/session');
  assert.deepEqual(body.person, { nationalId: DOCTOR, family: 'AUBRY', given: 'Camille' });
  assert.deepEqual([body.roles, body.nationalIds], [['practitioner'], [DOCTOR]]);
});

test('no address leads from the sign-in to another site', async () => {
  for (const wanted of [
    '//ailleurs.example',
    '/%09/ailleurs.example',
    'https:%2F%2Failleurs.example',
  ]) {
    const { location } = await new TestBrowser(platform).signIn(wanted);
    assert.equal(location, `${platform.url}/`, wanted);
  }
});

test('a callback that is used again opens nothing', async () => {
  const browser = new TestBrowser(platform);
  const callback = await browser.toProvider();
  assert.equal((await browser.comeBack(callback)).status, 303);
  const before = await sessions();
  const again = await browser.comeBack(callback);
  assert.equal(again.status, 400);
  assert.match(again.body, /n’est plus valable/);
  assert.equal(again.headers.get('set-cookie'), null);
  assert.equal(await sessions(), before);
});

test('a code that is used again under a fresh state is refused by the provider', async () => {
  const browser = new TestBrowser(platform);
  const first = new URL(await browser.toProvider());
  await browser.comeBack(first.href);
  const second = new URL(await browser.toProvider());
  second.searchParams.set('code', first.searchParams.get('code')!);
  const refused = await browser.comeBack(second.href);
  assert.equal(refused.status, 400);
  assert.match(refused.body, /invalid_grant/);
});

test("somebody else's callback signs nobody in: the state is bound to its browser", async () => {
  const attacker = new TestBrowser(platform);
  const callback = await attacker.toProvider();
  const victim = new TestBrowser(platform);
  assert.equal((await victim.comeBack(callback)).status, 400);
  await victim.toProvider(); // a browser with an attempt of its own
  assert.equal((await victim.comeBack(callback)).status, 400);
  assert.equal(victim.cookies.has('sas-session'), false);
  assert.equal((await attacker.comeBack(callback)).status, 303, 'the attempt was not burnt by it');
});

test("somebody else's code under one's own state is refused: the code is bound to its attempt", async () => {
  const stolen = new URL(await new TestBrowser(platform).toProvider());
  const browser = new TestBrowser(platform);
  const own = new URL(await browser.toProvider());
  own.searchParams.set('code', stolen.searchParams.get('code')!);
  assert.equal((await browser.comeBack(own.href)).status, 400);
});

test('an attempt that waited too long is refused', async () => {
  const browser = new TestBrowser(platform);
  const callback = await browser.toProvider();
  await platform.database.query(`update clock set shift = '11 minutes'`);
  const { status, body } = await browser.comeBack(callback);
  await platform.database.query(`update clock set shift = '0'`);
  assert.equal(status, 400);
  assert.match(body, /trop attendu/);
});

const LIES: Lie[] = ['nonce', 'audience', 'issuer', 'expired', 'key', 'none', 'userinfo-subject'];
for (const lie of LIES) {
  test(`an ID token that lies (${lie}) opens nothing`, async () => {
    provider.lie = lie;
    const browser = new TestBrowser(platform);
    const before = await sessions();
    const { status, body } = await browser.signIn();
    assert.equal(status, 400);
    assert.match(body, /n’a pas pu être vérifiée/);
    assert.equal(await sessions(), before);
    assert.equal(browser.cookies.has('sas-session'), false);
  });
}

test('an answer that names another issuer is refused (mix-up)', async () => {
  const browser = new TestBrowser(platform);
  const callback = new URL(await browser.toProvider());
  callback.searchParams.set('iss', 'https://ailleurs.example');
  assert.equal((await browser.comeBack(callback.href)).status, 400);
});

test('a description of another issuer than the one that is set is refused', async (t) => {
  const issuer = provider.issuer.replace('127.0.0.1', 'localhost');
  const misled = await startTestPlatform({ ...provider.settings, SAS_PSC_ISSUER: issuer });
  t.after(() => misled.close());
  const { status, body } = await new TestBrowser(misled).request('/auth/sign-in', { from: null });
  assert.equal(status, 400);
  assert.match(body, /issuer of the discovery document/);
});

test('whoever gives up at the provider is told so', async () => {
  const browser = new TestBrowser(platform);
  const callback = new URL(await browser.toProvider());
  callback.searchParams.delete('code');
  callback.searchParams.set('error', 'access_denied');
  const { status, body } = await browser.comeBack(callback.href);
  assert.equal(status, 400);
  assert.match(body, /Connexion interrompue/);
});

test('a provider that is down is told as such, and asked again the next time', async (t) => {
  const other = await startTestProvider();
  t.after(() => other.close());
  const waiting = await startTestPlatform(other.settings);
  t.after(() => waiting.close());
  other.broken = true;
  const browser = new TestBrowser(waiting);
  const { status, body } = await browser.request('/auth/sign-in', { from: null });
  assert.equal(status, 503);
  assert.match(body, /ne répond pas/);
  other.broken = false;
  other.person = claimsOf(DOCTOR);
  assert.equal((await browser.signIn()).status, 303);
});

test('who is no registered professional, or has no account, is refused with a sentence', async () => {
  provider.person = { ...claimsOf(DOCTOR), SubjectRefPro: undefined };
  const unregistered = await new TestBrowser(platform).signIn();
  assert.equal(unregistered.status, 403);
  assert.match(unregistered.body, /professionnel inscrit au répertoire/);
  provider.person = claimsOf('810999900067', { profession: '205' });
  const without = await new TestBrowser(platform).signIn();
  assert.equal(without.status, 403);
  assert.match(without.body, /pas encore de compte/);
});

test('pages of the sign-in run, load and keep nothing', async () => {
  const { headers, body } = await new TestBrowser(platform).request('/auth/callback?state=x');
  assert.match(headers.get('content-security-policy')!, /^default-src 'none'/);
  assert.doesNotMatch(headers.get('content-security-policy')!, /unsafe|script-src/);
  assert.equal(headers.get('cache-control'), 'private, no-store');
  assert.match(headers.get('content-type')!, /^text\/html/);
  assert.match(body, /<html lang="fr">/);
  assert.doesNotMatch(body, /<script|<style|\sstyle=|\son\w+=/);
});

test('nothing of what the provider sends back becomes markup', async () => {
  const browser = new TestBrowser(platform);
  const callback = new URL(await browser.toProvider());
  callback.searchParams.set('error', '<script>alert(1)</script>');
  const { body } = await browser.comeBack(callback.href);
  assert.doesNotMatch(body, /<script/);
});

test('a platform without a provider says that nobody signs in', async (t) => {
  const plain = await startTestPlatform();
  t.after(() => plain.close());
  const { status, body } = await new TestBrowser(plain).request('/auth/sign-in', { from: null });
  assert.equal(status, 404);
  assert.match(body, /pas reliée à Pro Santé Connect/);
});

test('neither codes, states, cookies nor tokens stand in the log', async () => {
  const browser = new TestBrowser(platform);
  const callback = new URL(await browser.toProvider());
  await browser.comeBack(callback.href);
  const secrets = [
    callback.searchParams.get('code')!,
    callback.searchParams.get('state')!,
    ...browser.cookies.values(),
  ];
  for (const secret of secrets) assert.equal(platform.logged().includes(secret), false);
});
