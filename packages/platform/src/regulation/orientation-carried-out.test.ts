import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, slotAt } from '../testing/agenda-fixtures.ts';
import { codeOf, type Desk, NOW, startDesk } from '../testing/desk.ts';
import {
  CASE,
  CONSULTATION,
  decidedInCase,
  HAVRE,
  orient,
  OWN,
} from '../testing/regulation-fixtures.ts';

const TRIGGERED = { triggeredAt: '2026-11-23T07:58:00+01:00', caseRef: CASE };

let platform: Desk['platform'];
let agenda: Desk['agenda'];
let freeSlot: Desk['freeSlot'];
before(async () => {
  ({ platform, agenda, freeSlot } = await startDesk());
});
after(() => platform.close());

test('an operator carries out what a doctor decided here: its case and place, once', async () => {
  const decision = { ...CONSULTATION, ...OWN, caseRef: 'LRM:1', ownDoctor: { said: 'none' } };
  const { body: decided } = await orient(platform, 'regulator', decision);
  const by = { decision: { kind: 'orientation', id: decided.id }, ...CONSULTATION };
  const carryOut = async (as: string, more: object = {}) =>
    platform.call('POST', '/v1/orientations', { as, body: { ...by, ...more } });
  assert.deepEqual(codeOf(await carryOut('call-taker')), [422, 'booking-required']);
  const visit = await carryOut('call-taker', { form: 'home-visit', slotId: await freeSlot() });
  assert.deepEqual(codeOf(visit), [403, 'medical-decision']);
  const elsewhere = await carryOut('call-taker', { insee: '38185', slotId: await freeSlot() });
  assert.deepEqual(codeOf(elsewhere), [400, 'invalid-value']);
  const slotId = await freeSlot();
  const { status, body } = await carryOut('unscheduled-care-operator', { slotId });
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual([body.caseRef, body.place.insee], ['LRM:1', HAVRE]);
  assert.deepEqual(body.ownDoctor, { said: 'none', call: null });
  assert.deepEqual([body.decision.role, body.decision.id], ['regulator', decided.id]);
  const read = await platform.call('GET', `/v1/orientations/${decided.id}`, { as: 'regulator' });
  assert.deepEqual([read.body.state, read.body.executedIn], ['executed', body.id]);
  const twice = await carryOut('call-taker', { slotId: await freeSlot() });
  assert.deepEqual(codeOf(twice), [409, 'invalid-transition']);
  const cancelled = await platform.call('POST', `/v1/appointments/${body.appointmentId}/cancel`, {
    as: 'practitioner',
  });
  assert.equal(cancelled.status, 200);
  const rebooked = await carryOut('call-taker', { slotId: await freeSlot() });
  assert.equal(rebooked.status, 201, JSON.stringify(rebooked.body));
});

test('the delay stays what the doctor said, and a decision of two days ago is one no more', async () => {
  const decide = async () =>
    (await orient(platform, 'regulator', { ...CONSULTATION, ...OWN, withinHours: 2 })).body.id;
  const carryOut = async (id: string, more: object) =>
    platform.call('POST', '/v1/orientations', {
      as: 'unscheduled-care-operator',
      body: { decision: { kind: 'orientation', id }, ...CONSULTATION, ...more },
    });
  const id = await decide();
  const slotId = await freeSlot();
  const longer = await carryOut(id, { slotId, withinHours: 72 });
  assert.deepEqual(codeOf(longer), [403, 'medical-decision']);
  const far = await addSlot(platform, agenda, slotAt('2026-11-24T15:00:00+01:00'));
  const later = await carryOut(id, { slotId: far });
  assert.deepEqual(codeOf(later), [403, 'medical-decision']);
  assert.match(later.body.detail, /within 2 h/);
  const soon = await addSlot(platform, agenda, slotAt('2026-11-23T08:40:00+01:00'));
  const done = await carryOut(id, { slotId: soon });
  assert.deepEqual([done.status, done.body.withinHours], [201, 2]);
  const old = await decide();
  await platform.setClock('2026-11-25T09:01:00+01:00');
  const slot = await addSlot(platform, agenda, slotAt('2026-11-25T10:00:00+01:00'));
  const refused = await carryOut(old, { slotId: slot });
  await platform.setClock(NOW);
  assert.deepEqual(codeOf(refused), [409, 'invalid-transition']);
});

test('what a doctor decided in the dispatch program is a consultation, with its case', async () => {
  const stated = decidedInCase(NOW);
  for (const outcome of ['advice', 'emergency-department', 'ambulance', 'smur']) {
    const more = outcome === 'ambulance' || outcome === 'smur' ? TRIGGERED : {};
    const refused = await orient(platform, 'dispatch-software', { outcome, ...stated, ...more });
    assert.deepEqual(codeOf(refused), [403, 'medical-decision']);
  }
  const slotId = await freeSlot();
  const nameless = { ...CONSULTATION, decision: stated['decision'], slotId };
  assert.deepEqual(codeOf(await orient(platform, 'call-taker', nameless)), [
    422,
    'case-ref-required',
  ]);
  const nurse = await orient(platform, 'triage-nurse', { ...CONSULTATION, ...stated, slotId });
  assert.deepEqual(codeOf(nurse), [403, 'medical-decision']);
  const machine = await orient(platform, 'dispatch-software', {
    ...CONSULTATION,
    ...stated,
    slotId,
  });
  assert.equal(machine.status, 201, JSON.stringify(machine.body));
});

test('a nurse carries out what a doctor decided for her, in the scheme, and reads nothing else of it', async () => {
  const { body: decided } = await orient(platform, 'regulator', { ...CONSULTATION, ...OWN });
  const path = `/v1/orientations/${decided.id}`;
  assert.equal((await platform.call('GET', path, { as: 'triage-nurse' })).status, 404);
  const decision = { kind: 'orientation', id: decided.id };
  const body = { ...CONSULTATION, decision, slotId: await freeSlot() };
  const carryOut = () => platform.call('POST', '/v1/orientations', { as: 'triage-nurse', body });
  assert.deepEqual(codeOf(await carryOut()), [403, 'outside-scheme']);
  await platform.database.query('update practitioner set redirection_scheme = true');
  const done = await carryOut();
  await platform.database.query('update practitioner set redirection_scheme = false');
  assert.deepEqual([done.status, done.body.decision.role], [201, 'regulator']);
});

test('for somebody elsewhere the desk of the doctor who decided carries it out', async () => {
  const there = { ...CONSULTATION, ...OWN, insee: '38185' };
  const { body: decided } = await orient(platform, 'regulator', there);
  const waiting = async () => {
    const path = '/v1/orientations?state=to-execute&limit=100';
    const { body } = await platform.call('GET', path, { as: 'call-taker' });
    return body.items.some(({ id }: any) => id === decided.id) as boolean;
  };
  assert.equal(await waiting(), true, 'it is in the list of the desk');
  const decision = { kind: 'orientation', id: decided.id };
  const body = { ...CONSULTATION, decision, slotId: await freeSlot() };
  const done = await platform.call('POST', '/v1/orientations', { as: 'call-taker', body });
  assert.equal(done.status, 201, JSON.stringify(done.body));
  assert.equal(done.body.territory, 'isere');
  assert.equal(await waiting(), false);
  const path = `/v1/orientations/${done.body.id}`;
  const read = await platform.call('GET', path, { as: 'unscheduled-care-operator' });
  assert.equal(read.status, 200, 'what was carried out is one of the desk too');
});

test('a decision says what its kind says, and nothing else', async () => {
  for (const decision of [
    { kind: 'own', role: 'regulator' },
    { kind: 'orientation', id: 'x', version: 1 },
    { kind: 'dispatch-case', id: 'x' },
    { kind: 'protocol', role: 'regulator' },
  ]) {
    const as = decision.kind === 'own' ? 'regulator' : 'call-taker';
    const refused = await orient(platform, as, { ...CONSULTATION, decision });
    assert.deepEqual(codeOf(refused), [400, 'unknown-member'], decision.kind);
  }
});
