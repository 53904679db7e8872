import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { codeOf, type Desk, NOW, startDesk } from '../testing/desk.ts';
import {
  CASE,
  CONSULTATION,
  decidedInCase,
  HAVRE,
  orient,
  OWN,
} from '../testing/regulation-fixtures.ts';

let platform: Desk['platform'];
let freeSlot: Desk['freeSlot'];
before(async () => {
  ({ platform, freeSlot } = await startDesk());
});
after(() => platform.close());

const bookAs = async (as: string) => {
  const body = { slotId: await freeSlot() };
  const booked = await platform.call('POST', '/v1/appointments', { as, body });
  assert.equal(booked.status, 201);
  return booked.body.id as string;
};

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
