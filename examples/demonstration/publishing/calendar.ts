import type { Weekday } from '@sas-kit/client';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const DAY = 86_400_000;

export const EVERY_DAY: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const offsets = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Paris',
  timeZoneName: 'longOffset',
});

/** The civil date `days` later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]!;
}

/**
 * The instant of a wall-clock time in Le Havre, with its offset. The clock changes at 02:00 or 03:00:
 * from 04:00 on, a day has the offset of its noon.
 *
 * @throws {RangeError} before 04:00.
 */
export function localInstant(date: string, time: string): string {
  if (time < '04:00') throw new RangeError(`${time} may be skipped or shown twice`);
  const parts = offsets.formatToParts(new Date(`${date}T12:00:00Z`));
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '');
  return `${date}T${time}:00${offset}`;
}

/** Wall-clock starts from `from`, the last one ending at `to` at the latest; `24:00` is midnight. */
export function startsBetween(from: string, to: string, minutes: number): string[] {
  const [first, end] = [minutesOf(from), minutesOf(to)];
  const count = Math.max(0, Math.floor((end - first) / minutes));
  return Array.from({ length: count }, (_, index) => timeOf(first + index * minutes));
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}

function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
