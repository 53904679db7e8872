/** Every test of the official kit has a check that asks the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHECKS } from './index.ts';

const range = (group: string, last: number, first = 1): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => {
    return `${group}.${String(index + first).padStart(2, '0')}`;
  });

const OFFICIAL = [
  ...range('1.1', 5),
  '1.2',
  ...range('2', 6),
  ...range('3', 1),
  ...range('4.1', 1),
  ...range('4.2', 2),
  ...range('4.3', 13),
  ...range('4.4', 8),
  ...range('4.5', 4),
  ...range('4.6', 6),
  ...range('4.7', 3),
  ...range('4.8.1', 7),
  ...range('4.8.2', 7),
  ...range('4.9', 3),
  ...range('5', 16),
  ...range('6.1', 3),
  ...range('6.2', 1),
];

test('all official tests are asked', () => {
  const asked = new Set(CHECKS.flatMap(({ kit }) => kit ?? []));
  assert.deepEqual(
    OFFICIAL.filter((number) => !asked.has(number)),
    [],
  );
});

test('a number that a check gives is one of the kit', () => {
  const known = new Set(OFFICIAL);
  const given = CHECKS.flatMap(({ kit }) => kit ?? []);
  assert.deepEqual(
    given.filter((number) => !known.has(number)),
    [],
  );
});
