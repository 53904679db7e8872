import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_ATTEMPTS, nextWaitSeconds } from './retry-plan.ts';

const DAY = 24 * 3_600;

/** Waits between all attempts, seconds. */
const waits = (random: number) =>
  Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => nextWaitSeconds(index + 1, random)!);

test('waits grow from seconds to half a day and end after about three days', () => {
  const all = waits(0.5);
  assert.deepEqual(all.slice(0, 6), [5, 15, 45, 135, 405, 1215]);
  assert.equal(all.at(-1), DAY / 2);
  const days = all.reduce((sum, wait) => sum + wait, 0) / DAY;
  assert.ok(days > 2.8 && days < 3.2, `${days} days`);
  assert.equal(nextWaitSeconds(MAX_ATTEMPTS, 0.5), null);
});

test('chance moves a wait by a fifth, never out of order of size', () => {
  const [shortest, longest] = [waits(0), waits(1)];
  for (const [index, wait] of waits(0.5).entries()) {
    assert.ok(Math.abs(shortest[index]! - wait * 0.8) < 1e-6);
    assert.ok(Math.abs(longest[index]! - wait * 1.2) < 1e-6);
  }
});

test('a kind with a longest wait goes on at that pace, as long as it wants', () => {
  const all = Array.from({ length: 2_000 }, (_, index) => nextWaitSeconds(index + 1, 0.5, 60));
  assert.deepEqual(all.slice(0, 4), [5, 15, 45, 60]);
  assert.deepEqual(new Set(all.slice(3)), new Set([60]));
});
