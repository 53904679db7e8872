import {
  holidayCalendarOf,
  publicHolidays,
  type Holiday,
  type HolidayCalendar,
} from '@sas-kit/client/regime';
import { addDays, isDate, mondayOf, weekdayOf } from '../../format/week.ts';
import type { SlotDraft } from './slot-draft.ts';

/** What decides on which days a weekly rule makes slots. */
export type RuleDays = Pick<
  SlotDraft,
  'days' | 'date' | 'until' | 'everyOther' | 'exceptDates' | 'skipHolidays'
>;

/** A public holiday, by its date. */
export interface HolidayDate {
  /** `2026-12-25` */
  date: string;
  holiday: Holiday;
}

/** The calendar of a commune, the country's where the commune is not known. */
export function calendarOf(insee: string | null | undefined): HolidayCalendar {
  return insee ? holidayCalendarOf(insee) : 'national';
}

/** The holidays from a date to another, the last one not in it. */
function holidaysBetween(from: string, to: string, calendar: HolidayCalendar): HolidayDate[] {
  const [first, last] = [from, to].map((date) => Number(date.slice(0, 4))) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, index) => [
    ...publicHolidays(first + index, calendar),
  ])
    .flat()
    .map(([date, holiday]) => ({ date, holiday }))
    .filter(({ date }) => date >= from && date < to);
}

/** Whether the week of a date is one of the rule's: every other one counts from its first week. */
function isInTurn({ everyOther, date: first }: RuleDays, date: string): boolean {
  if (!everyOther) return true;
  const since = Date.parse(mondayOf(date)) - Date.parse(mondayOf(first));
  return (since / (7 * 86_400_000)) % 2 === 0;
}

/** Whether a rule would make slots on a date, holidays and exceptions apart. */
const comesOn = (rule: RuleDays, date: string): boolean =>
  date >= rule.date &&
  (rule.until === '' || date <= rule.until) &&
  rule.days.includes(weekdayOf(date)) &&
  isInTurn(rule, date);

/** The dates on which a rule makes slots, from a date to another, the last one not in it. */
export function ruleDates(
  rule: RuleDays,
  from: string,
  to: string,
  calendar: HolidayCalendar,
): string[] {
  if (!isDate(rule.date)) return [];
  const holidays = new Set(holidaysBetween(from, to, calendar).map(({ date }) => date));
  const dates: string[] = [];
  for (let date = from > rule.date ? from : rule.date; date < to; date = addDays(date, 1)) {
    const left = rule.exceptDates.includes(date) || (rule.skipHolidays && holidays.has(date));
    if (!left && comesOn(rule, date)) dates.push(date);
  }
  return dates;
}

/** Days that are looked ahead for holidays: a good half of a year. */
const daysAhead = 200;

/** The holidays of the next months that fall on a day of the rule. */
export function holidaysAhead(
  rule: RuleDays,
  today: string,
  calendar: HolidayCalendar,
): HolidayDate[] {
  if (!isDate(rule.date)) return [];
  const all = holidaysBetween(today, addDays(today, daysAhead), calendar);
  return all.filter(({ date }) => comesOn(rule, date));
}
