import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestProvider, type TestProvider } from '../testing/identity-provider.ts';
import {
  callPractice,
  CONSULTATION,
  draftProtocol,
  orient,
  PROTOCOL,
  signedProtocol,
} from '../testing/regulation-fixtures.ts';
import type { TestBrowser } from '../testing/test-browser.ts';
import { ELSEWHERE, HERE, makeAccount, signInAs } from '../testing/test-people.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const REDIRECTION = {
  purpose: 'redirection',
  roles: ['triage-nurse'],
  outcomes: ['unscheduled-consultation', 'emergency-department'],
};
let provider: TestProvider;
let platform: TestPlatform;
let hospital: TestBrowser;
let ambulatory: TestBrowser;
let agenda: string;
let hour = 9;

before(async () => {
  provider = await startTestProvider();
  platform = await startTestPlatform(provider.settings);
  await platform.setClock(NOW);
  const roles = ['territory-lead', 'unscheduled-care-operator'];
  const leads = roles.map((role) => ({ role, territory: HERE }));
  await makeAccount(platform, 'manager', leads);
  await makeAccount(platform, 'otherManager', leads);
  hospital = await signInAs(platform, provider, 'manager');
  ambulatory = await signInAs(platform, provider, 'otherManager');
  agenda = await openAgenda(platform, { overbooking: true });
});
after(async () => {
  await platform.close();
  await provider.close();
});

const sign = (who: TestBrowser, id: string, holder: string) =>
  who.request(`/v1/protocols/${id}/signatures`, { method: 'POST', body: { holder } });
const stateOf = async (id: string) =>
  (await platform.call('GET', `/v1/protocols/${id}`, { as: 'call-taker' })).body.state as string;
const freeSlot = (more: Record<string, unknown> = {}) =>
  addSlot(
    platform,
    agenda,
    slotAt(`2026-11-23T${String(hour++).padStart(2, '0')}:00:00+01:00`, more),
  );
const codeOf = ({ status, body }: { status: number; body: any }) => [status, body.code];
const under = (id: string, more: object = {}) => ({
  ...CONSULTATION,
  decision: { kind: 'protocol', id, version: 1, ...more },
});

test('a protocol is signed by two accounts, one for each holder, and holds from then on', async () => {
  const made = await hospital.request('/v1/protocols', { method: 'POST', body: PROTOCOL });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const { id } = made.body;
  const { territory: _, ...rest } = PROTOCOL;
  assert.deepEqual([made.body.state, made.body.version, made.body.signatures], ['draft', 1, []]);
  for (const [name, value] of Object.entries(rest)) assert.deepEqual(made.body[name], value);
  const slotId = await freeSlot();
  const unsigned = await orient(platform, 'call-taker', { ...under(id), slotId });
  assert.deepEqual(codeOf(unsigned), [422, 'protocol-not-signed']);

  assert.equal((await sign(hospital, id, 'hospital')).body.state, 'draft');
  assert.deepEqual(codeOf(await sign(hospital, id, 'ambulatory')), [409, 'protocol-signed']);
  assert.deepEqual(codeOf(await sign(ambulatory, id, 'hospital')), [409, 'protocol-signed']);
  const half = await orient(platform, 'call-taker', { ...under(id), slotId });
  assert.deepEqual(codeOf(half), [422, 'protocol-not-signed']);

  const both = await sign(ambulatory, id, 'ambulatory');
  assert.deepEqual([both.status, both.body.state], [200, 'in-force']);
  assert.deepEqual(
    both.body.signatures.map(({ holder, name }: any) => [holder, name]),
    [
      ['hospital', 'Groupe Hospitalier du Havre'],
      ['ambulatory', 'AMUH, Association médicale des urgences du Havre'],
    ],
  );
  assert.deepEqual((await sign(ambulatory, id, 'ambulatory')).body, both.body);

  const done = await orient(platform, 'call-taker', { ...under(id), slotId });
  assert.equal(done.status, 201, JSON.stringify(done.body));
  assert.deepEqual(done.body.decision, {
    kind: 'protocol',
    role: null,
    decidedAt: null,
    id,
    version: 1,
    title: PROTOCOL.title,
    assessedBy: null,
  });
});

test('what is signed does not change: neither by the API nor in the database', async () => {
  const id = await signedProtocol(platform);
  const removed = await hospital.request(`/v1/protocols/${id}`, { method: 'DELETE' });
  assert.deepEqual(codeOf(removed), [409, 'protocol-signed']);
  for (const change of [`update protocol set body = 'autre'`, 'delete from protocol']) {
    await assert.rejects(
      platform.database.query(`${change} where id = $1`, [id]),
      /does not change/,
    );
  }
  const draft = await draftProtocol(platform);
  const path = `/v1/protocols/${draft}`;
  assert.equal((await hospital.request(path, { method: 'DELETE' })).status, 204);
  assert.equal((await platform.call('GET', path, { as: 'territory-lead' })).status, 404);
});

test('a protocol holds in its days, in its version, and until the next one holds', async () => {
  const id = await signedProtocol(platform, { validFrom: '2026-11-20', validUntil: '2026-11-30' });
  const slotId = await freeSlot();
  const use = async (which: string, version = 1) =>
    codeOf(await orient(platform, 'call-taker', { ...under(which, { version }), slotId }));
  assert.deepEqual(await use(id, 2), [422, 'protocol-not-in-force']);
  const coming = await signedProtocol(platform, { validFrom: '2026-11-24' });
  assert.equal(await stateOf(coming), 'coming');
  assert.deepEqual(await use(coming), [422, 'protocol-not-in-force']);
  const over = await signedProtocol(platform, { validUntil: '2026-11-22' });
  assert.equal(await stateOf(over), 'ended');
  assert.deepEqual(await use(over), [422, 'protocol-not-in-force']);
  const next = await draftProtocol(platform, { supersedes: id });
  assert.equal(await stateOf(id), 'in-force');
  const signed = await sign(hospital, next, 'hospital');
  assert.deepEqual([signed.body.version, signed.body.supersedes], [2, id]);
  await sign(ambulatory, next, 'ambulatory');
  assert.deepEqual([await stateOf(id), await stateOf(next)], ['ended', 'in-force']);
  assert.deepEqual(await use(id), [422, 'protocol-not-in-force']);
  const done = await orient(platform, 'call-taker', { ...under(next, { version: 2 }), slotId });
  assert.equal(done.status, 201);
});

test('a protocol is of its territory, its outcomes and its roles', async () => {
  const id = await signedProtocol(platform, { roles: ['call-taker'] });
  const slotId = await freeSlot();
  const there = await orient(platform, 'call-taker', { ...under(id), slotId, insee: '38185' });
  assert.deepEqual(codeOf(there), [422, 'protocol-not-in-force']);
  const foreign = await signedProtocol(platform);
  await platform.database.query('alter table protocol disable trigger protocol_stays');
  await platform.database.query('update protocol set territory_id = $1 where id = $2', [
    ELSEWHERE,
    foreign,
  ]);
  await platform.database.query('alter table protocol enable trigger protocol_stays');
  const theirs = await orient(platform, 'call-taker', {
    ...under(foreign),
    slotId,
    insee: '38185',
  });
  assert.deepEqual(codeOf(theirs), [422, 'protocol-not-in-force']);
  const operator = await orient(platform, 'unscheduled-care-operator', { ...under(id), slotId });
  assert.deepEqual(codeOf(operator), [403, 'medical-decision']);
  assert.match(operator.body.detail, /call-taker/);
  const advice = await orient(platform, 'call-taker', { ...under(id), outcome: 'advice' });
  assert.deepEqual(codeOf(advice), [403, 'medical-decision']);
  assert.match(advice.body.detail, /unscheduled-consultation/);
  for (const as of ['regulator', 'dispatch-software']) {
    const refused = await orient(platform, as, { ...under(id), slotId });
    assert.deepEqual(codeOf(refused), [403, 'medical-decision'], as);
  }
  const nothing = await orient(platform, 'call-taker', under(id));
  assert.deepEqual(codeOf(nothing), [422, 'booking-required']);
  const advised = await signedProtocol(platform, { outcomes: ['advice'] });
  const given = await orient(platform, 'call-taker', { ...under(advised), outcome: 'advice' });
  assert.deepEqual([given.status, given.body.hub.typeDecision], [201, 'CONSEIL']);
  const prescribed = { ...under(advised), outcome: 'advice', form: 'phone-prescription' };
  const prescription = await orient(platform, 'call-taker', prescribed);
  assert.deepEqual(codeOf(prescription), [403, 'medical-decision']);
});

test('a nurse redirects under a protocol of redirection, to the scheme only, and says who assessed', async () => {
  const id = await signedProtocol(platform, REDIRECTION);
  const decision = under(id, { assessedBy: 'triage-nurse' });
  const redirect = (more: object) =>
    orient(platform, 'triage-nurse', { ...decision, instructionsGiven: true, ...more });
  const slotId = await freeSlot();
  const nobody = await orient(platform, 'triage-nurse', { ...under(id), slotId });
  assert.deepEqual(codeOf(nobody), [400, 'missing-member']);
  assert.deepEqual(codeOf(await redirect({ slotId })), [403, 'outside-scheme']);
  const callId = await callPractice(platform, 'triage-nurse', { scheduleId: agenda });
  const overbooking = { scheduleId: agenda, start: '2026-11-24T10:15:00+01:00', callId };
  assert.deepEqual(codeOf(await redirect({ overbooking })), [403, 'outside-scheme']);
  const rows = await platform.database.query<{ id: string }>(
    `insert into structure (kind, name) values ('sos', 'SOS de démonstration') returning id`,
  );
  const structureId = rows[0]!.id;
  const yes = await callPractice(platform, 'triage-nurse', { structureId, purpose: 'sos' });
  const recipient = { structureId, callId: yes };
  assert.deepEqual(codeOf(await redirect({ recipient })), [403, 'outside-scheme']);
  const untouched = await platform.database.query('select booked from slot where id = $1', [
    slotId,
  ]);
  assert.deepEqual(untouched, [{ booked: 0 }]);

  await platform.database.query('update practitioner set redirection_scheme = true');
  const { status, body } = await redirect({ slotId });
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual([body.decision.assessedBy, body.instructionsGiven], ['triage-nurse', true]);
  const kept = await redirect({ outcome: 'emergency-department' });
  assert.equal(kept.status, 201);
  await platform.database.query('update practitioner set redirection_scheme = false');

  const regulation = await signedProtocol(platform, { roles: ['unscheduled-care-operator'] });
  const other = await orient(platform, 'triage-nurse', { ...under(regulation), slotId });
  assert.deepEqual(codeOf(other), [403, 'medical-decision']);
});

test('a protocol of redirection is for nurses, of another purpose for everybody else', async () => {
  for (const more of [
    { purpose: 'redirection' },
    { roles: ['triage-nurse'] },
    { purpose: 'redirection', roles: ['triage-nurse', 'call-taker'] },
  ]) {
    const body = { ...PROTOCOL, ...more };
    const made = await platform.call('POST', '/v1/protocols', { as: 'territory-lead', body });
    assert.deepEqual(codeOf(made), [400, 'invalid-value'], JSON.stringify(more));
  }
  for (const outcomes of [['ambulance'], ['smur'], []]) {
    const body = { ...PROTOCOL, outcomes };
    const made = await platform.call('POST', '/v1/protocols', { as: 'territory-lead', body });
    assert.equal(made.status, 400, outcomes.join());
  }
});

test('a lead writes and signs for its own territory, and the desk there reads', async () => {
  const there = { ...PROTOCOL, territory: ELSEWHERE };
  const made = await platform.call('POST', '/v1/protocols', { as: 'territory-lead', body: there });
  assert.deepEqual(codeOf(made), [403, 'forbidden']);
  const list = async (query: string, as = 'unscheduled-care-operator') =>
    (await platform.call('GET', `/v1/protocols?${query}`, { as })).body.items as any[];
  const inForce = await list('state=in-force&purpose=redirection');
  assert.ok(inForce.length > 0);
  assert.ok(inForce.every((each) => each.state === 'in-force' && each.purpose === 'redirection'));
  assert.deepEqual(await list(`territory=${ELSEWHERE}`), []);
  const moved = await draftProtocol(platform);
  await platform.database.query('update protocol set territory_id = $1 where id = $2', [
    ELSEWHERE,
    moved,
  ]);
  assert.deepEqual(await list(`territory=${ELSEWHERE}`), []);
  const all = await list(`territory=${ELSEWHERE}`, 'administrator');
  assert.ok(all.some(({ id }) => id === moved));
});
