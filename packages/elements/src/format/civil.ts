import { memo } from './memo.ts';

/** What a clock on the wall and a calendar beside it show. */
export interface CivilTime {
  /** `2026-11-23` */
  date: string;
  hour: number;
  minute: number;
}

const reader = memo(
  (zone: string) =>
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    }),
);

/** The civil date and time of an instant in a zone. */
export function civilTime(instant: string | number, zone: string): CivilTime {
  const parts: Record<string, string> = {};
  for (const { type, value } of reader(zone).formatToParts(new Date(instant))) parts[type] = value;
  const { year, month, day, hour, minute } = parts;
  return { date: `${year}-${month}-${day}`, hour: Number(hour), minute: Number(minute) };
}

/** The next civil date. Dates only: a day of a zone may have 23 or 25 hours. */
export function nextDate(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
}

/** The civil dates that a window touches. Its end is not in it. */
export function datesOf(from: string, to: string, zone: string): string[] {
  const last = civilTime(Date.parse(to) - 1, zone).date;
  const dates: string[] = [];
  for (let date = civilTime(from, zone).date; date <= last; date = nextDate(date)) dates.push(date);
  return dates;
}
