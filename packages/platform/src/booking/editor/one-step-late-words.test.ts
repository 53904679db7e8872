import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneStepDesk } from '../../testing/one-step-desk.ts';
import { until } from '../../testing/until.ts';

/** Whom the vendor does not serve. */
const OTHER = '810999900026';

const desk = oneStepDesk();
const { cancel, read, repeat, slots, standing, take, tell, waiting } = desk;

test('who gives up before the vendor has answered has it cancelled there, too', async () => {
  const [slot] = await slots();
  desk.agenda.afterwards = () => desk.vendor.drop();
  const { id, status } = await take(slot!.id);
  assert.deepEqual([status, desk.agenda.booked.size], ['pending', 1]);
  desk.agenda.afterwards = () => undefined;
  assert.deepEqual((await cancel(id)).body.status, 'cancelled');
  assert.equal(desk.agenda.booked.size, 0);
  await repeat();
  await until(async () => (await waiting()) === 0);
  assert.deepEqual(await standing(id), ['cancelled', undefined]);
  assert.equal(desk.agenda.requests.length, 1, 'nothing is booked any more');
});

test('the vendor is slow to book what is given up meanwhile: booked, then cancelled there', async () => {
  const [slot] = await slots();
  desk.vendor.mood = 'held';
  const taken = desk.platform.call('POST', '/v1/appointments', {
    ...{ as: 'regulator', body: { slotId: slot!.id } },
  });
  await desk.vendor.opened(1);
  const { body } = await desk.platform.call('GET', '/v1/appointments', { as: 'regulator' });
  const { id } = body.items[0];
  const gaveUp = await cancel(id);
  assert.deepEqual([gaveUp.body.status, gaveUp.body.cancellation], ['cancelled', 'asked']);
  desk.vendor.release();
  assert.equal((await taken).body.cancellation, 'asked');
  await repeat();
  await until(async () => desk.agenda.booked.size === 0);
  await until(async () => (await read(id)).status === 'cancelled');
});

test('an older word of the vendor that comes late does not undo its cancellation', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  await cancel(id);
  for (const value of [`urn:uuid:${id}`, `urn:uuid:${id}`]) {
    await tell(value, 'booked', '2026-11-23T07:59:30+01:00');
    assert.deepEqual(await standing(id), ['cancelled', undefined]);
  }
});

test('nor does one without a date, sent again as an update', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  await cancel(id);
  for (const verb of ['POST', 'PUT', 'PUT'] as const) {
    const { status } = await tell(`urn:uuid:${id}`, 'booked', undefined, { verb });
    assert.ok(status < 300, `${status}`);
    assert.deepEqual(await standing(id), ['cancelled', undefined], verb);
  }
});

test('one that its vendor has told of is cancelled there as well', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  await tell(`urn:uuid:${id}`, 'booked', '2026-11-23T08:00:01+01:00');
  assert.equal((await cancel(id)).body.status, 'cancelled');
  assert.equal(desk.agenda.booked.size, 0);
});

test('one that names a practitioner of another vendor is refused, though it was asked for', async () => {
  const [slot] = await slots();
  desk.agenda.afterwards = () => desk.vendor.drop();
  const { id } = await take(slot!.id);
  const { status } = await tell(`urn:uuid:${id}`, 'booked', undefined, { practitioner: OTHER });
  assert.equal(status, 422);
  assert.deepEqual(await standing(id), ['pending', undefined]);
});
