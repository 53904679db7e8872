import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatInstant } from '../http/instants.ts';
import { addDays, occurrences, type RulePlace, WEEKDAYS, type WeeklyRule } from './occurrences.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const ZONES = ['Europe/Paris', 'America/Guadeloupe', 'Indian/Reunion', 'America/Miquelon'];
/** Windows of two weeks around both clock changes, and one without any. */
const STARTS = ['2026-03-20', '2026-10-16', '2027-03-20', '2027-10-22', '2026-06-01'];

const rule = (overrides: Partial<WeeklyRule> = {}): WeeklyRule => ({
  days: [...WEEKDAYS],
  startTime: '09:00',
  endTime: '12:00',
  slotMinutes: 20,
  validFrom: '2020-01-01',
  validUntil: null,
  intervalWeeks: 1,
  exceptDates: [],
  skipHolidays: false,
  ...overrides,
});

const at = (timeZone: string): RulePlace => ({ timeZone, holidays: 'national' });
const PARIS = at('Europe/Paris');
const datesOf = (weekly: WeeklyRule, place: RulePlace, from: string, until: string) => [
  ...new Set(occurrences(weekly, place, from, until).map(({ date }) => date)),
];

const time = fc.integer({ min: 0, max: 24 * 12 - 1 }).map((step) => {
  const minutes = step * 5;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
});
const anyRule = fc
  .record({
    days: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
    startTime: time,
    endTime: time,
    slotMinutes: fc.integer({ min: 1, max: 24 }).map((steps) => steps * 5),
    validFrom: fc.constantFrom('2020-01-01', '2026-03-25', '2026-10-20'),
    intervalWeeks: fc.constantFrom(1 as const, 2 as const),
    skipHolidays: fc.boolean(),
  })
  .filter(({ startTime, endTime }) => startTime < endTime)
  .map((fields) => rule(fields));
const anyWindow = fc.record({
  zone: fc.constantFrom(...ZONES),
  from: fc.constantFrom(...STARTS),
  days: fc.integer({ min: 0, max: 16 }),
});

test('every occurrence starts at its local date and time, on a day of the rule', () => {
  fc.assert(
    fc.property(anyRule, anyWindow, (weekly, { zone, from, days }) => {
      for (const found of occurrences(weekly, at(zone), from, addDays(from, days))) {
        const local = formatInstant(found.startsAt, zone);
        assert.equal(local.slice(0, 16), `${found.date}T${found.start}`);
        const weekday = WEEKDAYS[(new Date(`${found.date}T00:00:00Z`).getUTCDay() + 6) % 7]!;
        assert.ok(weekly.days.includes(weekday));
        assert.ok(found.start >= weekly.startTime && found.start < weekly.endTime);
      }
    }),
  );
});

test('every occurrence lasts slotMinutes of real time, and no two of a rule overlap but in the hour shown twice', () => {
  fc.assert(
    fc.property(anyRule, anyWindow, (weekly, { zone, from, days }) => {
      const found = occurrences(weekly, at(zone), from, addDays(from, days));
      for (const [index, each] of found.entries()) {
        assert.equal(each.endsAt.getTime() - each.startsAt.getTime(), weekly.slotMinutes * 60_000);
        const next = found[index + 1];
        if (next !== undefined) assert.ok(next.startsAt >= each.endsAt || next.start < '04:00');
      }
    }),
  );
});

test('a window cut in two makes the same occurrences as the whole', () => {
  fc.assert(
    fc.property(anyRule, anyWindow, fc.integer({ min: 0, max: 15 }), (weekly, window, cut) => {
      const { zone, from, days } = window;
      const until = addDays(from, days);
      const last = addDays(from, Math.min(cut, days));
      const parts = [
        ...occurrences(weekly, at(zone), from, last),
        ...occurrences(weekly, at(zone), addDays(last, 1), until),
      ];
      assert.deepEqual(parts, occurrences(weekly, at(zone), from, until));
    }),
  );
});

test('nine slots a morning on every day of both clock changes, in every zone', () => {
  for (const zone of ZONES) {
    for (const day of ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2026-11-01']) {
      assert.equal(occurrences(rule(), at(zone), day, day).length, 9, `${zone} ${day}`);
    }
  }
});

test('in Paris 09:00 is 08:00 UTC before the spring change and 07:00 after it', () => {
  const starts = occurrences(rule({ slotMinutes: 180 }), PARIS, '2026-03-28', '2026-03-30');
  assert.deepEqual(
    starts.map(({ startsAt }) => startsAt.toISOString()),
    ['2026-03-28T08:00:00.000Z', '2026-03-29T07:00:00.000Z', '2026-03-30T07:00:00.000Z'],
  );
});

test('an hour that the clock skips makes no slots; one shown twice makes them once', () => {
  const night = rule({ startTime: '02:00', endTime: '03:00', slotMinutes: 30 });
  assert.deepEqual(occurrences(night, PARIS, '2026-03-29', '2026-03-29'), []);
  const autumn = occurrences(night, PARIS, '2026-10-25', '2026-10-25');
  assert.deepEqual(
    autumn.map(({ startsAt }) => startsAt.toISOString()),
    ['2026-10-25T00:00:00.000Z', '2026-10-25T00:30:00.000Z'],
  );
});

test('validity is kept to the day', () => {
  const short = rule({ validFrom: '2026-11-24', validUntil: '2026-11-25', slotMinutes: 180 });
  const dates = occurrences(short, PARIS, '2026-11-20', '2026-11-30').map(({ date }) => date);
  assert.deepEqual(dates, ['2026-11-24', '2026-11-25']);
});

test('every other week is the weeks of the rule, Monday to Sunday, that are an even number from its first', () => {
  fc.assert(
    fc.property(anyRule, anyWindow, (weekly, { zone, from, days }) => {
      const until = addDays(from, days);
      const alternate = datesOf({ ...weekly, intervalWeeks: 2 }, at(zone), from, until);
      const other = {
        ...weekly,
        intervalWeeks: 2,
        validFrom: addDays(weekly.validFrom, -7),
      } as const;
      const between = datesOf(other, at(zone), from, until).filter(
        (date) => date >= weekly.validFrom,
      );
      assert.deepEqual(
        [...alternate, ...between].sort(),
        datesOf({ ...weekly, intervalWeeks: 1 }, at(zone), from, until),
      );
      assert.ok(alternate.every((date) => !between.includes(date)));
    }),
  );
});

test('a rule of every other week begun on a Thursday counts that week whole, across both clock changes', () => {
  const weekly = rule({ days: ['mon', 'thu'], slotMinutes: 180, intervalWeeks: 2 });
  assert.deepEqual(
    datesOf({ ...weekly, validFrom: '2026-10-15' }, PARIS, '2026-10-01', '2026-11-12'),
    ['2026-10-15', '2026-10-26', '2026-10-29', '2026-11-09', '2026-11-12'],
  );
  assert.deepEqual(
    datesOf(
      { ...weekly, validFrom: '2026-03-19' },
      at('America/Miquelon'),
      '2026-03-01',
      '2026-04-05',
    ),
    ['2026-03-19', '2026-03-30', '2026-04-02'],
  );
});

test('dates left out make no slots, and every other one stays as it was', () => {
  const exceptions = fc.uniqueArray(fc.integer({ min: 0, max: 16 }), { maxLength: 6 });
  fc.assert(
    fc.property(anyRule, anyWindow, exceptions, (weekly, { zone, from, days }, left) => {
      const until = addDays(from, days);
      const exceptDates = left.map((day) => addDays(from, day));
      assert.deepEqual(
        occurrences({ ...weekly, exceptDates }, at(zone), from, until),
        occurrences(weekly, at(zone), from, until).filter(
          ({ date }) => !exceptDates.includes(date),
        ),
      );
    }),
  );
});

test('public holidays are left out by choice, those of the place', () => {
  const skipping = rule({ slotMinutes: 180, skipHolidays: true });
  const cases: [RulePlace, string, boolean][] = [
    [PARIS, '2026-05-14', true],
    [PARIS, '2026-05-25', true],
    [PARIS, '2026-04-03', false],
    [PARIS, '2026-12-26', false],
    [{ ...PARIS, holidays: 'alsace-moselle' }, '2026-04-03', true],
    [{ ...PARIS, holidays: 'alsace-moselle' }, '2026-12-26', true],
    [{ timeZone: 'Indian/Reunion', holidays: 'la-reunion' }, '2026-12-20', true],
    [{ timeZone: 'America/Guadeloupe', holidays: 'guadeloupe' }, '2026-05-27', true],
    [{ timeZone: 'America/Guadeloupe', holidays: 'guadeloupe' }, '2026-12-20', false],
  ];
  for (const [place, day, off] of cases) {
    const label = `${place.holidays} ${day}`;
    assert.equal(occurrences(skipping, place, day, day).length, off ? 0 : 1, label);
    assert.equal(occurrences(rule({ slotMinutes: 180 }), place, day, day).length, 1, label);
  }
});
