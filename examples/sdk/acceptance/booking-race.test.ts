/** Acceptance 2: two hundred callers, one slot, one appointment. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSlotTaken, responseInfo } from '@sas-kit/client';
import { startScene } from './platform.ts';

const CALLERS = 200;

test('200 parallel bookings of one slot: one 201, the others slot-taken with what is free next', async (t) => {
  const scene = await startScene(t);
  const before = await scene.freeSlots();
  const [slot] = before;
  const bookings = await Promise.allSettled(
    Array.from({ length: CALLERS }, () =>
      scene.client('regulator').client.appointments.book({ slotId: slot!.id }),
    ),
  );

  const booked = bookings.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  assert.equal(booked.length, 1);
  assert.equal(responseInfo(booked[0]!)?.status, 201);
  const refused = bookings.flatMap((each) =>
    each.status === 'rejected' ? [each.reason as unknown] : [],
  );
  const free = new Set(before.map(({ id }) => id));
  free.delete(slot!.id);
  assert.equal(refused.length, CALLERS - 1);
  for (const error of refused) {
    assert.ok(isSlotTaken(error), String(error));
    assert.equal(error.status, 409);
    assert.ok(error.alternatives.length > 0);
    for (const { id } of error.alternatives) assert.ok(free.has(id));
  }
  const { client } = scene.client('regulator');
  assert.deepEqual(
    (await client.appointments.list()).items.map(({ id }) => id),
    [booked[0]!.id],
  );
});
