import { exactOffset, exactWall, wallText } from './exact-instant.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

interface Zone {
  readonly formatter: Intl.DateTimeFormat;
  /** Offset of a whole UTC day in minutes; null for a day on which the clocks change. */
  readonly days: Map<number, number | null>;
}

const zones = new Map<string, Zone>();
const MOST_DAYS = 4_000;

function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  // Throws a RangeError for an unknown name.
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    timeZoneName: 'longOffset',
    year: 'numeric',
  });
  const zone: Zone = { formatter, days: new Map() };
  zones.set(name, zone);
  return zone;
}

function askOffset(zone: Zone, epochMs: number): number {
  const offset = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(zone.formatter.format(epochMs));
  if (offset?.[2] === undefined) return 0;
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return offset[1] === '-' ? -minutes : minutes;
}

/**
 * Whether a text names a time zone that this machine knows.
 *
 * Source: ECMA-402, IANA time zone database.
 */
export function isTimeZone(name: string): boolean {
  try {
    zoneNamed(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Offset from UTC in a zone at an instant, in minutes. Asked of `Intl` once per zone and day, since a
 * search answers hundreds of slots.
 *
 * Source: ECMA-402, IANA time zone database.
 *
 * @throws {RangeError} for an unknown zone.
 */
export function offsetAt(timeZone: string, epochMs: number): number {
  const zone = zoneNamed(timeZone);
  const day = Math.floor(epochMs / DAY);
  let offset = zone.days.get(day);
  if (offset === undefined) {
    const first = askOffset(zone, day * DAY);
    const last = askOffset(zone, day * DAY + DAY - 1);
    offset = first === last ? first : null;
    if (zone.days.size >= MOST_DAYS) zone.days.clear();
    zone.days.set(day, offset);
  }
  return offset ?? askOffset(zone, epochMs);
}

/** `+02:00` for 120. */
export function offsetText(minutes: number): string {
  const absolute = Math.abs(minutes);
  const hours = Math.floor(absolute / 60);
  const rest = absolute % 60;
  return `${minutes < 0 ? '-' : '+'}${hours < 10 ? '0' : ''}${hours}:${rest < 10 ? '0' : ''}${rest}`;
}

/**
 * An instant as the SAS wants it: `2026-11-23T09:20:00.000+01:00`, local time of the zone.
 *
 * Source: official test 4.3.04; FHIR R4, datatype `instant`.
 */
export function formatInstant(epochMs: number, timeZone: string): string {
  const offset = offsetAt(timeZone, epochMs);
  return wallText(epochMs + offset * MINUTE) + offsetText(offset);
}

/** What a date-time text says. */
export interface ParsedInstant {
  /** Milliseconds since 1970; null when the text has no offset. */
  readonly epochMs: number | null;
  /** Minutes; null when the text has no offset. */
  readonly offset: number | null;
  /** The wall clock as if it were UTC, milliseconds since 1970. */
  readonly wallMs: number;
  readonly utc: boolean;
  readonly milliseconds: boolean;
}

const DATE_TIME =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(\.\d{1,9})?)?\s?(?:(Z)|([+-])(\d\d):?(\d\d))?$/i;

/**
 * Takes a date-time apart, tolerant of what vendors send: no offset, `Z`, no milliseconds, no seconds,
 * offset without colon.
 *
 * Source: FHIR R4, datatypes `instant` and `dateTime`; requests of the guide and of the official kit.
 *
 * @returns null for anything else: no time, a day that does not exist, 25 o'clock.
 */
export function parseInstant(text: string): ParsedInstant | null {
  const parts = DATE_TIME.exec(text);
  if (parts === null) return null;
  const [, day, minutes, seconds = '00', fraction = '.000', zulu, sign, hours, rest] = parts;
  const wall = `${day}T${minutes}:${seconds}${fraction.padEnd(4, '0').slice(0, 4)}`;
  const wallMs = Date.parse(`${wall}Z`);
  // Date.parse takes 30 February for 2 March, and 24:00 for the day after.
  if (new Date(wallMs).getUTCDate() !== Number(day!.slice(-2))) return null;
  const shape = { wallMs, milliseconds: parts[4] !== undefined };
  if (zulu !== undefined) return { ...shape, epochMs: wallMs, offset: 0, utc: true };
  if (sign === undefined) return { ...shape, epochMs: null, offset: null, utc: false };
  const size = Number(hours) * 60 + Number(rest);
  if (size > 14 * 60 || Number(rest) > 59) return null;
  const offset = sign === '-' ? -size : size;
  return { ...shape, epochMs: wallMs - offset * MINUTE, offset, utc: false };
}

/**
 * The instant of a wall clock in a zone. An hour that does not exist (start of summer time) is moved
 * forward; of an hour that happens twice the first is taken.
 *
 * Source: ECMA-402, IANA time zone database.
 */
export function fromWallClock(wallMs: number, timeZone: string): number {
  const before = wallMs - offsetAt(timeZone, wallMs - DAY) * MINUTE;
  const after = wallMs - offsetAt(timeZone, wallMs + DAY) * MINUTE;
  const fits = (epochMs: number) => epochMs + offsetAt(timeZone, epochMs) * MINUTE === wallMs;
  if (fits(before)) return before;
  return fits(after) ? after : before;
}

const EXACT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/;

/** Whether a text has the very form of the official test 4.3.04: milliseconds, numeric offset. */
export function isExactInstant(text: string): boolean {
  return EXACT.test(text);
}

/**
 * A date-time of the agenda as it is sent: local time of the zone with its offset of that day. A text
 * without offset is local time of the zone.
 *
 * @returns null when the text is no date-time.
 */
export function inZone(text: string, timeZone: string): { epochMs: number; text: string } | null {
  const wall = exactWall(text);
  const offset = exactOffset(text);
  if (!Number.isNaN(wall) && !Number.isNaN(offset)) {
    const epochMs = wall - offset * MINUTE;
    const fits = text.length === 29 && offset === offsetAt(timeZone, epochMs);
    return { epochMs, text: fits ? text : formatInstant(epochMs, timeZone) };
  }
  const parsed = parseInstant(text);
  if (parsed === null) return null;
  const epochMs = parsed.epochMs ?? fromWallClock(parsed.wallMs, timeZone);
  return { epochMs, text: formatInstant(epochMs, timeZone) };
}
