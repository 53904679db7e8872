import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { civilTime } from './civil-time.ts';
import { weekdayOf } from './day.ts';
import { type HolidayCalendar, publicHolidays } from './holidays.ts';
import { regimeAt, type RegimeState } from './regime.ts';
import type { DailyHours, OpeningHours, RegimeNumber, Weekday } from './territory.ts';
import { number, opening, territory } from './testing/territories.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const WEEK: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Zones with a change of clocks, without one, and one that changes on American dates. */
const ZONES = ['Europe/Paris', 'America/Martinique', 'Indian/Reunion', 'America/Miquelon'];
const CALENDARS: HolidayCalendar[] = ['national', 'alsace-moselle', 'martinique', 'la-reunion'];
const FROM = Date.parse('2025-01-01T00:00:00Z');
const TO = Date.parse('2028-12-31T00:00:00Z');
const HOUR = 3_600_000;

const two = (value: number) => String(value).padStart(2, '0');
const quarter = (index: number) => `${two(Math.floor(index / 4))}:${two((index % 4) * 15)}`;

const hours: fc.Arbitrary<DailyHours> = fc
  .tuple(
    fc.subarray(WEEK, { minLength: 1 }),
    fc.uniqueArray(fc.nat({ max: 96 }), { minLength: 2, maxLength: 2 }),
  )
  .map(([days, times]) => {
    const [from = 0, to = 96] = times.toSorted((one, other) => one - other);
    return { days, from: quarter(from), to: quarter(to) };
  });

const openings: fc.Arbitrary<OpeningHours> = fc.record({
  validFrom: fc.constantFrom(null, '2026', '2026-06'),
  validUntil: fc.constantFrom(null, '2027', '2027-03-27'),
  sas: fc.array(hours, { minLength: 1, maxLength: 3 }),
  holidays: fc.constantFrom(...CALENDARS),
  bridgeDays: fc.subarray([
    'monday-before-holiday' as const,
    'friday-after-holiday' as const,
    'saturday-after-holiday' as const,
  ]),
  source: fc.constant('test'),
});

const numbers: fc.Arbitrary<RegimeNumber> = fc.record({
  number: fc.constantFrom('15', '116117', '+33261919191', 'to-be-announced'),
  label: fc.constant('test'),
  regimes: fc.subarray(['sas' as const, 'pdsa' as const], { minLength: 1 }),
  validFrom: fc.constantFrom(null, '2026-03', '2026-11-23'),
  validUntil: fc.constantFrom(null, '2027', '2027-01', '2026-12-31'),
  source: fc.constant('test'),
});

const territories = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  openingHours: fc.array(openings, { maxLength: 2 }),
  accessNumbers: fc.array(numbers, { maxLength: 3 }),
});

/** Any minute of four years, and more often one near a change of clocks. */
const instants = fc.oneof(
  fc.integer({ min: FROM / 60_000, max: TO / 60_000 }).map((minutes) => minutes * 60_000),
  fc
    .tuple(
      fc.constantFrom('2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-03-08T05:00:00Z'),
      fc.integer({ min: -48 * 60, max: 48 * 60 }),
    )
    .map(([change, minutes]) => Date.parse(change) + minutes * 60_000),
);

const told = ({ regime, numbers }: RegimeState) => ({ regime, numbers });

test('what is told holds until it says, then what comes next holds, which is something else', () => {
  fc.assert(
    fc.property(
      territories,
      instants,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (t, now, part) => {
        const place = territory(t);
        const answer = regimeAt(place, now);
        const until = answer.until === null ? now + 300 * 24 * HOUR : Date.parse(answer.until);
        assert.ok(until > now);
        const between = Math.min(until - 1, now + Math.floor((until - now) * part));
        assert.deepEqual(told(regimeAt(place, between)), told(answer));
        assert.deepEqual(told(regimeAt(place, until - 1)), told(answer));
        if (answer.until === null) return;
        const { until: _, ...next } = regimeAt(place, until);
        assert.deepEqual(told(next), told(answer.next!));
        assert.notDeepEqual(told(next), told(answer));
      },
    ),
    { numRuns: 400 },
  );
});

test('an expired number, one of later and one to be announced are never given', () => {
  fc.assert(
    fc.property(territories, instants, (t, now) => {
      const answer = regimeAt(territory(t), now);
      const { date } = civilTime(now, t.timeZone);
      for (const each of answer.numbers) {
        assert.match(each.number, /^\+?\d+$/);
        assert.ok(each.validFrom === null || date >= each.validFrom);
        assert.ok(
          each.validUntil === null || date.slice(0, each.validUntil.length) <= each.validUntil,
        );
        if (answer.regime) assert.ok(each.regimes.includes(answer.regime));
      }
      assert.equal(answer.numbers.length > 0, answer.numbersStatus === 'known');
      assert.deepEqual(answer.emergencyNumbers, ['15', '112', '114']);
    }),
    { numRuns: 400 },
  );
});

test('away from a change of clocks, the clock on the wall alone decides', () => {
  const noon = fc.integer({ min: 8 * 4, max: 23 * 4 + 3 });
  fc.assert(
    fc.property(
      openings,
      instants,
      noon,
      fc.constantFrom(...ZONES),
      (hours, day, index, timeZone) => {
        const rule = { ...hours, validFrom: null, validUntil: null, bridgeDays: [] };
        const { date } = civilTime(day, 'UTC');
        const time = quarter(index);
        const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
          .formatToParts(new Date(`${date}T15:00:00Z`))
          .find(({ type }) => type === 'timeZoneName')!
          .value.slice(3);
        const answer = regimeAt(
          territory({ timeZone, openingHours: [rule] }),
          `${date}T${time}:00${offset}`,
        );
        const off = publicHolidays(Number(date.slice(0, 4)), rule.holidays).has(date);
        const open = rule.sas.some(
          ({ days, from, to }) => days.includes(weekdayOf(date)) && from <= time && time < to,
        );
        assert.equal(answer.regime, open && !off ? 'sas' : 'pdsa');
        assert.equal(answer.reason === 'public-holiday', off);
        assert.equal(answer.reason === 'sas-hours', open && !off);
      },
    ),
    { numRuns: 400 },
  );
});

test('a public holiday is PDSA in any territory whose hours are known', () => {
  const days = [...publicHolidays(2026), ...publicHolidays(2027)].map(([date]) => date);
  const open = opening({ sas: [{ days: WEEK, from: '00:00', to: '24:00' }] });
  fc.assert(
    fc.property(fc.constantFrom(...days), fc.nat({ max: 23 }), (date, hour) => {
      const place = territory({
        timeZone: 'Indian/Reunion',
        openingHours: [open],
        accessNumbers: [number()],
      });
      const answer = regimeAt(place, `${date}T${two(hour)}:30:00+04:00`);
      assert.equal(answer.regime, 'pdsa');
      assert.equal(answer.reason, 'public-holiday');
    }),
  );
});
