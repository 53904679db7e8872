/** Acceptance 1: whatever happens on the way, a call that books makes one appointment. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eachItem, isConnection, responseInfo } from '@sas-kit/client';
import { failure } from './failure.ts';
import type { Fault } from './fault-proxy.ts';
import { cutBody, loseAnswer, unavailable } from './faults.ts';
import { type Scene, startScene } from './platform.ts';

const BOOK = '/v1/appointments';

/** The appointments that the platform keeps, asked without the proxy's faults. */
async function appointments({ client }: Scene): Promise<string[]> {
  const regulator = client('regulator').client;
  const found: string[] = [];
  for await (const { id } of eachItem((query) => regulator.appointments.list(query), {}))
    found.push(id);
  return found;
}

/** Idempotency keys of the bookings that reached the proxy. */
function keysOf({ proxy }: Scene): string[] {
  return proxy.received
    .filter(({ method, path }) => method === 'POST' && path === BOOK)
    .map(({ headers }) => String(headers['idempotency-key']));
}

const LOSSES: Record<string, readonly Fault[]> = {
  'two 503 before the platform is reached': [unavailable, unavailable],
  'the answer lost after the platform has booked': [loseAnswer],
  'the answer cut in its middle after the platform has booked': [cutBody],
  'a 503, then the answer lost': [unavailable, loseAnswer],
};

for (const [name, faults] of Object.entries(LOSSES)) {
  test(`${name}: one key, one appointment, and the call answers it`, async (t) => {
    const scene = await startScene(t);
    const [slot] = await scene.freeSlots();
    scene.proxy.fault(BOOK, ...faults);
    const { client, waits } = scene.client('regulator');

    const appointment = await client.appointments.book({ slotId: slot!.id });

    const keys = keysOf(scene);
    assert.equal(keys.length, faults.length + 1);
    assert.equal(new Set(keys).size, 1);
    assert.equal(waits.length, faults.length);
    const { attempts, idempotencyKey } = responseInfo(appointment)!;
    assert.deepEqual(
      { attempts, idempotencyKey },
      { attempts: keys.length, idempotencyKey: keys[0] },
    );
    assert.deepEqual(await appointments(scene), [appointment.id]);
    assert.ok(!(await scene.freeSlots()).some(({ id }) => id === slot!.id));
  });
}

test('every attempt fails: the error carries the key, and calling again with it books once', async (t) => {
  const scene = await startScene(t);
  const [slot] = await scene.freeSlots();
  const body = { slotId: slot!.id };
  const { client } = scene.client('regulator');
  scene.proxy.fault(BOOK, loseAnswer, loseAnswer, loseAnswer);

  const error = await failure(client.appointments.book(body));

  assert.ok(isConnection(error) && error.retryable);
  assert.equal(error.attempts, 3);
  const { idempotencyKey } = error;
  const appointment = await client.appointments.book(body, { idempotencyKey: idempotencyKey! });
  assert.deepEqual(keysOf(scene), Array(4).fill(idempotencyKey));
  assert.deepEqual(await appointments(scene), [appointment.id]);
});

test('a platform that stays away is told as it is, after three attempts', async (t) => {
  const scene = await startScene(t);
  const [slot] = await scene.freeSlots();
  scene.proxy.always(BOOK, unavailable);
  const { client } = scene.client('regulator');

  const error = await failure(client.appointments.book({ slotId: slot!.id }));

  assert.equal(error.status, 503);
  assert.ok(error.retryable);
  assert.equal(keysOf(scene).length, 3);
  assert.ok((await scene.freeSlots()).some(({ id }) => id === slot!.id));
});

test('two bookings are two keys', async (t) => {
  const scene = await startScene(t);
  const [one, other] = await scene.freeSlots();
  const { client } = scene.client('regulator');
  await client.appointments.book({ slotId: one!.id });
  await client.appointments.book({ slotId: other!.id });
  assert.equal(new Set(keysOf(scene)).size, 2);
});
