/** Acceptance 9: a hold keeps a slot for one caller, for a time. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { isConflict, isSlotTaken, isValidation, type Slot } from '@sas-kit/client';
import { failure } from './failure.ts';
import { startScene } from './platform.ts';

const FIVE_MINUTES = 300;
const contact = { name: 'Personne Fictive', phone: '06 39 98 00 01' };

/** Whether web visitors see it. */
const isPublic = ({ visibility }: Slot) => visibility.includes('PUBLIC');

/** A visitor who holds a free slot, and what the platform's other callers see of it. */
async function held(t: TestContext) {
  const scene = await startScene(t);
  const { client } = scene.client(null);
  const [slot, other] = (await scene.freeSlots()).filter(isPublic);
  const slotId = slot!.id;
  const hold = await client.holds.create({ slotId });
  const isFree = async () => (await scene.freeSlots()).some(({ id }) => id === slotId);
  return { scene, client, slotId, otherId: other!.id, hold, isFree };
}

test('a held slot is absent from every search and refused to others', async (t) => {
  const { scene, slotId, isFree } = await held(t);
  assert.equal(await isFree(), false);
  const other = scene.client('regulator').client;
  assert.ok(isSlotTaken(await failure(other.appointments.book({ slotId }))));
  assert.ok(isSlotTaken(await failure(scene.client(null).client.holds.create({ slotId }))));
});

test('it expires by itself after five minutes, and then confirms nothing', async (t) => {
  const { scene, client, slotId, hold, isFree } = await held(t);
  await scene.pass(FIVE_MINUTES - 10);
  assert.equal(await isFree(), false);
  await scene.pass(11);
  assert.equal(await isFree(), true);
  const late = await failure(client.appointments.book({ slotId, holdId: hold.id, contact }));
  assert.ok(isConflict(late));
  assert.equal(late.code, 'hold-expired');
  assert.equal(await isFree(), true);
});

test('it is extended three times, five minutes each', async (t) => {
  const { scene, client, hold, isFree } = await held(t);
  let expiresAt = Date.parse(hold.expiresAt);
  for (let extension = 1; extension <= 3; extension += 1) {
    await scene.pass(FIVE_MINUTES - 30);
    const longer = await client.holds.extend(hold.id);
    assert.ok(Date.parse(longer.expiresAt) > expiresAt);
    expiresAt = Date.parse(longer.expiresAt);
    assert.equal(await isFree(), false);
  }
  const fourth = await failure(client.holds.extend(hold.id));
  assert.ok(isValidation(fourth));
  assert.equal(fourth.code, 'extensions-exhausted');
  await scene.pass(FIVE_MINUTES + 1);
  assert.equal(await isFree(), true);
});

test('what has expired is taken again while nobody has the slot, and not after', async (t) => {
  const { scene, client, hold, slotId, isFree } = await held(t);
  await scene.pass(FIVE_MINUTES + 1);
  await client.holds.extend(hold.id);
  assert.equal(await isFree(), false);
  await scene.pass(FIVE_MINUTES + 1);
  await scene.client('regulator').client.appointments.book({ slotId });
  assert.ok(isSlotTaken(await failure(client.holds.extend(hold.id))));
});

test('it is released, twice as well as once', async (t) => {
  const { client, hold, slotId, isFree } = await held(t);
  await client.holds.release(hold.id);
  assert.equal(await isFree(), true);
  await client.holds.release(hold.id);
  assert.notEqual((await client.holds.create({ slotId })).id, hold.id);
});

test('it becomes an appointment of that slot alone, once', async (t) => {
  const { scene, client, hold, slotId, otherId, isFree } = await held(t);
  const elsewhere = client.appointments.book({ slotId: otherId, holdId: hold.id, contact });
  assert.equal((await failure(elsewhere)).code, 'hold-mismatch');

  const appointment = await client.appointments.book({ slotId, holdId: hold.id, contact });

  assert.equal(appointment.status, 'booked');
  assert.equal(await isFree(), false);
  await client.holds.release(hold.id);
  await scene.pass(FIVE_MINUTES + 1);
  assert.equal(await isFree(), false, 'what is booked does not come back with its hold');
  const { manageToken } = appointment;
  assert.equal((await client.appointments.get(appointment.id, { manageToken })).status, 'booked');
});
