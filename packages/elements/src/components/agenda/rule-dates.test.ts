import { expect } from '@open-wc/testing';
import { calendarOf, holidaysAhead, ruleDates, type RuleDays } from './rule-dates.ts';

const mondays: RuleDays = {
  days: ['mon'],
  date: '2026-11-23',
  until: '',
  everyOther: false,
  exceptDates: [],
  skipHolidays: false,
};

describe('the dates of a rule', () => {
  const dates = (change: Partial<RuleDays>, to = '2026-12-22') =>
    ruleDates({ ...mondays, ...change }, '2026-11-20', to, 'national');
  const all = ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21'];

  it('come every week from its first day on, and end', () => {
    expect(dates({})).to.deep.equal(all);
    expect(dates({ until: '2026-12-07' })).to.deep.equal(all.slice(0, 3));
    expect(dates({ date: '' })).to.deep.equal([]);
  });

  it('come every other week, counted from the week of the first day, whatever its weekday', () => {
    const odd = [all[0], all[2], all[4]];
    expect(dates({ everyOther: true })).to.deep.equal(odd);
    expect(dates({ everyOther: true, date: '2026-11-25' })).to.deep.equal(odd.slice(1));
    expect(dates({ everyOther: true, date: '2026-11-22' })).to.deep.equal([all[1], all[3]]);
  });

  it('leave out days of the reader and public holidays', () => {
    expect(dates({ exceptDates: ['2026-11-30'] })).not.to.include('2026-11-30');
    const fridays = { ...mondays, days: ['fri'], date: '2026-12-18' } as const;
    const of = (change: Partial<RuleDays>) =>
      ruleDates({ ...fridays, ...change }, '2026-12-18', '2027-01-09', 'national');
    expect(of({})).to.deep.equal(['2026-12-18', '2026-12-25', '2027-01-01', '2027-01-08']);
    expect(of({ skipHolidays: true })).to.deep.equal(['2026-12-18', '2027-01-08']);
  });
});

describe('the holidays ahead of a rule', () => {
  it('are those on its days, also where they are left out', () => {
    const rule = { ...mondays, days: ['fri', 'sat'], skipHolidays: true } as const;
    expect(holidaysAhead(rule, '2026-11-23', 'national')).to.deep.equal([
      { date: '2026-12-25', holiday: 'christmas' },
      { date: '2027-01-01', holiday: 'new-year' },
      { date: '2027-05-01', holiday: 'labour-day' },
      { date: '2027-05-08', holiday: 'victory-1945' },
    ]);
    const here = holidaysAhead(rule, '2026-11-23', calendarOf('67482'));
    expect(here.map(({ holiday }) => holiday)).to.include('good-friday');
  });

  it('are the country’s where the commune is not known', () => {
    expect(calendarOf(null)).to.equal('national');
    expect(calendarOf('97411')).to.equal('la-reunion');
    expect(calendarOf('76351')).to.equal('national');
  });
});
