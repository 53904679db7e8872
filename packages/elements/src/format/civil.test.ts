import { expect } from '@open-wc/testing';
import { civilTime, datesOf, nextDate } from './civil.ts';

describe('civil time', () => {
  const times: [instant: string, zone: string, date: string, hour: number, minute: number][] = [
    ['2026-11-23T09:20:00+01:00', 'Europe/Paris', '2026-11-23', 9, 20],
    ['2026-11-23T23:30:00Z', 'Europe/Paris', '2026-11-24', 0, 30],
    ['2026-11-23T21:30:00+01:00', 'Indian/Reunion', '2026-11-24', 0, 30],
    ['2026-11-24T01:00:00+01:00', 'America/Martinique', '2026-11-23', 20, 0],
    ['2026-11-24T03:00:00+01:00', 'America/Miquelon', '2026-11-23', 23, 0],
    // The last and first minute around the hour that is skipped, then the hour that comes twice.
    ['2026-03-29T01:59:00+01:00', 'Europe/Paris', '2026-03-29', 1, 59],
    ['2026-03-29T03:00:00+02:00', 'Europe/Paris', '2026-03-29', 3, 0],
    ['2026-10-25T02:30:00+02:00', 'Europe/Paris', '2026-10-25', 2, 30],
    ['2026-10-25T02:30:00+01:00', 'Europe/Paris', '2026-10-25', 2, 30],
  ];
  for (const [instant, zone, date, hour, minute] of times) {
    it(`of ${instant} in ${zone}`, () => {
      expect(civilTime(instant, zone)).to.deep.equal({ date, hour, minute });
    });
  }

  it('steps to the next date over months, years and leap days', () => {
    expect(['2026-11-30', '2026-12-31', '2028-02-28', '2026-03-28'].map(nextDate)).to.deep.equal([
      '2026-12-01',
      '2027-01-01',
      '2028-02-29',
      '2026-03-29',
    ]);
  });

  const windows: [name: string, from: string, to: string, zone: string, dates: string[]][] = [
    [
      '48 hours touch three dates',
      '2026-11-23T14:20:00+01:00',
      '2026-11-25T14:20:00+01:00',
      'Europe/Paris',
      ['2026-11-23', '2026-11-24', '2026-11-25'],
    ],
    [
      'a window that ends at midnight does not touch the next date',
      '2026-11-23T00:00:00+01:00',
      '2026-11-25T00:00:00+01:00',
      'Europe/Paris',
      ['2026-11-23', '2026-11-24'],
    ],
    [
      'a day of 23 hours is one date',
      '2026-03-28T23:30:00+01:00',
      '2026-03-30T00:30:00+02:00',
      'Europe/Paris',
      ['2026-03-28', '2026-03-29', '2026-03-30'],
    ],
    [
      'a day of 25 hours is one date',
      '2026-10-24T00:30:00+02:00',
      '2026-10-26T00:30:00+01:00',
      'Europe/Paris',
      ['2026-10-24', '2026-10-25', '2026-10-26'],
    ],
    [
      'the dates are those of the place',
      '2026-11-23T21:00:00+01:00',
      '2026-11-24T19:00:00+01:00',
      'Indian/Reunion',
      ['2026-11-24'],
    ],
  ];
  for (const [name, from, to, zone, dates] of windows) {
    it(name, () => expect(datesOf(from, to, zone)).to.deep.equal(dates));
  }
});
