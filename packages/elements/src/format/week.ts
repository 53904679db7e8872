import type { Weekday } from '@sas-kit/client';
import { addDays } from '@sas-kit/client/regime';
import type { Language } from '../controllers/locale.ts';
import { memo } from './memo.ts';

export { addDays } from '@sas-kit/client/regime';

/** Monday first. */
export const weekdays = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
] as const satisfies Weekday[];

const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** Whether a text is a civil date that exists. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day(text).getTime())) return false;
  return day(text).toISOString().startsWith(text);
}

/** Days since Monday, 0 to 6. */
const sinceMonday = (date: string): number => (day(date).getUTCDay() + 6) % 7;

export function weekdayOf(date: string): Weekday {
  return weekdays[sinceMonday(date)] ?? 'mon';
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  return addDays(date, -sinceMonday(date));
}

/** The seven dates of a week. */
export function datesOfWeek(monday: string): string[] {
  return weekdays.map((_, index) => addDays(monday, index));
}

const dateFormat = memo(
  (language: Language, parts: 'day' | 'month' | 'year' | 'month and year') =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
      timeZone: 'UTC',
      ...(parts === 'month and year' ? {} : { day: 'numeric' }),
      ...(parts === 'day' ? {} : { month: 'long' }),
      ...(parts.endsWith('year') ? { year: 'numeric' } : {}),
    }),
);
const weekdayFormat = memo(
  (language: Language) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
      timeZone: 'UTC',
      weekday: 'long',
    }),
);

/** `23 novembre 2026`; in French the first day of a month is `1er`. */
export function formatDate(
  date: string,
  language: Language,
  parts: 'day' | 'month' | 'year' | 'month and year' = 'year',
): string {
  const text = dateFormat(language, parts).format(new Date(date));
  return language === 'fr' ? text.replace(/^1(?!\d|er)/, '1er') : text;
}

/** First and last day of a week, each as short as the other allows: `23`, `29 novembre 2026`. */
export function formatWeek(monday: string, language: Language): [first: string, last: string] {
  const sunday = addDays(monday, 6);
  const sameYear = monday.slice(0, 4) === sunday.slice(0, 4);
  const sameMonth = monday.slice(0, 7) === sunday.slice(0, 7);
  const parts = sameMonth ? 'day' : sameYear ? 'month' : 'year';
  return [formatDate(monday, language, parts), formatDate(sunday, language)];
}

/** `lundi` */
export function formatWeekday(weekday: Weekday, language: Language): string {
  // 5 January 1970 was a Monday.
  return weekdayFormat(language).format(Date.UTC(1970, 0, 5 + weekdays.indexOf(weekday)));
}
