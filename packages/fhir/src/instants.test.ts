import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  formatInstant,
  fromWallClock,
  inZone,
  isTimeZone,
  offsetAt,
  parseInstant,
} from './instants.ts';
import { timeZoneOf } from './time-zones.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

test('an agenda time is sent in the time of its place, with milliseconds and numeric offset', () => {
  const cases: [string, string, string | null][] = [
    ['2026-11-23T09:20:00.000+01:00', 'Europe/Paris', '2026-11-23T09:20:00.000+01:00'],
    ['2026-11-23T08:20:00Z', 'Europe/Paris', '2026-11-23T09:20:00.000+01:00'],
    ['2026-07-14T09:20:00+02:00', 'Europe/Paris', '2026-07-14T09:20:00.000+02:00'],
    // The official examples of appointments carry this wrong summer offset; the instant is kept.
    ['2022-09-04T14:00:00+01:00', 'Europe/Paris', '2022-09-04T15:00:00.000+02:00'],
    ['2026-11-23T09:20', 'Europe/Paris', '2026-11-23T09:20:00.000+01:00'],
    ['2026-07-14T09:20', 'Europe/Paris', '2026-07-14T09:20:00.000+02:00'],
    ['2026-11-23T09:20', 'Indian/Reunion', '2026-11-23T09:20:00.000+04:00'],
    ['2026-11-23T09:20', 'America/Miquelon', '2026-11-23T09:20:00.000-03:00'],
    ['2026-07-14T09:20', 'America/Miquelon', '2026-07-14T09:20:00.000-02:00'],
    ['2026-11-23T09:20', 'Pacific/Marquesas', '2026-11-23T09:20:00.000-09:30'],
    ['2026-11-23 09:20:00.5+0100', 'Europe/Paris', '2026-11-23T09:20:00.500+01:00'],
    // Clocks go forward on 29 March 2026 and back on 25 October.
    ['2026-03-29T01:59', 'Europe/Paris', '2026-03-29T01:59:00.000+01:00'],
    ['2026-03-29T02:30', 'Europe/Paris', '2026-03-29T03:30:00.000+02:00'],
    ['2026-03-29T03:00', 'Europe/Paris', '2026-03-29T03:00:00.000+02:00'],
    ['2026-10-25T02:30', 'Europe/Paris', '2026-10-25T02:30:00.000+02:00'],
    ['2026-10-25T02:30:00.000+01:00', 'Europe/Paris', '2026-10-25T02:30:00.000+01:00'],
    ['2026-10-25T03:00', 'Europe/Paris', '2026-10-25T03:00:00.000+01:00'],
    ['2027-03-28T02:30', 'Europe/Paris', '2027-03-28T03:30:00.000+02:00'],
    ['2026-11-23', 'Europe/Paris', null],
    ['2026-02-30T09:20', 'Europe/Paris', null],
    ['2026-11-23T25:00', 'Europe/Paris', null],
    ['2026-11-23T09:20:00+25:00', 'Europe/Paris', null],
    ['demain', 'Europe/Paris', null],
    ['', 'Europe/Paris', null],
  ];
  for (const [typed, zone, expected] of cases) {
    assert.equal(inZone(typed, zone)?.text ?? null, expected, `${typed} ${zone}`);
  }
});

test('what was sent, read again, is the same instant', () => {
  const zones = ['Europe/Paris', 'America/Miquelon', 'Pacific/Marquesas', 'Indian/Reunion'];
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) }),
      fc.constantFrom(...zones),
      (epochMs, zone) => {
        const text = formatInstant(epochMs, zone);
        assert.equal(parseInstant(text)?.epochMs, epochMs);
        assert.equal(parseInstant(text)?.offset, offsetAt(zone, epochMs));
        assert.equal(inZone(text, zone)?.text, text);
        const wallMs = parseInstant(text)!.wallMs;
        assert.equal(
          formatInstant(fromWallClock(wallMs, zone), zone).slice(0, 23),
          text.slice(0, 23),
        );
      },
    ),
  );
});

test('the quick way agrees with the slow one', () => {
  const digit = fc.integer({ min: 0, max: 9 }).map(String);
  const two = fc.tuple(digit, digit).map((pair) => pair.join(''));
  const dateTime = fc
    .tuple(fc.constantFrom('2024', '2026', '2100', '1969'), two, two, two, two, two, digit)
    .map(([year, month, day, hour, minute, second, last]) => {
      return `${year}-${month}-${day}T${hour}:${minute}:${second}.00${last}`;
    });
  const anyMonth = fc.tuple(dateTime, fc.constantFrom('Z', '+02:00', '-09:30', '+15:00', '+0100'));
  fc.assert(
    fc.property(anyMonth, ([wall, offset]) => {
      const text = wall + offset;
      const slow = parseInstant(text);
      assert.equal(inZone(text, 'Europe/Paris')?.epochMs ?? null, slow?.epochMs ?? null, text);
    }),
    { numRuns: 5000 },
  );
  for (const day of ['2024-02-29', '2026-02-29', '2100-02-29', '2000-02-29', '2026-04-31']) {
    const text = `${day}T10:00:00.000+01:00`;
    assert.equal(inZone(text, 'Europe/Paris') === null, parseInstant(text) === null, text);
  }
});

test('a postal code tells the time', () => {
  const zones: [string | undefined, string][] = [
    ['76600', 'Europe/Paris'],
    ['97133', 'America/St_Barthelemy'],
    ['97150', 'America/Marigot'],
    ['97110', 'America/Guadeloupe'],
    ['97400', 'Indian/Reunion'],
    ['97500', 'America/Miquelon'],
    ['97600', 'Indian/Mayotte'],
    ['98742', 'Pacific/Marquesas'],
    ['98755', 'Pacific/Gambier'],
    ['98714', 'Pacific/Tahiti'],
    ['98800', 'Pacific/Noumea'],
    ['95000', 'Europe/Paris'],
    ['', 'Europe/Paris'],
    [undefined, 'Europe/Paris'],
  ];
  for (const [code, zone] of zones) {
    assert.equal(timeZoneOf(code), zone, code);
    assert.ok(isTimeZone(zone));
  }
  assert.ok(!isTimeZone('Europe/Le_Havre'));
});
