import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { codeOf, type Desk, startDesk } from '../testing/desk.ts';
import { CASE, CONSULTATION, HAVRE, orient, OWN } from '../testing/regulation-fixtures.ts';

const TRIGGERED = { triggeredAt: '2026-11-23T07:58:00+01:00', caseRef: CASE };

let platform: Desk['platform'];
let agenda: Desk['agenda'];
let freeSlot: Desk['freeSlot'];
before(async () => {
  ({ platform, agenda, freeSlot } = await startDesk());
});
after(() => platform.close());

const DOCTORS = ['regulator', 'emergency-regulator'];
const OTHERS = ['unscheduled-care-operator', 'call-taker', 'triage-nurse', 'dispatch-software'];

/** Every outcome of the founding documents: what it asks for, and the codes of the Hub. */
const OUTCOMES: [string, Record<string, unknown>, [string, string | null, string | null]][] = [
  ['advice', {}, ['CONSEIL', null, null]],
  ['advice', { form: 'phone-prescription' }, ['PMT', null, null]],
  ['unscheduled-consultation', { withinHours: 48 }, ['ORIENT', 'CABINET', 'LIBERAL']],
  ['unscheduled-consultation', { form: 'home-visit' }, ['INTER', 'DOMICILE', 'LIBERAL']],
  ['unscheduled-consultation', { form: 'teleconsultation' }, ['ORIENT', 'CABINET', 'LIBERAL']],
  ['emergency-department', {}, ['ORIENT', 'URGENCES', null]],
  ['ambulance', TRIGGERED, ['INTER', null, 'TSU']],
  ['smur', TRIGGERED, ['INTER', null, 'SMUR']],
  ['other-prehospital-team', TRIGGERED, ['INTER', null, null]],
];

for (const [outcome, more, [typeDecision, typeOrientation, typeRessource]] of OUTCOMES) {
  const name = `${outcome} ${'form' in more ? String(more['form']) : ''}`.trim();
  test(`${name}: a doctor decides it, nobody else does, and everybody of the desk reads it`, async () => {
    for (const as of DOCTORS) {
      const { status, body } = await orient(platform, as, { outcome, ...OWN, ...more });
      assert.equal(status, 201, JSON.stringify(body));
      assert.deepEqual(body.hub, { typeDecision, typeOrientation, typeRessource });
      assert.deepEqual([body.outcome, body.form], [outcome, more['form'] ?? null]);
      assert.deepEqual([body.decision.kind, body.decision.role], ['own', as]);
      assert.equal(body.decision.decidedAt, body.created);
      assert.deepEqual(body.place, { insee: HAVRE, label: 'Le Havre' });
      assert.deepEqual([body.territory, body.executedBy.role], ['le-havre-fecamp', as]);
      assert.equal(body.state, outcome === 'unscheduled-consultation' ? 'to-execute' : 'done');
      assert.equal(body.triggeredAt, more['triggeredAt'] ?? null);
      const read = await platform.call('GET', `/v1/orientations/${body.id}`, {
        as: 'unscheduled-care-operator',
      });
      assert.deepEqual(read.body, { ...body, mine: false });
    }
    for (const as of OTHERS) {
      const refused = await orient(platform, as, { outcome, ...OWN, ...more });
      assert.deepEqual(codeOf(refused), [403, 'medical-decision'], as);
      assert.match(refused.body.detail, /protocol/);
    }
    const unknown = await orient(platform, 'public', { outcome, ...OWN, ...more });
    assert.deepEqual(codeOf(unknown), [403, 'forbidden']);
  });
}

test('what is sent out is recorded with its case and its hour, or not at all', async () => {
  const { triggeredAt, caseRef } = TRIGGERED;
  for (const outcome of ['ambulance', 'smur', 'other-prehospital-team']) {
    const sent = (more: object) => orient(platform, 'regulator', { outcome, ...OWN, ...more });
    assert.deepEqual(codeOf(await sent({ caseRef })), [422, 'triggered-at-required']);
    assert.deepEqual(codeOf(await sent({ triggeredAt })), [422, 'case-ref-required']);
    const tomorrow = { caseRef, triggeredAt: '2026-11-24T08:00:00+01:00' };
    assert.deepEqual(codeOf(await sent(tomorrow)), [400, 'out-of-range']);
  }
  const advice = await orient(platform, 'regulator', { outcome: 'advice', ...OWN, triggeredAt });
  assert.deepEqual(codeOf(advice), [422, 'booking-not-allowed']);
});

test('a form is one of its outcome, and only a consultation is booked', async () => {
  const wrong = await orient(platform, 'regulator', {
    outcome: 'advice',
    form: 'home-visit',
    ...OWN,
  });
  assert.deepEqual(codeOf(wrong), [422, 'form-not-allowed']);
  const slotId = await freeSlot();
  for (const outcome of ['advice', 'emergency-department', 'smur']) {
    const more = outcome === 'smur' ? TRIGGERED : {};
    const booked = await orient(platform, 'regulator', { outcome, slotId, ...more, ...OWN });
    assert.deepEqual(codeOf(booked), [422, 'booking-not-allowed']);
  }
});

test('no name and no text comes in: a case is a reference, a place a commune', async () => {
  const asked = { ...CONSULTATION, ...OWN };
  for (const caseRef of ['Jean Dupont', 'é', '', 'a'.repeat(101)]) {
    const { status } = await orient(platform, 'regulator', { ...asked, caseRef });
    assert.equal(status, 400, caseRef);
  }
  for (const caseRef of ['06.39.98.00.01', '33-6-39-98-00-01', '2-99-12-76-351-123']) {
    const refused = await orient(platform, 'regulator', { ...asked, caseRef });
    assert.deepEqual(codeOf(refused), [422, 'personal-number']);
    assert.equal(refused.body.errors[0].pointer, '/caseRef');
    const call = { scheduleId: agenda, purpose: 'own-doctor', result: 'refused', caseRef };
    const noted = await platform.call('POST', '/v1/practice-calls', {
      as: 'regulator',
      body: call,
    });
    assert.deepEqual(codeOf(noted), [422, 'personal-number']);
  }
  const text = await orient(platform, 'regulator', { ...asked, note: 'fièvre' });
  assert.deepEqual(codeOf(text), [400, 'unknown-member']);
  const nowhere = await orient(platform, 'regulator', { ...asked, insee: '99999' });
  assert.deepEqual(codeOf(nowhere), [422, 'unknown-place']);
  assert.equal(platform.logged().includes(CASE), false);
});

test('an orientation is of the territory of its place, and stays one of the desk that made it', async () => {
  const grenoble = { ...CONSULTATION, ...OWN, insee: '38185' };
  const { body } = await orient(platform, 'regulator', grenoble);
  assert.deepEqual([body.territory, body.place.label], ['isere', 'Grenoble']);
  const path = `/v1/orientations/${body.id}`;
  for (const as of ['regulator', 'unscheduled-care-operator', 'call-taker', 'territory-lead']) {
    assert.equal((await platform.call('GET', path, { as })).status, 200, as);
  }
  for (const as of ['triage-nurse', 'practitioner']) {
    assert.equal((await platform.call('GET', path, { as })).status, 404, as);
  }
});

test('a list is of a day, of a state, of oneself, in pages', async () => {
  const list = async (query: string, as = 'regulator') => {
    const { status, body } = await platform.call('GET', `/v1/orientations?${query}`, { as });
    assert.equal(status, 200, JSON.stringify(body));
    return body as { items: any[]; next: string | null };
  };
  const { items: all } = await list('limit=100');
  assert.ok(all.length > 10);
  assert.deepEqual((await list('day=2026-11-23&limit=100')).items, all);
  assert.deepEqual((await list('day=2026-11-22')).items, []);
  const waiting = (await list('state=to-execute&limit=100')).items;
  assert.deepEqual(
    waiting,
    all.filter(({ state }) => state === 'to-execute'),
  );
  const mine = (await list('mine=true&limit=100')).items;
  assert.ok(mine.length > 0 && mine.every((each) => each.mine));
  const paged: any[] = [];
  for (let cursor = ''; ;) {
    const page = await list(`limit=3${cursor}`);
    paged.push(...page.items);
    if (page.next === null) break;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
  assert.deepEqual(paged, all);
});
