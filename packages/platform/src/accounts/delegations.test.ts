import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import { claimsOf, startTestProvider, type TestProvider } from '../testing/identity-provider.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { HERE, makeAccount, PEOPLE, signInAs } from '../testing/test-people.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const NOW = '2026-11-23T08:00:00+01:00';

let platform: TestPlatform;
let provider: TestProvider;
let secretary: TestBrowser;
let doctor: TestBrowser;
let otherDoctor: TestBrowser;
let schedule: string;

before(async () => {
  provider = await startTestProvider();
  platform = await startTestPlatform(provider.settings);
  await platform.setClock(NOW);
  await makeAccount(platform, 'secretary', [{ role: 'delegate', territory: HERE }]);
  secretary = await signInAs(platform, provider, 'secretary');
  doctor = await signInAs(platform, provider, 'doctor');
  otherDoctor = await signInAs(platform, provider, 'otherDoctor');
  schedule = await openAgenda(platform);
});
after(async () => {
  await platform.close();
  await provider.close();
});

const ask = (scopes?: string[], nationalId: string = PEOPLE.doctor) =>
  secretary.request('/v1/delegations', { method: 'POST', body: { nationalId, scopes } });
const act = (browser: TestBrowser, id: string, what: string, body?: unknown) =>
  browser.request(`/v1/delegations/${id}/${what}`, { method: 'POST', body });
const agendas = async () => (await secretary.request('/v1/schedules')).body.items.length;
const addBySecretary = (start: string) =>
  secretary.request(`/v1/schedules/${schedule}/slots`, { method: 'POST', body: slotAt(start) });

/** Asks and is accepted; ends with the test. */
async function delegated(
  t: { after(work: () => Promise<unknown>): void },
  terms: { asked?: string[]; accepted?: object } = {},
): Promise<string> {
  const { body } = await ask(terms.asked);
  t.after(() => act(secretary, body.id, 'end'));
  const accepted = await act(doctor, body.id, 'accept', terms.accepted ?? {});
  assert.equal(accepted.status, 200);
  return body.id as string;
}

test('asked by the delegate, nothing is opened before the professional accepts', async () => {
  const { status, body } = await ask();
  assert.deepEqual([status, body.status, body.until], [201, 'pending', null]);
  assert.equal(await agendas(), 0);
  const { body: page } = await doctor.request('/v1/delegations?status=pending');
  assert.deepEqual(page.items, [body]);
  assert.equal(page.items[0].delegate.family, 'SECRETARY');
  assert.deepEqual((await otherDoctor.request('/v1/delegations')).body.items, []);
  await act(doctor, body.id, 'refuse');
});

test('only the professional decides', async () => {
  const { body } = await ask();
  for (const what of ['accept', 'refuse']) {
    const own = await act(secretary, body.id, what, what === 'accept' ? {} : undefined);
    assert.deepEqual([own.status, own.body.code], [403, 'forbidden']);
    const other = await act(otherDoctor, body.id, what, what === 'accept' ? {} : undefined);
    assert.equal(other.status, 404);
  }
  assert.equal((await act(doctor, body.id, 'refuse')).body.status, 'refused');
  assert.equal((await act(doctor, body.id, 'refuse')).body.status, 'refused');
  assert.equal((await act(doctor, body.id, 'accept', {})).body.code, 'invalid-transition');
  assert.equal((await act(secretary, body.id, 'end')).body.status, 'refused');
  assert.equal(await agendas(), 0);
});

test('a doctor who is a delegate, too, does not accept its own request', async () => {
  await platform.call('POST', '/v1/accounts', {
    as: 'administrator',
    body: {
      nationalId: '810999900158',
      family: 'DOUBLE',
      roles: [{ role: 'delegate', territory: HERE }],
    },
  });
  provider.person = claimsOf('810999900158', { family: 'DOUBLE' });
  const both = new TestBrowser(platform);
  await both.signIn();
  assert.deepEqual((await both.request('/v1/session')).body.roles, ['practitioner', 'delegate']);
  const { body } = await both.request('/v1/delegations', {
    method: 'POST',
    body: { nationalId: PEOPLE.otherDoctor },
  });
  assert.equal((await act(both, body.id, 'accept', {})).status, 404);
  assert.equal((await act(otherDoctor, body.id, 'refuse')).body.status, 'refused');
});

test('accepted, the delegate keeps the agenda; ended by the professional, it is out at the next call', async (t) => {
  const id = await delegated(t);
  assert.equal(await agendas(), 1);
  assert.equal((await addBySecretary('2026-11-23T10:00:00+01:00')).status, 201);
  assert.equal((await act(doctor, id, 'end')).body.status, 'ended');
  assert.equal(await agendas(), 0);
  assert.equal((await addBySecretary('2026-11-23T10:20:00+01:00')).status, 404);
  assert.equal((await secretary.request(`/v1/schedules/${schedule}`)).status, 404);
});

test('the delegate may end it, too', async (t) => {
  const id = await delegated(t);
  assert.equal((await act(secretary, id, 'end')).body.status, 'ended');
  assert.equal(await agendas(), 0);
});

test('it ends by itself: when the professional said, else after a year', async (t) => {
  const id = await delegated(t, { accepted: { until: '2026-11-23T08:20:00+01:00' } });
  await platform.setClock('2026-11-23T08:19:00+01:00');
  assert.equal(await agendas(), 1);
  await platform.setClock('2026-11-23T08:20:01+01:00');
  assert.equal(await agendas(), 0);
  assert.equal((await secretary.request(`/v1/delegations/${id}`)).body.status, 'expired');
  const { body: again } = await ask();
  const { body: accepted } = await act(doctor, again.id, 'accept', {});
  assert.match(accepted.until, /^2027-11-23T08:20/, 'and is asked for again');
  await act(doctor, again.id, 'end');
  await platform.setClock(NOW);
});

test('neither longer than a year, nor into the past, nor more than was asked for', async () => {
  const { body } = await ask(['agenda']);
  const until = async (instant: string) => {
    const { body: problem } = await act(doctor, body.id, 'accept', { until: instant });
    return [problem.code, problem.errors?.[0].pointer];
  };
  assert.deepEqual(await until('2027-11-25T08:00:00+01:00'), ['out-of-range', '/until']);
  assert.deepEqual(await until('2026-11-22T08:00:00+01:00'), ['out-of-range', '/until']);
  const more = await act(doctor, body.id, 'accept', { scopes: ['appointments'] });
  assert.deepEqual([more.status, more.body.errors[0].pointer], [400, '/scopes']);
  await act(secretary, body.id, 'end');
});

test('each scope opens its own: the agenda without the people booked, or the other way round', async (t) => {
  const slotId = await addSlot(platform, schedule, slotAt('2026-11-23T15:00:00+01:00'));
  const hold = await platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } });
  const booked = await platform.call('POST', '/v1/appointments', {
    as: 'public',
    body: {
      slotId,
      holdId: hold.body.id,
      contact: { name: 'Dominique Exemple', phone: '06 39 98 00 01' },
    },
  });
  const url = `/v1/appointments/${booked.body.id}`;
  await t.test('agenda', async (t) => {
    await delegated(t, { asked: ['agenda'] });
    assert.equal(await agendas(), 1);
    assert.equal((await secretary.request(url)).status, 404);
    assert.deepEqual((await secretary.request('/v1/appointments')).body.items, []);
  });
  await t.test('appointments', async (t) => {
    await delegated(t, { accepted: { scopes: ['appointments'] } });
    assert.equal(await agendas(), 0);
    assert.equal((await addBySecretary('2026-11-23T16:00:00+01:00')).status, 404);
    assert.equal((await secretary.request(url)).body.contact.name, 'Dominique Exemple');
  });
});

test('a delegate acts in its own name: the audit trail and the session say so', async (t) => {
  await delegated(t);
  const { body: session } = await secretary.request('/v1/session');
  assert.deepEqual([session.roles, session.nationalIds], [['delegate'], []]);
  assert.deepEqual(session.delegations, [
    { nationalId: PEOPLE.doctor, scopes: ['agenda', 'appointments'] },
  ]);
  const { body: slot } = await addBySecretary('2026-11-23T17:00:00+01:00');
  const { body: trail } = await platform.call('GET', `/v1/audit?record=${slot.id}`, {
    as: 'administrator',
  });
  assert.deepEqual(
    trail.items.map(({ subject }: { subject: string }) => subject),
    [session.subject],
  );
});

test('a delegate opens an agenda for whom it acts, and for nobody else', async (t) => {
  await delegated(t);
  const open = (nationalId: string) =>
    secretary.request('/v1/schedules', {
      method: 'POST',
      body: practice({
        practitioner: { nationalId, family: 'AUBRY', specialties: ['SM54'] },
        location: { ...(practice()['location'] as object), line: '2 rue des Galets' },
      }),
    });
  assert.equal((await open(PEOPLE.otherDoctor)).status, 403);
  assert.equal((await open(PEOPLE.doctor)).status, 201);
});

test('asking tells nothing of whether somebody has the identifier', async () => {
  const { status, body } = await ask(undefined, '810999999999');
  assert.deepEqual([status, body.status], [201, 'pending']);
  assert.equal((await ask(undefined, '810999999999')).body.code, 'delegation-exists');
  await act(secretary, body.id, 'end');
});

test('whom it is for comes from the session, never from the body', async () => {
  const forged = await secretary.request('/v1/delegations', {
    method: 'POST',
    body: { nationalId: PEOPLE.doctor, delegate: PEOPLE.otherDoctor, status: 'accepted' },
  });
  assert.deepEqual([forged.status, forged.body.code], [400, 'unknown-member']);
  const token = await platform.call('POST', '/v1/delegations', {
    as: 'delegate',
    body: { nationalId: PEOPLE.doctor },
  });
  assert.equal(token.status, 403, 'a token acts in nobody’s name');
});

test('a delegate of a structure keeps the agendas of the structure', async (t) => {
  const { nationalId } = practice()['structure'] as { nationalId: string };
  const { body } = await ask(undefined, nationalId);
  t.after(() => act(secretary, body.id, 'end'));
  const accepted = await platform.call('POST', `/v1/delegations/${body.id}/accept`, {
    as: 'structure-manager',
    body: {},
  });
  assert.equal(accepted.body.status, 'accepted');
  assert.ok((await agendas()) > 0);
});
