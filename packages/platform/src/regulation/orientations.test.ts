import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import {
  callPractice,
  CASE,
  CONSULTATION,
  decidedInCase,
  HAVRE,
  orient,
  OWN,
} from '../testing/regulation-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const TRIGGERED = { triggeredAt: '2026-11-23T07:58:00+01:00', caseRef: CASE };
let platform: TestPlatform;
let agenda: string;
let hour = 9;

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(NOW);
  agenda = await openAgenda(platform, { overbooking: true });
});
after(() => platform.close());

/** A free slot, each an hour after the one before. */
const freeSlot = (more: Record<string, unknown> = {}) =>
  addSlot(
    platform,
    agenda,
    slotAt(`2026-11-23T${String(hour++).padStart(2, '0')}:00:00+01:00`, more),
  );

const bookAs = async (as: string) => {
  const body = { slotId: await freeSlot() };
  const booked = await platform.call('POST', '/v1/appointments', { as, body });
  assert.equal(booked.status, 201);
  return booked.body.id as string;
};

const codeOf = ({ status, body }: { status: number; body: any }) => [status, body.code];
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

test('an orientation is of the territory of its place, whoever made it', async () => {
  const grenoble = { ...CONSULTATION, ...OWN, insee: '38185' };
  const { body } = await orient(platform, 'regulator', grenoble);
  assert.deepEqual([body.territory, body.place.label], ['isere', 'Grenoble']);
  const path = `/v1/orientations/${body.id}`;
  assert.equal((await platform.call('GET', path, { as: 'regulator' })).status, 200);
  for (const as of [
    'unscheduled-care-operator',
    'territory-lead',
    'triage-nurse',
    'practitioner',
  ]) {
    assert.equal((await platform.call('GET', path, { as })).status, 404, as);
  }
});

test('a slot is booked with the orientation, or neither is', async () => {
  const slotId = await freeSlot();
  const asked = { ...CONSULTATION, ...decidedInCase(NOW), slotId };
  const { status, body } = await orient(platform, 'unscheduled-care-operator', asked);
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual([body.state, body.followUp, body.category], ['done', 'booked', 'PS']);
  assert.equal(body.hub.typeRessource, 'LIBERAL.MG');
  assert.equal(body.appointment.slot.id, slotId);
  assert.match(body.reference, /^\w{4}$/);
  assert.deepEqual(body.decision, {
    kind: 'dispatch-case',
    role: 'regulator',
    decidedAt: '2026-11-23T07:00:00+01:00',
    id: null,
    version: null,
    title: null,
    assessedBy: null,
  });
  const second = await orient(platform, 'unscheduled-care-operator', asked);
  assert.deepEqual(codeOf(second), [409, 'slot-taken']);
  assert.ok(Array.isArray(second.body.alternatives));
  const { body: list } = await platform.call('GET', `/v1/orientations?caseRef=${CASE}&mine=true`, {
    as: 'unscheduled-care-operator',
  });
  assert.equal(list.items.filter((each: any) => each.appointment?.slot.id === slotId).length, 1);
});

test('the same request under the same key records and books once', async () => {
  const body = { insee: HAVRE, ...CONSULTATION, ...OWN, slotId: await freeSlot() };
  const headers = { 'idempotency-key': 'twice' };
  const send = () => platform.call('POST', '/v1/orientations', { as: 'regulator', body, headers });
  const [one, two] = [await send(), await send()];
  assert.deepEqual([one.status, two.status], [201, 201]);
  assert.deepEqual(one.body, two.body);
});

test('a held slot is booked by its hold', async () => {
  const slotId = await freeSlot();
  const hold = await platform.call('POST', '/v1/holds', { as: 'call-taker', body: { slotId } });
  const asked = { ...CONSULTATION, ...decidedInCase(NOW), slotId };
  const without = await orient(platform, 'unscheduled-care-operator', asked);
  assert.deepEqual(codeOf(without), [409, 'slot-taken']);
  const held = await orient(platform, 'call-taker', { ...asked, holdId: hold.body.id });
  assert.equal(held.status, 201);
});

test('an appointment is linked by who booked it, once, within the hour', async () => {
  const appointmentId = await bookAs('unscheduled-care-operator');
  const asked = { ...CONSULTATION, ...decidedInCase(NOW), appointmentId };
  const other = await orient(platform, 'call-taker', asked);
  assert.deepEqual(codeOf(other), [422, 'appointment-not-linkable']);
  const linked = await orient(platform, 'unscheduled-care-operator', asked);
  assert.deepEqual([linked.status, linked.body.appointmentId], [201, appointmentId]);
  const again = await orient(platform, 'unscheduled-care-operator', asked);
  assert.deepEqual(codeOf(again), [422, 'appointment-not-linkable']);
  const old = await bookAs('unscheduled-care-operator');
  await platform.setClock('2026-11-23T09:01:00+01:00');
  const late = await orient(platform, 'unscheduled-care-operator', {
    ...asked,
    appointmentId: old,
  });
  await platform.setClock(NOW);
  assert.deepEqual(codeOf(late), [422, 'appointment-not-linkable']);
});

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

test('of a decision of another territory nobody carries anything out', async () => {
  const there = { ...CONSULTATION, ...OWN, insee: '38185' };
  const { body: decided } = await orient(platform, 'regulator', there);
  const decision = { kind: 'orientation', id: decided.id };
  const body = { ...CONSULTATION, decision, slotId: await freeSlot() };
  const refused = await platform.call('POST', '/v1/orientations', { as: 'call-taker', body });
  assert.deepEqual(codeOf(refused), [404, 'not-found']);
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

test('beside the slots: a practice that takes people, its yes on the telephone, a quarter of an hour', async () => {
  const as = 'unscheduled-care-operator';
  const start = '2026-11-24T10:15:00+01:00';
  const beside = (overbooking: object) =>
    orient(platform, as, { ...CONSULTATION, ...decidedInCase(NOW), overbooking });
  const callId = await callPractice(platform, as, { scheduleId: agenda });
  const fails: [object, number, string][] = [
    [{ start: '2026-11-24T10:10:00+01:00' }, 422, 'time-step'],
    [{ start: '2026-11-23T07:45:00+01:00' }, 422, 'slot-in-past'],
    [{ start: '2026-11-27T10:15:00+01:00' }, 422, 'outside-window'],
    [
      { callId: await callPractice(platform, as, { scheduleId: agenda, result: 'refused' }) },
      422,
      'call-not-accepted',
    ],
    [
      { callId: await callPractice(platform, 'call-taker', { scheduleId: agenda }) },
      422,
      'call-not-accepted',
    ],
    [
      { callId: await callPractice(platform, as, { scheduleId: agenda, purpose: 'sos' }) },
      422,
      'call-not-accepted',
    ],
  ];
  for (const [more, status, code] of fails) {
    const refused = await beside({ scheduleId: agenda, start, callId, ...more });
    assert.deepEqual(codeOf(refused), [status, code], JSON.stringify(more));
  }
  const { status, body } = await beside({ scheduleId: agenda, start, callId });
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual(
    [body.followUp, body.category, body.appointment.overbooked],
    ['booked', 'PS', true],
  );
  assert.equal(body.appointment.slot.start, start);
  const again = await beside({ scheduleId: agenda, start, callId });
  assert.deepEqual(codeOf(again), [422, 'call-not-accepted']);
  const seen = await platform.call('GET', `/v1/appointments?scheduleId=${agenda}`, {
    as: 'practitioner',
  });
  assert.ok(seen.body.items.some(({ id }: { id: string }) => id === body.appointmentId));
  const slotId = await addSlot(platform, agenda, slotAt('2026-11-24T17:00:00+01:00'));
  const moved = await platform.call('POST', `/v1/appointments/${body.appointmentId}/reschedule`, {
    ...{ as, body: { slotId } },
  });
  assert.deepEqual([moved.status, moved.body.slot.id], [200, slotId], JSON.stringify(moved.body));
  assert.equal('overbooked' in moved.body, false);
  const taken = await orient(platform, 'call-taker', {
    ...{ ...CONSULTATION, ...decidedInCase(NOW), slotId },
  });
  assert.deepEqual(codeOf(taken), [409, 'slot-taken']);
});

test('who takes nobody beside the slots is not asked to', async () => {
  const location = { ...(practice()['location'] as object), line: '2 rue Pleine' };
  const full = await openAgenda(platform, { location });
  const callId = await callPractice(platform, 'regulator', { scheduleId: full });
  const overbooking = { scheduleId: full, start: '2026-11-24T10:15:00+01:00', callId };
  const refused = await orient(platform, 'regulator', { ...CONSULTATION, ...OWN, overbooking });
  assert.deepEqual(codeOf(refused), [422, 'overbooking-off']);
});

for (const [kind, category, purpose] of [
  ['sos', 'SOS', 'sos'],
  ['cpts', 'CPTS', 'structure'],
  ['msp', 'MSP', 'structure'],
  ['cds', 'CDS', 'structure'],
]) {
  test(`${kind}: a structure that has said yes on the telephone receives the person`, async () => {
    const rows = await platform.database.query<{ id: string }>(
      'insert into structure (kind, name) values ($1, $2) returning id',
      [kind, `${kind} de démonstration`],
    );
    const structureId = rows[0]!.id;
    const as = 'unscheduled-care-operator';
    const callId = await callPractice(platform, as, { structureId, purpose });
    const asked = { ...CONSULTATION, ...decidedInCase(NOW), recipient: { structureId, callId } };
    const { status, body } = await orient(platform, as, asked);
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(
      [body.category, body.recipient.id, body.state],
      [category, structureId, 'done'],
    );
    assert.equal(body.appointmentId, null);
    assert.deepEqual(codeOf(await orient(platform, as, asked)), [422, 'call-not-accepted']);
  });
}

test('a practice receives nobody as a structure without slots', async () => {
  const { body } = await platform.call('GET', '/v1/structures?kind=practice', { as: 'regulator' });
  const structureId = body.items[0].id as string;
  const callId = await callPractice(platform, 'regulator', { structureId, purpose: 'structure' });
  const recipient = { structureId, callId };
  const refused = await orient(platform, 'regulator', { ...CONSULTATION, ...OWN, recipient });
  assert.deepEqual(codeOf(refused), [422, 'unknown-structure']);
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
