/** Acceptance 9: a hold keeps a slot for one caller, for a time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isConflict, isSlotTaken, isValidation, type Slot } from '@sas-kit/client';
import { failure } from './failure.ts';
import { type Scene, startScene } from './platform.ts';

const MINUTE = 60;
/** How long a hold lasts. */
const LIFE = 5 * MINUTE;
const contact = { name: 'Personne Fictive', phone: '06 39 98 00 01' };

/** Whether web visitors see it. */
const isPublic = ({ visibility }: Slot) => visibility.includes('PUBLIC');

/** A visitor who holds a free slot, and what the platform's other callers see of it. */
async function held(scene: Scene) {
  const { client } = scene.client(null);
  const [slot, other] = (await scene.freeSlots()).filter(isPublic);
  const slotId = slot!.id;
  const hold = await client.holds.create({ slotId });
  const isFree = async () => (await scene.freeSlots()).some(({ id }) => id === slotId);
  return { client, slotId, otherId: other!.id, hold, isFree };
}

test('a hold', async (t) => {
  const scene = await startScene(t);

  await t.test('keeps its slot out of every search and from others', async () => {
    const { slotId, isFree } = await held(scene);
    assert.equal(await isFree(), false);
    const other = scene.client('regulator').client;
    assert.ok(isSlotTaken(await failure(other.appointments.book({ slotId }))));
    assert.ok(isSlotTaken(await failure(scene.client(null).client.holds.create({ slotId }))));
  });

  await t.test('expires by itself after five minutes, and then confirms nothing', async () => {
    const { client, slotId, hold, isFree } = await held(scene);
    await scene.pass(LIFE - 2 * MINUTE);
    assert.equal(await isFree(), false);
    await scene.pass(2 * MINUTE + 1);
    assert.equal(await isFree(), true);
    const late = await failure(client.appointments.book({ slotId, holdId: hold.id, contact }));
    assert.ok(isConflict(late));
    assert.equal(late.code, 'hold-expired');
    assert.equal(await isFree(), true);
  });

  await t.test('is extended three times, five minutes from then on', async () => {
    const { client, hold, isFree } = await held(scene);
    let expiresAt = Date.parse(hold.expiresAt);
    for (let extension = 1; extension <= 3; extension += 1) {
      await scene.pass(LIFE - 2 * MINUTE);
      const longer = await client.holds.extend(hold.id);
      assert.ok(Date.parse(longer.expiresAt) >= expiresAt + (LIFE - 2 * MINUTE) * 1000);
      expiresAt = Date.parse(longer.expiresAt);
      assert.equal(await isFree(), false);
    }
    const fourth = await failure(client.holds.extend(hold.id));
    assert.ok(isValidation(fourth));
    assert.equal(fourth.code, 'extensions-exhausted');
    await scene.pass(LIFE + 1);
    assert.equal(await isFree(), true);
  });

  await t.test('that has expired is taken again while nobody has the slot, not after', async () => {
    const { client, hold, slotId, isFree } = await held(scene);
    await scene.pass(LIFE + 1);
    await client.holds.extend(hold.id);
    assert.equal(await isFree(), false);
    await scene.pass(LIFE + 1);
    await scene.client('regulator').client.appointments.book({ slotId });
    assert.ok(isSlotTaken(await failure(client.holds.extend(hold.id))));
  });

  await t.test('is released, twice as well as once', async () => {
    const { client, hold, slotId, isFree } = await held(scene);
    await client.holds.release(hold.id);
    assert.equal(await isFree(), true);
    await client.holds.release(hold.id);
    assert.notEqual((await client.holds.create({ slotId })).id, hold.id);
  });

  await t.test('becomes an appointment of its slot alone, once', async () => {
    const { client, hold, slotId, otherId, isFree } = await held(scene);
    const holdId = hold.id;
    const elsewhere = client.appointments.book({ slotId: otherId, holdId, contact });
    assert.equal((await failure(elsewhere)).code, 'hold-mismatch');

    const appointment = await client.appointments.book({ slotId, holdId, contact });

    assert.equal(appointment.status, 'booked');
    assert.equal(await isFree(), false);
    await client.holds.release(holdId);
    await scene.pass(LIFE + 1);
    assert.equal(await isFree(), false, 'what is booked does not come back with its hold');
    const { manageToken } = appointment;
    assert.equal((await client.appointments.get(appointment.id, { manageToken })).status, 'booked');
  });
});
