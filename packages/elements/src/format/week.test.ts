import { expect } from '@open-wc/testing';
import {
  addDays,
  datesOfWeek,
  formatDate,
  formatWeek,
  formatWeekday,
  isDate,
  mondayOf,
  weekdayOf,
} from './week.ts';

describe('weeks', () => {
  const mondays: [date: string, monday: string][] = [
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2026-11-30', '2026-11-30'],
    ['2027-01-01', '2026-12-28'],
    ['2026-03-29', '2026-03-23'],
  ];
  for (const [date, monday] of mondays) {
    it(`${date} is in the week of ${monday}`, () => expect(mondayOf(date)).to.equal(monday));
  }

  it('have seven dates, also where clocks change', () => {
    expect(datesOfWeek('2026-10-19')).to.deep.equal([
      '2026-10-19',
      '2026-10-20',
      '2026-10-21',
      '2026-10-22',
      '2026-10-23',
      '2026-10-24',
      '2026-10-25',
    ]);
  });

  it('step over months, years and 29 February', () => {
    expect(addDays('2026-12-31', 1)).to.equal('2027-01-01');
    expect(addDays('2026-03-01', -1)).to.equal('2026-02-28');
    expect(addDays('2028-02-28', 1)).to.equal('2028-02-29');
    expect(weekdayOf('2026-11-29')).to.equal('sun');
  });

  const dates: [text: string, good: boolean][] = [
    ['2026-11-23', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['23/11/2026', false],
    ['', false],
  ];
  for (const [text, good] of dates) {
    it(`« ${text} » is ${good ? 'a' : 'no'} date`, () => expect(isDate(text)).to.equal(good));
  }

  it('are written as short as they can be', () => {
    expect(formatWeek('2026-11-23', 'fr')).to.deep.equal(['23', '29 novembre 2026']);
    expect(formatWeek('2026-11-30', 'fr')).to.deep.equal(['30 novembre', '6 décembre 2026']);
    expect(formatWeek('2026-12-28', 'fr')).to.deep.equal(['28 décembre 2026', '3 janvier 2027']);
    expect(formatWeek('2026-06-01', 'fr')).to.deep.equal(['1er', '7 juin 2026']);
    expect(formatWeek('2026-11-23', 'en')).to.deep.equal(['23', '29 November 2026']);
    expect(formatDate('2026-12-01', 'fr')).to.equal('1er décembre 2026');
    expect(formatDate('2026-12-11', 'fr')).to.equal('11 décembre 2026');
    expect(formatWeekday('mon', 'fr')).to.equal('lundi');
    expect(formatWeekday('sun', 'en')).to.equal('Sunday');
  });
});
