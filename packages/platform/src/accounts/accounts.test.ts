import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAgenda, practice } from '../testing/agenda-fixtures.ts';
import { startTestProvider, type TestProvider } from '../testing/identity-provider.ts';
import type { TestBrowser } from '../testing/test-browser.ts';
import { ELSEWHERE, HERE, makeAccount, PEOPLE, signInAs } from '../testing/test-people.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

let platform: TestPlatform;
let provider: TestProvider;
let manager: TestBrowser;
let otherManager: TestBrowser;
/** Accounts of people of the other territory, and of one who works in both. */
let elsewhere: { id: string };
let both: { id: string };

before(async () => {
  provider = await startTestProvider();
  platform = await startTestPlatform({
    ...provider.settings,
    SAS_FIRST_ADMINISTRATOR: PEOPLE.administrator,
  });
  await makeAccount(platform, 'manager', [{ role: 'account-manager', territory: HERE }]);
  await makeAccount(platform, 'otherManager', [{ role: 'account-manager', territory: ELSEWHERE }]);
  manager = await signInAs(platform, provider, 'manager');
  otherManager = await signInAs(platform, provider, 'otherManager');
  elsewhere = await makeAccount(platform, 'otherDoctor', [
    { role: 'call-taker', territory: ELSEWHERE },
  ]);
  both = await makeAccount(platform, 'regulator', [
    { role: 'regulator', territory: HERE },
    { role: 'call-taker', territory: ELSEWHERE },
  ]);
});
after(async () => {
  await platform.close();
  await provider.close();
});

const post = (browser: TestBrowser, body: unknown) =>
  browser.request('/v1/accounts', { method: 'POST', body });
const patch = async (browser: TestBrowser, id: string, body: unknown) => {
  const { headers } = await platform.call('GET', `/v1/accounts/${id}`, { as: 'administrator' });
  const ifMatch = { 'if-match': headers.get('etag')! };
  return browser.request(`/v1/accounts/${id}`, { method: 'PATCH', body, headers: ifMatch });
};
const rolesOf = async (id: string) =>
  (await platform.call('GET', `/v1/accounts/${id}`, { as: 'administrator' })).body.roles;
let made = 200;
/** A person whom nobody knows yet. */
const newPerson = (roles: unknown[], more: object = {}) => ({
  nationalId: `8109999${String((made += 1)).padStart(5, '0')}`,
  family: 'NOUVELLE',
  roles,
  ...more,
});

test('the first administrator is made once, and names follow the register', async () => {
  const browser = await signInAs(platform, provider, 'administrator');
  const { body } = await browser.request('/v1/session');
  assert.deepEqual([body.roles, body.person.family], [['administrator'], 'ADMINISTRATOR']);
  const { body: page } = await browser.request('/v1/accounts?role=administrator');
  assert.equal(page.items.length, 1);
});

test('an account manager sees the people of its territory, and of them only what they are there', async () => {
  const { body } = await manager.request('/v1/accounts');
  const seen = body.items.map(({ family }: { family: string }) => family);
  assert.deepEqual(seen, ['MANAGER', 'REGULATOR']);
  const shared = body.items.find(({ id }: { id: string }) => id === both.id);
  assert.deepEqual(shared.roles, [{ role: 'regulator', territory: HERE }]);
  assert.equal((await manager.request(`/v1/accounts/${elsewhere.id}`)).status, 404);
  const byTerritory = await manager.request(`/v1/accounts?territory=${ELSEWHERE}`);
  assert.deepEqual(byTerritory.body.items, []);
});

test('a practitioner with an agenda here is of the territory, too', async () => {
  const browser = await signInAs(platform, provider, 'doctor');
  const { person } = (await browser.request('/v1/session')).body;
  const find = async (as: TestBrowser) =>
    (await as.request('/v1/accounts')).body.items.some(
      ({ nationalId }: { nationalId: string }) => nationalId === person.nationalId,
    );
  assert.equal(await find(manager), false);
  await openAgenda(platform);
  assert.equal(await find(manager), true);
  assert.equal(await find(otherManager), false);
});

test('pages of the list follow one another', async () => {
  const first = await platform.call('GET', '/v1/accounts?limit=2', { as: 'administrator' });
  const next = encodeURIComponent(first.body.next as string);
  const second = await platform.call('GET', `/v1/accounts?limit=100&cursor=${next}`, {
    as: 'administrator',
  });
  const all = await platform.call('GET', '/v1/accounts?limit=100', { as: 'administrator' });
  assert.deepEqual([...first.body.items, ...second.body.items], all.body.items);
});

const REFUSED: [string, unknown[], number, string][] = [
  ['an administrator', [{ role: 'administrator' }], 403, 'role-not-grantable'],
  ['an account manager', [{ role: 'account-manager', territory: HERE }], 403, 'role-not-grantable'],
  ['somebody elsewhere', [{ role: 'regulator', territory: ELSEWHERE }], 403, 'role-not-grantable'],
  ['somebody everywhere', [{ role: 'authority' }], 403, 'role-not-grantable'],
  ['a practitioner', [{ role: 'practitioner', territory: HERE }], 400, 'invalid-value'],
  ['a machine', [{ role: 'editor', territory: HERE }], 400, 'invalid-value'],
  ['nobody', [], 400, 'out-of-range'],
  ['a lead who is nothing else', [{ role: 'territory-lead', territory: HERE }], 422, 'sole-role'],
  [
    'a manager of nothing',
    [{ role: 'structure-manager', territory: HERE }],
    422,
    'structure-required',
  ],
];
for (const [what, roles, status, code] of REFUSED) {
  test(`an account manager does not make ${what}`, async () => {
    const answer = await post(manager, newPerson(roles));
    assert.deepEqual([answer.status, answer.body.code], [status, code]);
  });
}

test('an unknown territory is told, and nothing of the account is left', async () => {
  const person = newPerson([{ role: 'regulator', territory: 'nulle-part' }]);
  const { status, body } = await platform.call('POST', '/v1/accounts', {
    as: 'administrator',
    body: person,
  });
  assert.deepEqual([status, body.code], [422, 'unknown-territory']);
  assert.equal(body.errors[0].pointer, '/roles/0/territory');
  const left = await platform.database.query('select from account where national_id = $1', [
    person.nationalId,
  ]);
  assert.deepEqual(left, []);
});

test('an account is made once: by its key, and by its person', async () => {
  const body = newPerson([{ role: 'call-taker', territory: HERE }]);
  const headers = { 'idempotency-key': 'account-once' };
  const send = (more: object = {}) =>
    manager.request('/v1/accounts', { method: 'POST', body, ...more });
  const [first, again] = [await send({ headers }), await send({ headers })];
  assert.equal(first.status, 201);
  assert.equal(first.headers.get('location'), `/v1/accounts/${first.body.id}`);
  assert.equal(again.body.id, first.body.id);
  assert.equal((await send()).body.code, 'account-exists');
});

test('a person known elsewhere keeps what it has there, and gains what is granted here', async () => {
  const roles = [{ role: 'delegate', territory: HERE }];
  const { status, body } = await post(manager, {
    nationalId: PEOPLE.otherDoctor,
    family: 'USURPEE',
    roles,
  });
  assert.deepEqual(
    [status, body.id, body.family, body.roles],
    [201, elsewhere.id, 'OTHERDOCTOR', roles],
  );
  assert.deepEqual(await rolesOf(elsewhere.id), [
    { role: 'call-taker', territory: ELSEWHERE },
    ...roles,
  ]);
});

test('what an account manager does not see, it does not change', async () => {
  const { status, body } = await patch(manager, both.id, {
    roles: [{ role: 'call-taker', territory: HERE }],
  });
  assert.equal(status, 200);
  assert.deepEqual(body.roles, [{ role: 'call-taker', territory: HERE }]);
  assert.deepEqual(await rolesOf(both.id), [
    { role: 'call-taker', territory: ELSEWHERE },
    { role: 'call-taker', territory: HERE },
  ]);
  const back = { roles: [{ role: 'regulator', territory: HERE }] };
  assert.equal((await patch(manager, both.id, back)).status, 200);
});

test('a role that is not the caller’s to grant is not its to take either', async () => {
  const person = await makeAccount(platform, 'secretary', [
    { role: 'account-manager', territory: HERE },
  ]);
  const taken = await patch(manager, person.id, { roles: [] });
  assert.deepEqual([taken.status, taken.body.code], [403, 'role-not-grantable']);
  assert.equal((await rolesOf(person.id)).length, 1);
});

test('nobody changes its own account', async () => {
  const { body } = await manager.request('/v1/accounts?role=account-manager');
  const own = body.items.find(
    ({ nationalId }: { nationalId: string }) => nationalId === PEOPLE.manager,
  );
  const grown = [...own.roles, { role: 'regulator', territory: HERE }];
  for (const change of [{ roles: grown }, { status: 'active' }, { structures: ['1760000001'] }]) {
    const { status, body: problem } = await patch(manager, own.id, change);
    assert.deepEqual([status, problem.code], [403, 'forbidden']);
  }
  const again = await post(manager, { nationalId: PEOPLE.manager, family: 'X', roles: grown });
  assert.equal(again.status, 409);
});

test('an account that has roles beyond the caller’s reach is not disabled by it', async () => {
  const { status, body } = await patch(manager, both.id, { status: 'disabled' });
  assert.deepEqual([status, body.code], [403, 'role-not-grantable']);
});

test('a structure with agendas in another territory is not handed out', async () => {
  const structure = { kind: 'practice', name: 'Cabinet de Grenoble', nationalId: '1389999991' };
  await openAgenda(platform, {
    practitioner: { nationalId: '810999900034', family: 'ISEROIS', specialties: ['SM54'] },
    structure,
    location: { line: '1 rue Fictive', postcode: '38000', city: 'Grenoble', insee: '38185' },
  });
  const roles = [{ role: 'structure-manager', territory: HERE }];
  const refused = await post(manager, newPerson(roles, { structures: [structure.nationalId] }));
  assert.deepEqual([refused.status, refused.body.code], [403, 'forbidden']);
  const own = (practice()['structure'] as { nationalId: string }).nationalId;
  assert.equal((await post(manager, newPerson(roles, { structures: [own] }))).status, 201);
});

test('a change without the version that was read is refused', async () => {
  const url = `/v1/accounts/${both.id}`;
  const body = { status: 'active' };
  assert.equal((await manager.request(url, { method: 'PATCH', body })).status, 428);
  const headers = { 'if-match': '"999"' };
  assert.equal((await manager.request(url, { method: 'PATCH', body, headers })).status, 412);
});

test('a role that is given or taken holds at the next call of the same session', async () => {
  const { id } = await makeAccount(platform, 'doctor', [
    { role: 'call-taker', territory: HERE },
  ]).catch(async () => {
    const { body } = await platform.call('GET', '/v1/accounts?limit=100', { as: 'administrator' });
    return body.items.find(
      ({ nationalId }: { nationalId: string }) => nationalId === PEOPLE.doctor,
    );
  });
  const browser = await signInAs(platform, provider, 'doctor');
  const roles = async () => (await browser.request('/v1/session')).body.roles;
  const admin = await signInAs(platform, provider, 'administrator');
  await patch(admin, id, { roles: [{ role: 'triage-nurse', territory: HERE }] });
  assert.deepEqual(await roles(), ['practitioner', 'triage-nurse']);
  await patch(admin, id, { roles: [] });
  assert.deepEqual(await roles(), ['practitioner']);
  await patch(admin, id, { status: 'disabled' });
  assert.equal((await browser.request('/v1/session')).status, 401);
  await patch(admin, id, { status: 'active' });
  assert.equal((await browser.request('/v1/session')).status, 401, 'its sessions are over');
});

test('a regulating role counts only where Pro Santé Connect says that the person may regulate', async () => {
  const rolesAfter = async (regulation: boolean) => {
    const browser = await signInAs(platform, provider, 'regulator', { regulation });
    return (await browser.request('/v1/session')).body.roles;
  };
  assert.deepEqual(await rolesAfter(false), ['practitioner', 'call-taker']);
  assert.deepEqual(await rolesAfter(true), ['practitioner', 'regulator', 'call-taker']);
});

test('the access to regulation alone gives nothing', async () => {
  const browser = await signInAs(platform, provider, 'doctor', { regulation: true });
  assert.deepEqual((await browser.request('/v1/session')).body.roles, ['practitioner']);
});

test('roles that differ by territory hold each in its own', async () => {
  const { id } = both;
  const admin = await signInAs(platform, provider, 'administrator');
  await patch(admin, id, {
    roles: [
      { role: 'call-taker', territory: HERE },
      { role: 'account-manager', territory: ELSEWHERE },
    ],
  });
  const browser = await signInAs(platform, provider, 'regulator');
  const { body } = await browser.request('/v1/accounts?limit=100');
  const territories = body.items.flatMap(({ roles }: { roles: { territory: string }[] }) =>
    roles.map(({ territory }) => territory),
  );
  assert.deepEqual(new Set(territories), new Set([ELSEWHERE]));
});

test('who does not come for nine months and a week loses its roles, and keeps its account', async () => {
  const { body } = await post(manager, newPerson([{ role: 'call-taker', territory: HERE }]));
  const { id } = body;
  const at = async (days: number) => {
    await platform.database.query('update clock set shift = make_interval(days => $1)', [days]);
    await platform.platform.runJobs();
    return (await rolesOf(id)).length;
  };
  assert.equal(await at(280), 1);
  assert.equal(await at(281), 0);
  const account = await platform.call('GET', `/v1/accounts/${id}`, { as: 'administrator' });
  assert.equal(account.body.status, 'active');
  await platform.database.query(`update clock set shift = '0'`);
});
