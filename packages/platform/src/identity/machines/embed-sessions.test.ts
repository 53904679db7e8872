import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestProvider } from '../../testing/identity-provider.ts';
import { HERE, makeAccount, signInAs } from '../../testing/test-people.ts';
import { addSlot, openAgenda, practice, slotAt } from '../../testing/agenda-fixtures.ts';
import {
  startTestPlatform,
  type TestAnswer,
  type TestPlatform,
} from '../../testing/test-platform.ts';

const PAGE = 'https://agenda.example';
const OWN = '810999900018';
const OTHERS = '810999933333';

let platform: TestPlatform;
let agenda: string;
let othersAgenda: string;
before(async () => {
  platform = await startTestPlatform();
  agenda = await openAgenda(platform, {}, 'editor');
  othersAgenda = await openAgenda(
    platform,
    {
      practitioner: { nationalId: OTHERS, family: 'AUTRE', specialties: ['SM54'] },
      location: { ...(practice()['location'] as object), line: '2 rue Autre' },
    },
    'administrator',
  );
});
after(() => platform.close());

const open = (body: unknown, as = 'editor'): Promise<TestAnswer> =>
  platform.call('POST', '/v1/embed-sessions', { as, body });

async function tokenFor(body: object = {}, as = 'editor'): Promise<string> {
  const request = { element: 'sas-agenda', origin: PAGE, nationalId: OWN, ...body };
  const { status, body: session } = await open(request, as);
  assert.equal(status, 201, JSON.stringify(session));
  return session.token as string;
}

const by = (token: string, path: string, headers: Record<string, string> = { origin: PAGE }) =>
  platform.call('GET', path, { headers: { authorization: `Bearer ${token}`, ...headers } });

test('a vendor opens an element for a practitioner of its own, for 15 minutes', async () => {
  const { status, body } = await open({ element: 'sas-agenda', origin: PAGE, nationalId: OWN });
  assert.equal(status, 201);
  const minutes = (Date.parse(body.expiresAt) - Date.now()) / 60_000;
  assert.ok(minutes > 14 && minutes <= 15, String(minutes));
  const { body: list } = await by(body.token, '/v1/schedules');
  assert.deepEqual(
    list.items.map(({ id }: { id: string }) => id),
    [agenda],
  );
});

test('not for somebody else’s practitioner, nor for a role that it does not have', async () => {
  const foreign = await open({ element: 'sas-agenda', origin: PAGE, nationalId: OTHERS });
  assert.deepEqual([foreign.status, foreign.body.code], [404, 'not-found']);
  const nobody = await open({ element: 'sas-agenda', origin: PAGE, nationalId: '810999912345' });
  assert.equal(nobody.body.detail, foreign.body.detail);
  const role = await open({ element: 'sas-booking', origin: PAGE, role: 'regulator' });
  assert.deepEqual([role.status, role.body.code], [403, 'forbidden']);
  const both = await open({
    element: 'sas-agenda',
    origin: PAGE,
    nationalId: OWN,
    role: 'regulator',
  });
  assert.equal(both.status, 400);
});

test('a vendor that opens an agenda for somebody sees through it its own agendas, and no other of theirs', async () => {
  const elsewhere = { ...(practice()['location'] as object), line: '3 rue Autre' };
  const subject = { nationalId: OTHERS, family: 'AUTRE', specialties: ['SM54'] };
  const own = await openAgenda(platform, { practitioner: subject, location: elsewhere }, 'editor');
  const token = await tokenFor({ nationalId: OTHERS });
  const { body } = await by(token, '/v1/schedules');
  assert.deepEqual(
    body.items.map(({ id }: { id: string }) => id),
    [own],
  );
  await platform.setClock('2026-11-23T08:00:00+01:00');
  const slot = await addSlot(
    platform,
    othersAgenda,
    slotAt('2026-11-23T10:00:00+01:00', { visibility: ['SNP'] }),
    'administrator',
  );
  const booked = await platform.call('POST', '/v1/appointments', {
    as: 'administrator',
    body: { slotId: slot },
  });
  for (const path of [
    `/v1/schedules/${othersAgenda}`,
    `/v1/schedules/${othersAgenda}/slots`,
    `/v1/appointments/${booked.body.id}`,
  ]) {
    assert.equal((await by(token, path)).status, 404, path);
  }
  assert.deepEqual((await by(token, '/v1/appointments')).body.items, []);
  const search = await tokenFor({ nationalId: OTHERS, element: 'sas-availability' });
  const { body: found } = await by(search, '/v1/availability?insee=76351');
  assert.equal(JSON.stringify(found).includes(slot), false);
});

test('dispatch software opens an element for those who sit in front of it', async () => {
  const request = { element: 'sas-booking', nationalId: undefined };
  const token = await tokenFor({ ...request, role: 'call-taker' }, 'dispatch-software');
  assert.equal((await by(token, '/v1/availability?insee=76351')).status, 200);
  const raised = await open(
    { ...request, origin: PAGE, role: 'triage-nurse' },
    'dispatch-software',
  );
  assert.equal(raised.status, 403);
});

test('each person of a program is a caller of their own, known by no id of theirs', async () => {
  const request = { element: 'sas-orientation', nationalId: undefined, role: 'call-taker' };
  const subjectOf = async (user?: string) => {
    const token = await tokenFor({ ...request, ...(user && { user }) }, 'dispatch-software');
    return (await by(token, '/v1/session')).body.subject as string;
  };
  const [one, again, other, shared] = [
    await subjectOf('op-4711'),
    await subjectOf('op-4711'),
    await subjectOf('op-4712'),
    await subjectOf(),
  ];
  assert.equal(one, again);
  assert.equal(new Set([one, other, shared]).size, 3);
  assert.equal(shared, 'embed:dispatch:call-taker');
  assert.ok(!one.includes('4711'));
  for (const [user, status] of [
    ['Jeanne', 400],
    ['jeanne dupont 1', 400],
    ['a1', 400],
    ['06-39-98-00-01', 422],
    ['0639980001', 422],
  ] as const) {
    const answer = await open({ ...request, origin: PAGE, user }, 'dispatch-software');
    assert.equal(answer.status, status, user);
  }
});

test('what one person of a program records, a colleague does not take back', async () => {
  const request = { element: 'sas-orientation', nationalId: undefined, role: 'regulator' };
  const post = async (user: string, path: string, body?: object) => {
    const token = await tokenFor({ ...request, user }, 'dispatch-software');
    const headers = { authorization: `Bearer ${token}`, origin: PAGE };
    return platform.call('POST', path, { headers, body });
  };
  const advice = { outcome: 'advice', decision: { kind: 'own' }, insee: '76351' };
  const made = await post('op-1', '/v1/orientations', advice);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const path = `/v1/orientations/${made.body.id}/withdraw`;
  assert.equal((await post('op-2', path)).status, 404);
  assert.equal((await post('op-1', path)).body.state, 'withdrawn');
});

test('a person who sees no more than aggregates opens nothing', async () => {
  for (const as of ['public', 'authority', 'payer', 'practitioner', 'territory-lead']) {
    const { status } = await open({ element: 'sas-agenda', origin: PAGE, nationalId: OWN }, as);
    assert.equal(status, 403, as);
  }
});

test('a person opens none: only a registered client’s tokens are worth something', async (t) => {
  const provider = await startTestProvider();
  t.after(() => provider.close());
  const people = await startTestPlatform(provider.settings);
  t.after(() => people.close());
  await makeAccount(people, 'regulator', [{ role: 'call-taker', territory: HERE }]);
  const browser = await signInAs(people, provider, 'regulator');
  const { status, body } = await browser.request('/v1/embed-sessions', {
    method: 'POST',
    body: { element: 'sas-booking', origin: PAGE, role: 'call-taker' },
  });
  assert.deepEqual([status, body.code], [403, 'forbidden']);
  const session = await browser.request('/v1/session');
  assert.equal(session.body.rights.includes('embed-session:create'), false);
  assert.ok(session.body.rights.includes('session:read'));
});

test('the token works from its own origin only', async () => {
  const token = await tokenFor();
  for (const headers of [
    { origin: 'https://ailleurs.example' },
    { origin: 'http://agenda.example' },
    { origin: 'null' },
    {},
    { 'sec-fetch-site': 'same-origin' },
  ] as Record<string, string>[]) {
    const { status, body } = await by(token, '/v1/schedules', headers);
    assert.deepEqual([status, body.code], [403, 'origin-not-allowed'], JSON.stringify(headers));
  }
});

test('from the platform’s own origin, whose reads carry no Origin, it works too', async () => {
  const token = await tokenFor({ origin: platform.url });
  assert.equal((await by(token, '/v1/schedules', { 'sec-fetch-site': 'same-origin' })).status, 200);
});

test('the token serves its element and nothing else', async () => {
  const agendaToken = await tokenFor();
  assert.equal((await by(agendaToken, '/v1/availability?insee=76351')).status, 403);
  const search = await tokenFor({ element: 'sas-availability' });
  assert.equal((await by(search, '/v1/availability?insee=76351')).status, 200);
  assert.equal((await by(search, '/v1/schedules')).status, 403);
  assert.equal((await by(search, '/v1/audit')).status, 403);
  const again = await platform.call('POST', '/v1/embed-sessions', {
    body: { element: 'sas-agenda', origin: PAGE, nationalId: OWN },
    headers: { authorization: `Bearer ${agendaToken}`, origin: PAGE },
  });
  assert.equal(again.status, 403);
});

for (const origin of [
  'agenda.example',
  'http://agenda.example',
  'https://agenda.example/',
  'https://agenda.example/page',
  'null',
  '*',
  'javascript:alert(1)',
  '',
]) {
  test(`« ${origin} » is no origin of a secure page`, async () => {
    const { status, body } = await open({ element: 'sas-agenda', origin, nationalId: OWN });
    assert.deepEqual([status, body.errors?.[0]?.pointer], [400, '/origin']);
  });
}
