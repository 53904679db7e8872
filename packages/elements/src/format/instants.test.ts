import { expect } from '@open-wc/testing';
import { formatInstant, isShown, localToInstant } from './instants.ts';

describe('localToInstant', () => {
  const table: [what: string, date: string, time: string, zone: string, instant: string][] = [
    ['winter', '2026-11-23', '09:20', 'Europe/Paris', '2026-11-23T09:20:00+01:00'],
    ['summer', '2026-07-14', '23:59', 'Europe/Paris', '2026-07-14T23:59:00+02:00'],
    ['midnight', '2026-11-23', '00:00', 'Europe/Paris', '2026-11-23T00:00:00+01:00'],
    ['before spring', '2026-03-29', '01:55', 'Europe/Paris', '2026-03-29T01:55:00+01:00'],
    ['skipped in spring', '2026-03-29', '02:30', 'Europe/Paris', '2026-03-29T03:30:00+02:00'],
    ['after spring', '2026-03-29', '03:00', 'Europe/Paris', '2026-03-29T03:00:00+02:00'],
    ['midnight of spring', '2026-03-29', '00:00', 'Europe/Paris', '2026-03-29T00:00:00+01:00'],
    ['midnight after spring', '2026-03-30', '00:00', 'Europe/Paris', '2026-03-30T00:00:00+02:00'],
    ['before autumn', '2026-10-25', '01:55', 'Europe/Paris', '2026-10-25T01:55:00+02:00'],
    ['twice in autumn', '2026-10-25', '02:30', 'Europe/Paris', '2026-10-25T02:30:00+02:00'],
    ['after autumn', '2026-10-25', '03:00', 'Europe/Paris', '2026-10-25T03:00:00+01:00'],
    ['midnight of autumn', '2026-10-25', '00:00', 'Europe/Paris', '2026-10-25T00:00:00+02:00'],
    ['midnight after autumn', '2026-10-26', '00:00', 'Europe/Paris', '2026-10-26T00:00:00+01:00'],
    ['Guadeloupe', '2026-11-23', '09:20', 'America/Guadeloupe', '2026-11-23T09:20:00-04:00'],
    ['Guadeloupe late', '2026-03-29', '23:30', 'America/Guadeloupe', '2026-03-29T23:30:00-04:00'],
    ['Réunion', '2026-11-23', '09:20', 'Indian/Reunion', '2026-11-23T09:20:00+04:00'],
    ['Réunion early', '2026-10-25', '02:30', 'Indian/Reunion', '2026-10-25T02:30:00+04:00'],
    [
      'Saint-Pierre, spring',
      '2026-03-08',
      '02:30',
      'America/Miquelon',
      '2026-03-08T03:30:00-02:00',
    ],
    ['half hours', '2026-11-23', '09:20', 'Pacific/Marquesas', '2026-11-23T09:20:00-09:30'],
  ];
  for (const [what, date, time, zone, instant] of table) {
    it(`${what}: ${date} ${time} in ${zone}`, () => {
      expect(localToInstant(date, time, zone)).to.equal(instant);
    });
  }

  it('gives days of 23 and 25 hours', () => {
    const midnight = (date: string) => Date.parse(localToInstant(date, '00:00', 'Europe/Paris'));
    const hours = (from: string, to: string) => (midnight(to) - midnight(from)) / 3_600_000;
    expect(hours('2026-03-29', '2026-03-30')).to.equal(23);
    expect(hours('2026-10-25', '2026-10-26')).to.equal(25);
  });

  it('comes back from every five minutes of the days on which clocks change', () => {
    for (const date of ['2026-03-29', '2026-10-25', '2026-11-23']) {
      for (let minutes = 0; minutes < 24 * 60; minutes += 5) {
        const time = [Math.floor(minutes / 60), minutes % 60]
          .map((part) => String(part).padStart(2, '0'))
          .join(':');
        const skipped = date === '2026-03-29' && time >= '02:00' && time < '03:00';
        const instant = localToInstant(date, time, 'Europe/Paris');
        expect(isShown(date, time, 'Europe/Paris'), `${date} ${time}`).to.equal(!skipped);
        expect(formatInstant(Date.parse(instant), 'Europe/Paris')).to.equal(instant);
      }
    }
  });
});
