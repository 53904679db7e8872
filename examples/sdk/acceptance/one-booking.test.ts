/** Acceptance 1: whatever happens on the way, a call that books makes one appointment. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isConnection, responseInfo } from '@sas-kit/client';
import { failure } from './failure.ts';
import type { Fault } from './fault-proxy.ts';
import { cutBody, loseAnswer, pass, unavailable } from './faults.ts';
import { type Scene, startScene } from './platform.ts';

const BOOK = '/v1/appointments';

const LOSSES: Record<string, readonly Fault[]> = {
  'two 503 before the platform is reached': [unavailable, unavailable],
  'the answer lost after the platform has booked': [loseAnswer],
  'the answer cut in its middle after the platform has booked': [cutBody],
  'a 503, then the answer lost': [unavailable, loseAnswer],
};

/** A slot that is free, and what becomes of it from now on. */
async function freeSlot({ proxy, client, freeSlots }: Scene) {
  const [slot] = await freeSlots();
  const slotId = slot!.id;
  const before = proxy.received.length;
  return {
    slotId,
    isFree: async () => (await freeSlots()).some(({ id }) => id === slotId),
    /** Its appointments that the platform keeps. */
    appointments: async () => {
      const { items } = await client('regulator').client.appointments.list({ limit: 100 });
      return items.filter(({ slot }) => slot.id === slotId).map(({ id }) => id);
    },
    /** Idempotency keys of the bookings that have reached the proxy. */
    keys: () =>
      proxy.received
        .slice(before)
        .filter(({ method, path }) => method === 'POST' && path === BOOK)
        .map(({ headers }) => headers['idempotency-key']),
  };
}

test('one appointment', async (t) => {
  const scene = await startScene(t);
  const { proxy } = scene;

  for (const [name, faults] of Object.entries(LOSSES)) {
    await t.test(`${name}: one key, and the call answers the appointment`, async () => {
      const { slotId, isFree, appointments, keys } = await freeSlot(scene);
      proxy.fault(BOOK, ...faults);
      const { client, waits } = scene.client('regulator');

      const appointment = await client.appointments.book({ slotId });

      assert.equal(keys().length, faults.length + 1);
      assert.equal(new Set(keys()).size, 1);
      assert.equal(waits.length, faults.length);
      const { attempts, idempotencyKey } = responseInfo(appointment)!;
      assert.deepEqual([attempts, idempotencyKey], [keys().length, keys()[0]]);
      assert.deepEqual(await appointments(), [appointment.id]);
      assert.equal(await isFree(), false);
    });
  }

  await t.test(
    'every answer is lost: calling again with the key of the error books once',
    async () => {
      const { slotId, appointments, keys } = await freeSlot(scene);
      const { client } = scene.client('regulator');
      proxy.fault(BOOK, loseAnswer, loseAnswer, loseAnswer);

      const error = await failure(client.appointments.book({ slotId }));

      assert.ok(isConnection(error) && error.retryable);
      assert.equal(error.attempts, 3);
      const idempotencyKey = error.idempotencyKey!;
      const appointment = await client.appointments.book({ slotId }, { idempotencyKey });
      assert.deepEqual(keys(), Array(4).fill(idempotencyKey));
      assert.deepEqual(await appointments(), [appointment.id]);
    },
  );

  await t.test('a platform that stays away is told as it is, after three attempts', async () => {
    const { slotId, isFree, keys } = await freeSlot(scene);
    proxy.always(BOOK, unavailable);
    const { client } = scene.client('regulator');
    const error = await failure(client.appointments.book({ slotId }));
    proxy.always(BOOK, pass);
    assert.equal(error.status, 503);
    assert.ok(error.retryable);
    assert.equal(keys().length, 3);
    assert.equal(await isFree(), true);
  });

  await t.test('two bookings are two keys', async () => {
    const { slotId, keys } = await freeSlot(scene);
    const { client } = scene.client('regulator');
    await client.appointments.book({ slotId });
    const [other] = await scene.freeSlots();
    await client.appointments.book({ slotId: other!.id });
    assert.equal(new Set(keys()).size, 2);
  });
});
