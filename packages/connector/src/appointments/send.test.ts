import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readRetryAfter } from './send.ts';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const HEADERS: [string | null, number | null][] = [
  ['120', 120],
  [' 0 ', 0],
  ['Sun, 22 Nov 2026 08:02:00 GMT', 120],
  ['Sun, 22 Nov 2026 07:00:00 GMT', 0],
  [null, null],
  ['', null],
  ['soon', null],
  ['-5', null],
];

suite('Retry-After', () => {
  for (const [header, seconds] of HEADERS) {
    test(`${String(header)} is ${String(seconds)}`, () => {
      assert.equal(readRetryAfter(header, NOW), seconds);
    });
  }
});
