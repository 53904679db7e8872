import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSasClient } from '@sas-kit/client';
import { createFakePlatform } from '@sas-kit/client/testing';
import { bookNext } from './book-next.ts';

test('whoever is slower books the next slot, once, over a line that breaks', async () => {
  const platform = createFakePlatform({ now: '2026-11-23T08:00:00+01:00' });
  const { url: baseUrl, fetch } = platform;
  const client = createSasClient({ baseUrl, token: platform.token('regulator'), fetch });
  platform.fail('bookAppointment', { kind: 'taken' });
  platform.fail('bookAppointment', { kind: 'answer-lost' });

  const { id, slot } = await bookNext(client, '76351');

  assert.ok(slot.start > '2026-11-23T08:00:00+01:00');
  assert.deepEqual(
    platform.state.appointments.map((each) => each.id),
    [id],
  );
  assert.equal(platform.requests.filter((each) => each.operation === 'bookAppointment').length, 3);
});
