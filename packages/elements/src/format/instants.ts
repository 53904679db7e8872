import { civilTime } from './civil.ts';

const minute = 60_000;
/** A clock is never changed twice within two days: the offsets around a change are found this far. */
const around = 24 * 60 * minute;

/** What a wall clock shows, counted as if it stood in UTC. */
function wallTime(date: string, hour: number, minutes: number): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day, hour, minutes);
}

/** Milliseconds by which a zone's clocks are ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const { date, hour, minute: minutes } = civilTime(instant, zone);
  return wallTime(date, hour, minutes) - Math.floor(instant / minute) * minute;
}

/** `2026-11-23T09:20:00+01:00` of an instant, on the clocks of a zone. */
export function formatInstant(instant: number, zone: string): string {
  const { date, hour, minute: minutes } = civilTime(instant, zone);
  const offset = offsetAt(instant, zone) / minute;
  const two = (value: number) => String(value).padStart(2, '0');
  const ahead = `${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${date}T${two(hour)}:${two(minutes)}:00${offset < 0 ? '-' : '+'}${ahead}`;
}

/**
 * The instant at which the clocks of a zone show a date (`2026-11-23`) and a time (`09:20`), RFC 3339
 * with its offset. A time that is shown twice means the first; one that is skipped moves on by the
 * length of the gap.
 */
export function localToInstant(date: string, time: string, zone: string): string {
  const [hour = 0, minutes = 0] = time.split(':').map(Number);
  const wall = wallTime(date, hour, minutes);
  const before = offsetAt(wall - around, zone);
  const after = offsetAt(wall + around, zone);
  const holds = (offset: number) => offsetAt(wall - offset, zone) === offset;
  return formatInstant(wall - (holds(before) || !holds(after) ? before : after), zone);
}

/** Whether the clocks of a zone show a time on a date: a change of clocks skips an hour. */
export function isShown(date: string, time: string, zone: string): boolean {
  return localToInstant(date, time, zone).startsWith(`${date}T${time}`);
}
