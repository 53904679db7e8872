import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ELEVEN, oneStepDesk } from '../../testing/one-step-desk.ts';
import { WHO } from '../../testing/one-step-vendor.ts';
import { until } from '../../testing/until.ts';

const desk = oneStepDesk();
const { cancel, move, read, repeat, slots, standing, take, tell, waiting } = desk;

test('moving books the new one first, then cancels the former', async () => {
  const [slot, later] = await slots();
  const former = await take(slot!.id);
  const held = await desk.platform.call('POST', '/v1/holds', {
    ...{ as: 'regulator', body: { slotId: later!.id } },
  });
  const { status, body } = await move(former.id, { slotId: later!.id, holdId: held.body.id });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([body.status, body.replaces, body.slot.id], ['booked', former.id, later!.id]);
  assert.notEqual(body.reference, former.reference);
  assert.deepEqual(await standing(former.id), ['cancelled', undefined]);
  assert.deepEqual([...desk.agenda.booked.keys()], [`urn:uuid:${body.id}`]);
  assert.equal((await move(body.id, { slotId: later!.id })).body.id, body.id, 'there it is');
});

test('nobody but a doctor moves one past the delay of its orientation', async () => {
  const [slot, , latest] = await slots();
  const { id } = await take(slot!.id);
  const decided = { outcome: 'unscheduled-consultation', decision: { kind: 'own' } };
  const body = { ...decided, insee: '76351', withinHours: 3, appointmentId: id };
  const made = await desk.platform.call('POST', '/v1/orientations', { as: 'regulator', body });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const late = await move(id, { slotId: latest!.id }, 'unscheduled-care-operator');
  assert.deepEqual([late.status, late.body.code], [403, 'medical-decision']);
  assert.deepEqual(await standing(id), ['booked', undefined]);
  const moved = await move(id, { slotId: latest!.id });
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
});

test('where the new slot is taken the former stays', async () => {
  const [slot, later] = await slots();
  const { id } = await take(slot!.id);
  desk.agenda.booked.set('somebody', `s-${WHO}-${Date.parse(ELEVEN)}`);
  const { status, body } = await move(id, { slotId: later!.id });
  assert.deepEqual([status, body.code], [409, 'slot-taken']);
  assert.equal(body.alternatives[0].start.slice(11, 16), '12:00');
  assert.deepEqual(await standing(id), ['booked', undefined]);
});

test('while the new one is pending the former stays, and goes once that is known', async () => {
  const [slot, later] = await slots();
  const { id } = await take(slot!.id);
  desk.agenda.afterwards = () => desk.vendor.drop();
  const { body } = await move(id, { slotId: later!.id });
  assert.equal(body.status, 'pending');
  assert.deepEqual(await standing(id), ['booked', undefined]);
  const again = await move(id, { slotId: (await slots())[0]!.id });
  assert.equal(again.body.code, 'invalid-transition', 'it is being moved');
  desk.agenda.afterwards = () => undefined;
  await repeat();
  await until(async () => (await read(body.id)).status === 'booked');
  await repeat();
  await until(async () => (await read(id)).status === 'cancelled');
  assert.equal(desk.agenda.booked.size, 1);
});

for (const how of ['told by its vendor', 'confirmed by a person'] as const) {
  test(`a new one that is ${how} takes the former’s place`, async () => {
    const [slot, later] = await slots();
    const { id } = await take(slot!.id);
    desk.agenda.afterwards = () => desk.vendor.drop();
    const { body } = await move(id, { slotId: later!.id });
    desk.agenda.afterwards = () => undefined;
    if (how === 'confirmed by a person') {
      await desk.platform.call('POST', `/v1/appointments/${body.id}/confirm`, { as: 'regulator' });
    } else
      await tell(`urn:uuid:${body.id}`, 'booked', '2026-11-23T08:00:30+01:00', { start: ELEVEN });
    assert.equal((await read(id)).cancellation, 'asked');
    await repeat();
    await until(async () => (await read(id)).status === 'cancelled');
  });
}

/** Moves to eleven at a vendor that books it and does not say so. */
async function moveUnanswered(id: string): Promise<string> {
  const later = (await slots()).find(({ start }) => start.slice(11, 16) === '11:00');
  desk.agenda.afterwards = () => desk.vendor.drop();
  const { body } = await move(id, { slotId: later!.id });
  desk.agenda.afterwards = () => undefined;
  assert.equal(body.status, 'pending');
  return body.id;
}

test('a move that is given up leaves the former, whatever its vendor says late of the new one', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  const latter = await moveUnanswered(id);
  desk.vendor.mood = 'down';
  const gaveUp = await cancel(latter);
  assert.deepEqual([gaveUp.body.status, gaveUp.body.cancellation], ['cancelled', 'asked']);
  await tell(`urn:uuid:${latter}`, 'booked', '2026-11-23T08:00:30+01:00', { start: ELEVEN });
  assert.deepEqual(await standing(latter), ['booked', 'asked']);
  desk.vendor.release();
  await repeat();
  await until(async () => (await read(latter)).status === 'cancelled');
  await tell(`urn:uuid:${latter}`, 'booked', '2026-11-23T08:00:40+01:00', { start: ELEVEN });
  await until(async () => (await waiting()) === 0);
  assert.deepEqual(await standing(id), ['booked', undefined]);
  assert.deepEqual([...desk.agenda.booked.keys()], [`urn:uuid:${id}`]);
});

test('a new one that its vendor tells of twice, pending first, takes the former’s place', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  const latter = await moveUnanswered(id);
  await tell(`urn:uuid:${latter}`, 'pending', '2026-11-23T08:00:30+01:00', { start: ELEVEN });
  assert.deepEqual(await standing(id), ['booked', undefined]);
  await tell(`urn:uuid:${latter}`, 'booked', '2026-11-23T08:00:40+01:00', { start: ELEVEN });
  await repeat();
  await until(async () => (await read(id)).status === 'cancelled');
  assert.deepEqual([...desk.agenda.booked.keys()], [`urn:uuid:${latter}`]);
});

test('of two who move one appointment at once one does', async () => {
  const [slot, later, last] = await slots();
  const { id } = await take(slot!.id);
  const answers = await Promise.all([
    move(id, { slotId: later!.id }),
    move(id, { slotId: last!.id }),
  ]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  assert.equal(desk.agenda.booked.size, 1);
});

test('nothing is moved where the former could not be cancelled, nor to a slot that is not booked so', async () => {
  const [slot, later] = await slots();
  const { id } = await take(slot!.id);
  await desk.platform.database.query(`update editor set endpoint = 'http://127.0.0.1:9/fhir'`);
  const unreachable = await move(id, { slotId: later!.id });
  assert.deepEqual([unreachable.status, unreachable.body.code], [409, 'invalid-transition']);
  await desk.platform.database.query('update editor set books_in_one_step = false');
  assert.equal((await move(id, { slotId: later!.id })).body.code, 'invalid-transition');
  assert.equal(desk.agenda.booked.size, 1);
});
