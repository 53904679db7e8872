import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { claimsOf, startTestProvider, type TestProvider } from '../../testing/identity-provider.ts';
import { TestBrowser } from '../../testing/test-browser.ts';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform.ts';

const DOCTOR = '810999900018';
const COOKIE = 'sas-session';

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
beforeEach(async () => {
  provider.person = claimsOf(DOCTOR, { family: 'AUBRY', given: 'Camille' });
  await later('0');
});

/** Moves the platform's clock. */
const later = (interval: string) =>
  platform.database.query('update clock set shift = $1::interval', [interval]);

async function signedIn(): Promise<TestBrowser> {
  const browser = new TestBrowser(platform);
  assert.equal((await browser.signIn()).status, 303);
  return browser;
}

/** A browser with the cookies of another one. */
function thief(of: TestBrowser): TestBrowser {
  const browser = new TestBrowser(platform);
  for (const [name, value] of of.cookies) browser.cookies.set(name, value);
  return browser;
}

const statusOf = async (browser: TestBrowser) => (await browser.request('/v1/session')).status;

test('the database keeps neither the cookie nor the token of the provider in clear', async () => {
  const browser = await signedIn();
  const rows = await platform.database.query('select s.*::text as row from session s');
  const text = JSON.stringify(rows);
  assert.equal(text.includes(browser.cookies.get(COOKIE)!), false);
  assert.doesNotMatch(text, /eyJ/);
});

test('a stolen cookie is worth nothing after the sign-out', async () => {
  const browser = await signedIn();
  const stolen = thief(browser);
  assert.equal(await statusOf(stolen), 200);
  const out = await browser.request('/auth/sign-out', { method: 'POST' });
  assert.equal(out.status, 303);
  assert.equal(await statusOf(stolen), 401);
  assert.equal(browser.cookies.has(COOKIE), false);
});

test('the sign-out goes on to the provider, with its token and the way back', async () => {
  const browser = await signedIn();
  const { location } = await browser.request('/auth/sign-out', { method: 'POST' });
  const there = new URL(location!);
  assert.equal(there.href.startsWith(`${provider.issuer}/logout?`), true);
  assert.equal(there.searchParams.get('post_logout_redirect_uri'), `${platform.url}/`);
  assert.equal(there.searchParams.get('id_token_hint')?.split('.').length, 3);
});

test('DELETE /v1/session ends it here, at once', async () => {
  const browser = await signedIn();
  const stolen = thief(browser);
  const { status } = await browser.request('/v1/session', { method: 'DELETE' });
  assert.equal(status, 204);
  assert.equal(await statusOf(stolen), 401);
});

test('a sign-out that another site sends changes nothing', async () => {
  const browser = await signedIn();
  const from = 'https://ailleurs.example';
  assert.equal((await browser.request('/auth/sign-out', { method: 'POST', from })).status, 400);
  assert.equal(await statusOf(browser), 200);
});

test('a cookie that was planted before the sign-in is not the session after it (fixation)', async () => {
  const planted = (await signedIn()).cookies.get(COOKIE)!;
  const victim = new TestBrowser(platform);
  victim.cookies.set(COOKIE, planted);
  provider.person = claimsOf('810999900075', { family: 'VICTIME' });
  await victim.signIn();
  assert.notEqual(victim.cookies.get(COOKIE), planted);
  const attacker = new TestBrowser(platform);
  attacker.cookies.set(COOKIE, planted);
  assert.equal(await statusOf(attacker), 401);
  const made = new TestBrowser(platform);
  made.cookies.set(COOKIE, 'A'.repeat(43));
  await made.signIn();
  assert.notEqual(made.cookies.get(COOKIE), 'A'.repeat(43));
});

test('a call that another site sends with the cookie is nobody’s', async () => {
  const browser = await signedIn();
  for (const from of ['https://ailleurs.example', 'http://localhost:9999', 'null']) {
    const read = await browser.request('/v1/session', { from });
    const written = await browser.request('/v1/schedules', { method: 'POST', body: {}, from });
    assert.deepEqual([read.status, written.status], [401, 401], from);
  }
  const own = await browser.request('/v1/schedules', { method: 'POST', body: {} });
  assert.equal(own.status, 400);
});

test('a form post that tells neither origin nor site is nobody’s', async () => {
  const browser = await signedIn();
  const cookie = `${COOKIE}=${browser.cookies.get(COOKIE)}`;
  const response = await fetch(`${platform.url}/v1/session`, {
    method: 'DELETE',
    headers: { cookie },
  });
  assert.equal(response.status, 401);
  assert.equal(await statusOf(browser), 200);
});

test('an answer to another origin never allows its page to send cookies', async () => {
  const browser = await signedIn();
  const { headers } = await browser.request('/v1/session', { from: 'https://ailleurs.example' });
  assert.equal(headers.get('access-control-allow-credentials'), null);
});

test('a token that is named goes before the cookie', async () => {
  const browser = await signedIn();
  const token = platform.credentials.tokens['regulator']!;
  const headers = { authorization: `Bearer ${token}` };
  const { body } = await browser.request('/v1/session', { headers });
  assert.deepEqual([body.roles, body.person, body.expiresAt], [['regulator'], null, null]);
  assert.equal((await browser.request('/v1/session', { headers, method: 'DELETE' })).status, 404);
});

test('a session that is not used is over, and one that is used goes on', async () => {
  const browser = await signedIn();
  const idle = await signedIn();
  for (const minutes of [20, 40, 60]) {
    await later(`${minutes} minutes`);
    assert.equal(await statusOf(browser), 200, `${minutes} minutes`);
  }
  assert.equal(await statusOf(idle), 401);
});

test('a session is over in the evening however much it is used', async () => {
  const browser = await signedIn();
  for (let minutes = 20; minutes < 600; minutes += 20) {
    await later(`${minutes} minutes`);
    assert.equal(await statusOf(browser), 200, `${minutes} minutes`);
  }
  await later('10 hours 1 second');
  assert.equal(await statusOf(browser), 401);
});

test('the cookie changes as time goes by; that before is good for some seconds only', async () => {
  const browser = await signedIn();
  const first = browser.cookies.get(COOKIE)!;
  const old = thief(browser);
  await later('16 minutes');
  assert.equal(await statusOf(browser), 200);
  const second = browser.cookies.get(COOKIE)!;
  assert.notEqual(second, first);
  assert.equal(await statusOf(old), 200, 'requests travel side by side');
  assert.equal(old.cookies.get(COOKIE), first, 'and only one of them got the new cookie');
  await later('16 minutes 31 seconds');
  assert.equal(await statusOf(old), 401);
  assert.equal(await statusOf(browser), 200);
});

test('requests side by side at the rotation all work, and leave one cookie', async () => {
  const browser = await signedIn();
  await later('16 minutes');
  const copies = Array.from({ length: 8 }, () => thief(browser));
  const statuses = await Promise.all(copies.map(statusOf));
  assert.deepEqual(new Set(statuses), new Set([200]));
  const values = new Set(copies.map(({ cookies }) => cookies.get(COOKIE)));
  assert.equal(values.size, 2, 'the old value and one new value');
});

test('a disabled account is out at its next request, whichever server it asks', async () => {
  const browser = await signedIn();
  await platform.database.query(`update account set status = 'disabled' where national_id = $1`, [
    DOCTOR,
  ]);
  assert.equal(await statusOf(browser), 401);
  const { status, body } = await new TestBrowser(platform).signIn();
  await platform.database.query(`update account set status = 'active'`);
  assert.equal(status, 403);
  assert.match(body, /désactivé/);
});

test('sign-in and sign-out stand in the audit trail under the person’s name', async () => {
  const browser = await signedIn();
  const { subject } = (await browser.request('/v1/session')).body;
  await browser.request('/auth/sign-out', { method: 'POST' });
  const { body } = await platform.call('GET', `/v1/audit?subject=${subject}&limit=100`, {
    as: 'administrator',
  });
  const operations = body.items.map(({ operation }: { operation: string }) => operation);
  assert.deepEqual(operations.slice(-2), ['finishSignIn', 'signOut']);
});

test('what is over is erased', async () => {
  await signedIn();
  await new TestBrowser(platform).toProvider();
  await later('11 hours');
  await platform.platform.runJobs();
  for (const table of ['session', 'sign_in_attempt']) {
    assert.deepEqual(await platform.database.query(`select from ${table}`), [], table);
  }
});

test('before the terms of use are accepted, a person does nothing but read them and accept', async (t) => {
  const strict = await startTestPlatform({ ...provider.settings, SAS_TERMS_VERSION: '2026-11' });
  t.after(() => strict.close());
  const browser = new TestBrowser(strict);
  await browser.signIn();
  const { body } = await browser.request('/v1/session');
  assert.deepEqual(body.terms, { version: '2026-11', accepted: false });
  for (const path of ['/v1/schedules', '/v1/availability?insee=76351', '/v1/appointments']) {
    const refused = await browser.request(path);
    assert.deepEqual([refused.status, refused.body.code], [403, 'terms-not-accepted'], path);
  }
  const accept = (version: string) =>
    browser.request('/v1/session/terms', { method: 'POST', body: { version } });
  assert.equal((await accept('2025-01')).body.code, 'terms-outdated');
  assert.equal((await accept('2026-11')).body.terms.accepted, true);
  assert.equal((await browser.request('/v1/schedules')).status, 200);
  await browser.signIn();
  assert.equal((await browser.request('/v1/session')).body.terms.accepted, true);
});

test('over TLS the cookie has its prefix, and one without it is not read', async (t) => {
  const address = 'https://sas.example';
  const secure = await startTestPlatform({ ...provider.settings, SAS_PUBLIC_URL: address });
  t.after(() => secure.close());
  const sent = await fetch(`${secure.url}/auth/sign-in`, { redirect: 'manual' });
  const cookie = sent.headers.get('set-cookie')!;
  assert.match(
    cookie,
    /^__Host-sas-sign-in=[\w-]{43}; .*; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  );
  const back = await fetch(sent.headers.get('location')!, { redirect: 'manual' });
  const callback = new URL(back.headers.get('location')!);
  assert.equal(callback.origin, address);
  const arrived = await fetch(`${secure.url}/auth/callback${callback.search}`, {
    redirect: 'manual',
    headers: { cookie: cookie.split(';')[0]! },
  });
  const session = arrived.headers.getSetCookie()[0]!;
  assert.match(session, /^__Host-sas-session=/);
  const ask = (header: string) =>
    fetch(`${secure.url}/v1/session`, { headers: { cookie: header } });
  assert.equal((await ask(session.split(';')[0]!)).status, 200);
  assert.equal((await ask(session.split(';')[0]!.replace('__Host-', ''))).status, 401);
});
