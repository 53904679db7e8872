import { type HolidayCalendar, holidayOn } from '@sas-kit/regime';
import { Temporal } from 'temporal-polyfill';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The part of a weekly rule that says when: wall-clock times of the place, never an offset. */
export interface WeeklyRule {
  days: readonly Weekday[];
  /** `09:00` */
  startTime: string;
  /** `12:00`, after `startTime` */
  endTime: string;
  slotMinutes: number;
  /** Civil date, included. */
  validFrom: string;
  /** Civil date, included; null for no end. */
  validUntil: string | null;
  /** 1 for every week, 2 for every other one from the week of `validFrom`, Monday to Sunday. */
  intervalWeeks: 1 | 2;
  /** Civil dates without slots. */
  exceptDates: readonly string[];
  /** Whether public holidays of the place are without slots. */
  skipHolidays: boolean;
}

/** What the place says of when: its clocks and its public holidays. */
export interface RulePlace {
  /** IANA zone. */
  timeZone: string;
  holidays: HolidayCalendar;
}

/** One slot that a rule makes. (rule, date, start) is its identity. */
export interface Occurrence {
  /** Civil date, `2026-11-23`. */
  date: string;
  /** Wall-clock start, `09:20`. */
  start: string;
  startsAt: Date;
  endsAt: Date;
}

/**
 * The slots of a weekly rule from one civil date to another, both included, on the clocks of the place.
 *
 * Days are stepped on the calendar, never by adding 24 h, so a rule at 09:00 stays at 09:00 on both
 * sides of a clock change. A start that the clock skips (02:30 on the last Sunday of March) does not
 * exist and makes no slot; one that it shows twice means the first. A slot lasts `slotMinutes` of real
 * time; one that would run past `endTime` is left out.
 */
export function occurrences(
  rule: WeeklyRule,
  place: RulePlace,
  from: string,
  until: string,
): Occurrence[] {
  const first = later(from, rule.validFrom);
  const last = rule.validUntil === null ? until : earlier(until, rule.validUntil);
  const found: Occurrence[] = [];
  const end = Temporal.PlainDate.from(last);
  for (
    let day = Temporal.PlainDate.from(first);
    Temporal.PlainDate.compare(day, end) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (isDayOf(rule, place.holidays, day)) found.push(...ofDay(rule, place.timeZone, day));
  }
  return found;
}

function isDayOf(rule: WeeklyRule, holidays: HolidayCalendar, day: Temporal.PlainDate): boolean {
  const date = day.toString();
  return (
    rule.days.includes(WEEKDAYS[day.dayOfWeek - 1]!) &&
    mondayOf(Temporal.PlainDate.from(rule.validFrom)).until(mondayOf(day)).days %
      (7 * rule.intervalWeeks) ===
      0 &&
    !rule.exceptDates.includes(date) &&
    !(rule.skipHolidays && holidayOn(date, holidays) !== undefined)
  );
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

function ofDay(rule: WeeklyRule, timeZone: string, day: Temporal.PlainDate): Occurrence[] {
  const found: Occurrence[] = [];
  const closing = minutesOf(rule.endTime);
  for (
    let at = minutesOf(rule.startTime);
    at + rule.slotMinutes <= closing;
    at += rule.slotMinutes
  ) {
    const start = timeOf(at);
    const wall = day.toPlainDateTime(Temporal.PlainTime.from(start));
    const zoned = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
    if (!zoned.toPlainDateTime().equals(wall)) continue;
    const startsAt = zoned.epochMilliseconds;
    found.push({
      date: day.toString(),
      start,
      startsAt: new Date(startsAt),
      endsAt: new Date(startsAt + rule.slotMinutes * 60_000),
    });
  }
  return found;
}

/** The civil date `days` later; negative goes back. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
