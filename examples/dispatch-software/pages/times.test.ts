import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockTime, momentOf, timeOf } from './times.ts';

test('times are written as in France, at the clock of Paris', () => {
  for (const [instant, written] of [
    ['2026-11-23T02:46:00Z', '3 h 46'],
    ['2026-11-23T09:00:00+01:00', '9 h'],
    ['2026-11-22T23:05:00Z', '0 h 05'],
    ['2026-07-14T12:30:00Z', '14 h 30'],
  ] as const) {
    assert.equal(clockTime(instant).replaceAll('\u00a0', ' '), written);
    assert.equal(clockTime(new Date(instant)), clockTime(instant));
  }
});

test('a machine reads the instant, a person the day and the time', () => {
  const read = (text: { toString(): string }) => String(text).replaceAll('\u00a0', ' ');
  assert.equal(
    read(timeOf('2026-11-23T03:46:00+01:00')),
    '<time datetime="2026-11-23T02:46:00.000Z">3 h 46</time>',
  );
  assert.equal(
    read(momentOf('2027-01-01T09:00:00+01:00')),
    '<time datetime="2027-01-01T08:00:00.000Z">vendredi 1er janvier à 9 h</time>',
  );
});
