import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import { codeOf, type Desk, NOW, startDesk } from '../testing/desk.ts';
import {
  callPractice,
  CONSULTATION,
  decidedInCase,
  orient,
  OWN,
} from '../testing/regulation-fixtures.ts';

let platform: Desk['platform'];
let agenda: Desk['agenda'];
before(async () => {
  ({ platform, agenda } = await startDesk());
});
after(() => platform.close());

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
