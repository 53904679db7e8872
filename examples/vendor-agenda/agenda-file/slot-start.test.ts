import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startOf, StartError, zoneOf } from './slot-start.ts';

const LOADED = new Date('2026-11-23T07:12:34.567Z');

const STARTS: readonly (readonly [object, string, string])[] = [
  [{ startsIn: 'PT3H' }, 'Europe/Paris', '2026-11-23T10:15:00.000Z'],
  [{ startsIn: 'PT2M25.433S' }, 'Europe/Paris', '2026-11-23T07:15:00.000Z'],
  [{ startsIn: 'PT2M25.434S' }, 'Europe/Paris', '2026-11-23T07:20:00.000Z'],
  [{ startsIn: 'PT0S' }, 'Europe/Paris', '2026-11-23T07:15:00.000Z'],
  [{ startsIn: '-PT1H' }, 'Europe/Paris', '2026-11-23T06:15:00.000Z'],
  [{ startsIn: 'P1DT2H' }, 'Europe/Paris', '2026-11-24T09:15:00.000Z'],
  [{ start: '2026-11-23T09:20' }, 'Europe/Paris', '2026-11-23T08:20:00.000Z'],
  [{ start: '2026-07-01T09:20' }, 'Europe/Paris', '2026-07-01T07:20:00.000Z'],
  [{ start: '2026-11-23T09:20:30' }, 'Indian/Reunion', '2026-11-23T05:20:30.000Z'],
  [{ start: '2026-11-23T09:20:00+02:00' }, 'Europe/Paris', '2026-11-23T07:20:00.000Z'],
  [{ start: '2026-11-23T09:20', startsIn: '' }, 'Europe/Paris', '2026-11-23T08:20:00.000Z'],
];

for (const [slot, zone, wanted] of STARTS) {
  test(`${JSON.stringify(slot)} in ${zone} is ${wanted}`, () => {
    assert.equal(new Date(startOf(slot, zone, LOADED)).toISOString(), wanted);
  });
}

test('a moment on the five minutes stays', () => {
  const loaded = new Date('2026-11-23T07:10:00.000Z');
  assert.equal(
    startOf({ startsIn: 'PT3H' }, 'Europe/Paris', loaded),
    loaded.getTime() + 3 * 3_600_000,
  );
});

const WRONG: readonly (readonly [object, RegExp])[] = [
  [{}, /either startsIn or start/],
  [{ startsIn: 'PT3H', start: '2026-11-23T09:20' }, /either startsIn or start/],
  [{ startsIn: '3 hours' }, /startsIn is no ISO 8601 duration: 3 hours/],
  [{ startsIn: 'P999999999Y' }, /startsIn is no ISO 8601 duration/],
  [{ start: 'tomorrow' }, /start is no date-time: tomorrow/],
  [{ start: '2026-02-30T09:20' }, /start is no date-time/],
  [{ start: '2026-11-23' }, /start is no date-time/],
];

for (const [slot, message] of WRONG) {
  test(`${JSON.stringify(slot)} is refused`, () => {
    const read = () => startOf(slot, 'Europe/Paris', LOADED);
    assert.throws(
      read,
      (error: Error) => error instanceof StartError && message.test(error.message),
    );
  });
}

test('a zone is that of the place, else that of its postal code', () => {
  assert.equal(zoneOf({ timeZone: 'America/Cayenne', postalCode: '76600' }), 'America/Cayenne');
  assert.equal(zoneOf({ timeZone: 'Mars/Olympus', postalCode: '97400' }), 'Indian/Reunion');
  assert.equal(zoneOf({ postalCode: '76 600' }), 'Europe/Paris');
  assert.equal(zoneOf(undefined), 'Europe/Paris');
});
