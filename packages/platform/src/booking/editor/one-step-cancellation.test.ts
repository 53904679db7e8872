import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneStepDesk } from '../../testing/one-step-desk.ts';
import { until } from '../../testing/until.ts';

const desk = oneStepDesk();
const { alarms, cancel, move, read, repeat, slots, standing, take, tell, waiting } = desk;

test('what was booked in one step is cancelled in the vendor’s agenda, once', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  const { status, body } = await cancel(id);
  assert.deepEqual([status, body.status, body.cancellation], [200, 'cancelled', undefined]);
  assert.deepEqual(desk.agenda.cancellations, [`urn:uuid:${id}`]);
  assert.equal(desk.agenda.booked.size, 0);
  assert.equal((await cancel(id)).body.status, 'cancelled');
  await repeat();
  await until(async () => (await waiting()) === 0);
  assert.equal(desk.agenda.cancellations.length, 1);
  assert.equal((await slots()).length, 3, 'its vendor offers it again');
});

test('the vendor is down when it is cancelled, then up: asked for, overdue, cancelled', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  desk.vendor.mood = 'down';
  const { status, body } = await cancel(id);
  assert.deepEqual([status, body.status, body.cancellation], [200, 'booked', 'asked']);
  await desk.platform.setClock('2026-11-23T08:10:01+01:00');
  assert.deepEqual(await standing(id), ['booked', 'overdue']);
  assert.equal(desk.agenda.booked.size, 1, 'it still stands there');
  desk.vendor.release();
  await repeat();
  await until(async () => (await read(id)).status === 'cancelled');
  assert.deepEqual(await standing(id), ['cancelled', undefined]);
  assert.deepEqual(await alarms(), [0, 0, 1]);
  assert.equal(desk.agenda.booked.size, 0);
});

test('a vendor that is down for long is asked every ten minutes, until it begins', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  desk.vendor.mood = 'down';
  await cancel(id);
  const row = async () => {
    const rows = await desk.platform.database.query<{
      state: string;
      wait: number;
      failed: boolean;
    }>(
      `select state, extract(epoch from due_at - sas_now())::float8 as wait,
         attempts > 100 and leased_until is null as failed
       from outbox where kind = 'editor-cancellation'`,
    );
    return rows[0]!;
  };
  await desk.platform.database.query('update outbox set attempts = 100');
  await repeat();
  await until(async () => (await row()).failed);
  const { state, wait } = await row();
  assert.equal(state, 'waiting');
  assert.ok(wait > 60 && wait <= 720, `${wait} s`);
  await desk.platform.setClock('2026-11-23T10:00:01+01:00');
  await repeat();
  await until(async () => (await row()).state === 'dead');
});

test('an answer that was lost is asked for again: who cancels again is answered', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  desk.agenda.afterwards = () => desk.vendor.drop();
  assert.equal((await cancel(id)).body.cancellation, 'asked');
  desk.agenda.afterwards = () => undefined;
  const { body } = await cancel(id);
  assert.deepEqual([body.status, body.cancellation], ['cancelled', undefined]);
});

test('a vendor that does not cancel it says so: it stands, and the practice is to be called', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  desk.agenda.cancels = false;
  const { status, body } = await cancel(id);
  assert.deepEqual([status, body.code], [409, 'invalid-transition']);
  assert.deepEqual(await standing(id), ['booked', 'refused']);
  await tell(`urn:uuid:${id}`, 'cancelled', '2026-11-23T08:01:00+01:00');
  assert.deepEqual(await standing(id), ['cancelled', undefined], 'the practice did');
});

test('a cancellation asked of a vendor that was down and does not cancel ends as refused', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  desk.vendor.mood = 'down';
  await cancel(id);
  desk.agenda.cancels = false;
  desk.vendor.release();
  await repeat();
  await until(async () => (await read(id)).cancellation === 'refused');
  assert.equal((await read(id)).status, 'booked');
  assert.deepEqual(await alarms(), [1, 1, 0]);
  await desk.platform.setClock('2026-11-23T10:00:01+01:00');
  assert.deepEqual(await alarms(), [0, 0, 1], 'it has begun');
});

test('only who may change it cancels and moves it, and not once it has begun', async () => {
  const [slot, later] = await slots();
  const { id } = await take(slot!.id);
  for (const as of ['delegate', 'authority', 'editor']) {
    assert.ok([403, 404].includes((await cancel(id, as)).status), as);
    assert.ok([403, 404].includes((await move(id, { slotId: later!.id }, as)).status), as);
  }
  assert.equal((await cancel(id, 'public')).body.code, 'manage-token-required');
  await desk.platform.setClock('2026-11-23T10:00:01+01:00');
  assert.equal((await cancel(id)).body.code, 'invalid-transition');
  assert.equal((await move(id, { slotId: later!.id })).body.code, 'invalid-transition');
  assert.deepEqual(desk.agenda.cancellations, []);
});
