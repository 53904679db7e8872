import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isFrenchOffset } from './french-zones.ts';
import { epochOf, readInstant, toHubInstant } from './instants.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const HUB_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[-+]\d{2}:\d{2}$/;

describe('writing an instant', () => {
  const table: [utc: string, zone: string, expected: string][] = [
    // Paris, spring: 02:00 does not exist.
    ['2026-03-29T00:59:59Z', 'Europe/Paris', '2026-03-29T01:59:59+01:00'],
    ['2026-03-29T01:00:00Z', 'Europe/Paris', '2026-03-29T03:00:00+02:00'],
    // Paris, autumn: 02:30 exists twice.
    ['2026-10-25T00:30:00Z', 'Europe/Paris', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25T01:30:00Z', 'Europe/Paris', '2026-10-25T02:30:00+01:00'],
    ['2027-03-28T00:59:59Z', 'Europe/Paris', '2027-03-28T01:59:59+01:00'],
    ['2027-03-28T01:00:00Z', 'Europe/Paris', '2027-03-28T03:00:00+02:00'],
    ['2027-10-31T00:59:59Z', 'Europe/Paris', '2027-10-31T02:59:59+02:00'],
    ['2027-10-31T01:00:00Z', 'Europe/Paris', '2027-10-31T02:00:00+01:00'],
    // Saint-Pierre has summer time of its own, the other islands none.
    ['2026-03-08T04:59:59Z', 'America/Miquelon', '2026-03-08T01:59:59-03:00'],
    ['2026-03-08T05:00:00Z', 'America/Miquelon', '2026-03-08T03:00:00-02:00'],
    ['2026-11-01T04:00:00Z', 'America/Miquelon', '2026-11-01T01:00:00-03:00'],
    ['2026-07-01T12:00:00Z', 'America/Martinique', '2026-07-01T08:00:00-04:00'],
    ['2026-07-01T12:00:00Z', 'Indian/Reunion', '2026-07-01T16:00:00+04:00'],
    ['2026-07-01T12:00:00Z', 'Pacific/Marquesas', '2026-07-01T02:30:00-09:30'],
    ['2026-07-01T23:30:00Z', 'Pacific/Noumea', '2026-07-02T10:30:00+11:00'],
    ['2026-07-01T12:00:00Z', 'UTC', '2026-07-01T12:00:00+00:00'],
    ['2026-12-31T23:30:00.999Z', 'Europe/Paris', '2027-01-01T00:30:00+01:00'],
    ['2026-07-01T12:00:00.123+05:00', 'Europe/Paris', '2026-07-01T09:00:00+02:00'],
  ];
  for (const [utc, zone, expected] of table)
    it(`${utc} in ${zone} is ${expected}`, () => {
      assert.equal(toHubInstant(utc, zone), expected);
      assert.equal(toHubInstant(new Date(utc), zone), expected);
      // What every program has at hand, and the Hub refuses.
      assert.equal(toHubInstant(new Date(utc).toISOString(), zone), expected);
    });

  it('never ends in Z, never has a fraction, and stays the same instant to the second', () => {
    const zones = ['Europe/Paris', 'America/Miquelon', 'Pacific/Marquesas', 'UTC', 'Asia/Kolkata'];
    const dates = fc.date({
      min: new Date('1990-01-01T00:00:00Z'),
      max: new Date('2090-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, fc.constantFrom(...zones), (date, zone) => {
        const text = toHubInstant(date, zone);
        assert.match(text, HUB_PATTERN);
        assert.equal(Date.parse(text), Math.floor(date.getTime() / 1000) * 1000);
        assert.equal(toHubInstant(text, zone), text);
      }),
    );
  });

  const refused: [name: string, instant: Date | string, zone: string][] = [
    ['an invalid date', new Date(Number.NaN), 'Europe/Paris'],
    ['a text without offset', '2026-07-01T12:00:00', 'Europe/Paris'],
    ['30 February', '2026-02-30T12:00:00Z', 'Europe/Paris'],
    ['a year of five digits', new Date(8.64e15), 'Europe/Paris'],
    ['an unknown zone', '2026-07-01T12:00:00Z', 'Europe/Lutece'],
  ];
  for (const [name, instant, zone] of refused)
    it(`refuses ${name}`, () => assert.throws(() => toHubInstant(instant, zone), RangeError));
});

describe('reading an instant', () => {
  const table: [text: string, read: string | null, oddity: string | null][] = [
    ['2026-07-01T14:00:00+02:00', '2026-07-01T14:00:00+02:00', null],
    ['2026-07-01T12:00:00-00:00', '2026-07-01T12:00:00-00:00', null],
    ['2026-07-01T12:00:00Z', '2026-07-01T12:00:00+00:00', 'z'],
    ['2026-07-01t12:00:00z', '2026-07-01T12:00:00+00:00', 'z'],
    ['2026-07-01T12:00:00.000Z', '2026-07-01T12:00:00+00:00', 'z'],
    ['2026-07-01T14:00:00.750+02:00', '2026-07-01T14:00:00+02:00', 'fraction'],
    ['2026-07-01 14:00:00+02:00', '2026-07-01T14:00:00+02:00', 'form'],
    ['2026-07-01T14:00+02:00', '2026-07-01T14:00:00+02:00', 'form'],
    ['2026-07-01T14:00:00+0200', '2026-07-01T14:00:00+02:00', 'form'],
    ['2026-07-01T14:00:00', null, null],
    ['2026-07-01', null, null],
    ['2026-02-30T14:00:00+01:00', null, null],
    ['2026-07-01T24:00:00+02:00', null, null],
    ['2026-07-01T14:00:00+25:00', null, null],
    ['2026-07-01T14:00:00+02:75', null, null],
    ['0001-01-01T00:00:00+00:00', null, null],
    ['demain', null, null],
    ['', null, null],
  ];
  for (const [text, read, oddity] of table)
    it(`${text || 'nothing'} reads as ${read ?? 'nothing'}`, () => {
      assert.equal(readInstant(text)?.text ?? null, read);
      assert.equal(readInstant(text)?.oddity ?? null, oddity);
      assert.equal(epochOf(text), read === null ? null : Date.parse(read));
    });
});

describe('an offset of France', () => {
  const table: [text: string, french: boolean][] = [
    ['2026-07-01T14:00:00+02:00', true],
    ['2026-07-01T14:00:00+01:00', false],
    ['2026-01-15T14:00:00+01:00', true],
    ['2026-01-15T14:00:00+02:00', false],
    ['2026-03-29T01:59:59+01:00', true],
    ['2026-03-29T03:00:00+01:00', false],
    ['2026-10-25T02:30:00+01:00', true],
    ['2026-10-25T02:30:00+02:00', true],
    ['2026-07-01T14:00:00+04:00', true],
    ['2026-07-01T14:00:00-09:30', true],
    ['2026-07-01T14:00:00+00:00', true],
    ['2026-07-01T14:00:00+06:00', false],
  ];
  for (const [text, french] of table)
    it(`${text}: ${french ? 'yes' : 'no'}`, () => {
      const read = readInstant(text);
      assert.ok(read !== null);
      assert.equal(isFrenchOffset(read.epochMs, read.offsetMinutes), french);
    });
});
