import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, localInstant, startsBetween, weekdayOf } from './calendar.ts';

test('a local time carries the offset of its day, clock changes included', () => {
  assert.equal(localInstant('2026-11-23', '09:00'), '2026-11-23T09:00:00+01:00');
  assert.equal(localInstant('2026-07-14', '09:00'), '2026-07-14T09:00:00+02:00');
  assert.equal(localInstant('2027-03-28', '04:00'), '2027-03-28T04:00:00+02:00');
  assert.equal(localInstant('2026-10-25', '04:00'), '2026-10-25T04:00:00+01:00');
});

test('the hours that a clock change may skip or repeat are refused', () => {
  assert.throws(() => localInstant('2027-03-28', '02:20'), RangeError);
});

test('days are stepped on the calendar', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2027-03-27', 2), '2027-03-29');
  assert.equal(weekdayOf('2026-11-22'), 'sun');
});

test('slots fill the hours and never run past their end', () => {
  assert.deepEqual(startsBetween('09:00', '10:00', 20), ['09:00', '09:20', '09:40']);
  assert.deepEqual(startsBetween('09:00', '10:00', 40), ['09:00']);
  assert.deepEqual(startsBetween('23:20', '24:00', 20), ['23:20', '23:40']);
});
