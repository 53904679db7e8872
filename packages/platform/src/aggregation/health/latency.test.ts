import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countLatency, noLatencies, percentileMs } from './latency.ts';

function latenciesOf(...times: number[]): number[] {
  const counts = noLatencies();
  for (const ms of times) countLatency(counts, ms);
  return counts;
}

test('without answers there is no percentile', () => {
  assert.equal(percentileMs(noLatencies(), 0.5), null);
});

for (const ms of [0, 1, 10, 11, 400, 2_500, 7_000, 30_000]) {
  test(`answers of ${ms} ms are told within a seventh`, () => {
    const told = percentileMs(latenciesOf(ms, ms, ms), 0.5)!;
    assert.ok(told >= ms && told <= Math.max(10, (ms * 8) / 7 + 1), String(told));
  });
}

test('the share counts, and what is slower than every step is in the last one', () => {
  const times = [...Array.from({ length: 94 }, () => 100), ...Array.from({ length: 6 }, () => 9e9)];
  const counts = latenciesOf(...times);
  assert.ok(percentileMs(counts, 0.5)! < 120);
  assert.ok(percentileMs(counts, 0.95)! > 30_000);
});
