/** What a clock on the wall and a calendar beside it show. */
export interface CivilTime {
  /** `2026-11-23` */
  date: string;
  hour: number;
  minute: number;
}

const minute = 60_000;
/** A clock is never changed twice within two days: the offsets around a change are found this far. */
const around = 24 * 60 * minute;

const readers = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs 0.1 ms: one per zone. */
function readerOf(zone: string): Intl.DateTimeFormat {
  let reader = readers.get(zone);
  if (!reader) {
    reader = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    readers.set(zone, reader);
  }
  return reader;
}

/**
 * The civil date and time of an instant in an IANA zone.
 *
 * @throws {RangeError} for an instant or a zone that is none.
 */
export function civilTime(instant: string | number, zone: string): CivilTime {
  const parts: Record<string, string> = {};
  for (const { type, value } of readerOf(zone).formatToParts(new Date(instant))) {
    parts[type] = value;
  }
  const { year, month, day, hour, minute } = parts;
  return { date: `${year}-${month}-${day}`, hour: Number(hour), minute: Number(minute) };
}

/** The civil date some days later. Dates only: a day of a zone may have 23 or 25 hours. */
export function addDays(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

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

/** `2026-11-23T09:20:00+01:00` of an instant, on the clocks of a zone; whole seconds. */
export function formatInstant(instant: number, zone: string): string {
  const { date, hour, minute: minutes } = civilTime(instant, zone);
  const offset = offsetAt(instant, zone) / minute;
  const two = (value: number) => String(value).padStart(2, '0');
  const ahead = `${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  const time = [hour, minutes, new Date(instant).getUTCSeconds()].map(two).join(':');
  return `${date}T${time}${offset < 0 ? '-' : '+'}${ahead}`;
}

/**
 * Milliseconds since 1970 at which the clocks of a zone show a date (`2026-11-23`) and a time (`09:20`;
 * `24:00` is the midnight after it). A time that is shown twice means the first; one that is skipped
 * moves on by the length of the gap.
 */
export function instantOf(date: string, time: string, zone: string): number {
  const [hour = 0, minutes = 0] = time.split(':').map(Number);
  const wall = wallTime(date, hour, minutes);
  const before = offsetAt(wall - around, zone);
  const after = offsetAt(wall + around, zone);
  const holds = (offset: number) => offsetAt(wall - offset, zone) === offset;
  return wall - (holds(before) || !holds(after) ? before : after);
}
