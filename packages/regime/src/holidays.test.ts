import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from './civil-time.ts';
import { weekdayOf } from './day.ts';
import {
  type Holiday,
  type HolidayCalendar,
  holidayCalendarOf,
  publicHolidays,
} from './holidays.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const MOVABLE: [year: number, easterMonday: string, ascension: string, whitMonday: string][] = [
  [2025, '2025-04-21', '2025-05-29', '2025-06-09'],
  [2026, '2026-04-06', '2026-05-14', '2026-05-25'],
  [2027, '2027-03-29', '2027-05-06', '2027-05-17'],
  [2028, '2028-04-17', '2028-05-25', '2028-06-05'],
];

for (const [year, easterMonday, ascension, whitMonday] of MOVABLE) {
  test(`the public holidays of ${year} are the eleven of the labour code`, () => {
    assert.deepEqual(Object.fromEntries(publicHolidays(year)), {
      [`${year}-01-01`]: 'new-year',
      [easterMonday]: 'easter-monday',
      [`${year}-05-01`]: 'labour-day',
      [`${year}-05-08`]: 'victory-1945',
      [ascension]: 'ascension',
      [whitMonday]: 'whit-monday',
      [`${year}-07-14`]: 'bastille-day',
      [`${year}-08-15`]: 'assumption',
      [`${year}-11-01`]: 'all-saints',
      [`${year}-11-11`]: 'armistice-1918',
      [`${year}-12-25`]: 'christmas',
    });
  });
}

const MORE: Record<Exclude<HolidayCalendar, 'national'>, Record<string, Holiday>> = {
  'alsace-moselle': { '2026-04-03': 'good-friday', '2026-12-26': 'second-day-of-christmas' },
  mayotte: { '2026-04-27': 'abolition-of-slavery' },
  martinique: { '2026-05-22': 'abolition-of-slavery' },
  guadeloupe: { '2026-05-27': 'abolition-of-slavery' },
  guyane: { '2026-06-10': 'abolition-of-slavery' },
  'la-reunion': { '2026-12-20': 'abolition-of-slavery' },
};

for (const [calendar, more] of Object.entries(MORE)) {
  test(`${calendar} has its own days beside the national ones, in the order of the calendar`, () => {
    const days = publicHolidays(2026, calendar as HolidayCalendar);
    const expected = { ...Object.fromEntries(publicHolidays(2026)), ...more };
    assert.deepEqual(Object.fromEntries(days), expected);
    assert.deepEqual([...days.keys()], [...days.keys()].toSorted());
  });
}

test('two holidays on one day are one day: 1 May 2008 was Ascension', () => {
  const days = publicHolidays(2008);
  assert.equal(days.get('2008-05-01'), 'ascension');
  assert.equal(days.size, 10);
});

test('movable holidays stand where Easter puts them, in any year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
      const days = [...publicHolidays(year, 'alsace-moselle')];
      const dateOf = (name: Holiday) => days.find(([, each]) => each === name)![0];
      const monday = dateOf('easter-monday');
      assert.equal(weekdayOf(monday), 'mon');
      assert.equal(weekdayOf(dateOf('ascension')), 'thu');
      assert.equal(dateOf('whit-monday'), addDays(monday, 49));
      assert.equal(dateOf('good-friday'), addDays(monday, -3));
      assert.ok(monday >= `${year}-03-23` && monday <= `${year}-04-26`, monday);
    }),
  );
});

test('the calendar of a commune is that of its department', () => {
  const cases: [insee: string, HolidayCalendar][] = [
    ['76351', 'national'],
    ['57463', 'alsace-moselle'],
    ['67482', 'alsace-moselle'],
    ['68066', 'alsace-moselle'],
    ['2A004', 'national'],
    ['97120', 'guadeloupe'],
    ['97209', 'martinique'],
    ['97302', 'guyane'],
    ['97411', 'la-reunion'],
    ['97608', 'mayotte'],
    ['97502', 'national'],
    ['98735', 'national'],
    ['974', 'la-reunion'],
    ['67', 'alsace-moselle'],
  ];
  for (const [insee, calendar] of cases) assert.equal(holidayCalendarOf(insee), calendar, insee);
});
