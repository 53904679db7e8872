import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestProvider, type TestProvider } from '../testing/identity-provider.ts';
import { CONSULTATION, decidedInCase, HAVRE } from '../testing/regulation-fixtures.ts';
import type { TestBrowser } from '../testing/test-browser.ts';
import { ELSEWHERE, HERE, makeAccount, signInAs } from '../testing/test-people.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const GRENOBLE = '38185';

let provider: TestProvider;
let platform: TestPlatform;
let person: TestBrowser;
let doctor: TestBrowser;
let agenda: string;
let hour = 9;

before(async () => {
  provider = await startTestProvider();
  platform = await startTestPlatform(provider.settings);
  await platform.setClock(NOW);
  agenda = await openAgenda(platform);
  await makeAccount(platform, 'secretary', [
    { role: 'unscheduled-care-operator', territory: HERE },
    { role: 'call-taker', territory: ELSEWHERE },
  ]);
  await makeAccount(platform, 'regulator', [
    { role: 'regulator', territory: ELSEWHERE },
    { role: 'emergency-regulator', territory: HERE },
  ]);
  person = await signInAs(platform, provider, 'secretary');
  doctor = await signInAs(platform, provider, 'regulator', { regulation: true });
});
after(async () => {
  await platform.close();
  await provider.close();
});

const freeSlot = () =>
  addSlot(platform, agenda, slotAt(`2026-11-23T${String(hour++).padStart(2, '0')}:00:00+01:00`));
const post = (who: TestBrowser, path: string, body: object) =>
  who.request(path, { method: 'POST', body });

/** Roles by place, of somebody who has one here and another elsewhere. */
const ROLES: [string, string, string][] = [
  [HAVRE, 'unscheduled-care-operator', 'emergency-regulator'],
  [GRENOBLE, 'call-taker', 'regulator'],
];
for (const [insee, operating, deciding] of ROLES) {
  test(`in ${insee} somebody acts in the role of that territory`, async () => {
    const slotId = await freeSlot();
    const stated = { ...CONSULTATION, ...decidedInCase(NOW), slotId, insee };
    const made = await post(person, '/v1/orientations', stated);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.equal(made.body.executedBy.role, operating);
    const rows = await platform.database.query('select role from appointment where id = $1', [
      made.body.appointmentId,
    ]);
    assert.deepEqual(rows, [{ role: operating }]);
    const own = { decision: { kind: 'own' }, outcome: 'advice', insee };
    const decided = await post(doctor, '/v1/orientations', own);
    assert.equal(decided.body.decision.role, deciding, JSON.stringify(decided.body));
  });
}

test('what waits elsewhere is carried out in the role that one has there', async () => {
  const own = { decision: { kind: 'own' }, ...CONSULTATION, insee: GRENOBLE };
  const { body: decided } = await post(doctor, '/v1/orientations', own);
  const path = `/v1/orientations/${decided.id}`;
  const foreign = await platform.call('GET', path, { as: 'call-taker' });
  assert.equal(foreign.status, 404, 'neither the place nor the doctor’s desk is hers');
  const made = await post(person, '/v1/orientations', {
    ...CONSULTATION,
    decision: { kind: 'orientation', id: decided.id },
    slotId: await freeSlot(),
  });
  assert.equal(made.body.executedBy.role, 'call-taker', JSON.stringify(made.body));
});

test('a call to a practice here is noted in the role that one has here', async () => {
  const call = { scheduleId: agenda, purpose: 'own-doctor', result: 'refused' };
  const { body } = await post(person, '/v1/practice-calls', call);
  assert.equal(body.calledBy.role, 'unscheduled-care-operator');
});
