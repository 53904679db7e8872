import { Temporal } from 'temporal-polyfill';
import type { Fault } from './problem.ts';
import { bodyProblem, parameterProblem } from './problem.ts';

const HOUR = 3_600_000;
/** Zone and hour → offset in minutes. Zones change their offset on the hour, and there are few hours in sight. */
const offsets = new Map<string, number>();
const MAX_OFFSETS = 20_000;

function offsetMinutes(epochMs: number, zone: string): number {
  const key = `${zone} ${Math.floor(epochMs / HOUR)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs / HOUR) * HOUR);
  const minutes = instant.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
  if (offsets.size >= MAX_OFFSETS) offsets.clear();
  offsets.set(key, minutes);
  return minutes;
}

/** RFC 3339 with the numeric offset that `zone` has at that instant, whole seconds: `2026-11-23T09:20:00+01:00`. */
export function formatInstant(instant: Date, zone: string): string {
  const offset = offsetMinutes(instant.getTime(), zone);
  const local = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const absolute = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
}

/** Of what belongs to no place. */
const HOME_ZONE = 'Europe/Paris';

/** An instant of something that belongs to no place, a person or a program; null where there is none. */
export function formatPlaceless(instant: Date): string;
export function formatPlaceless(instant: Date | null | undefined): string | null;
export function formatPlaceless(instant: Date | null | undefined): string | null {
  return instant == null ? null : formatInstant(instant, HOME_ZONE);
}

/** The zone's civil date at that instant, `2026-11-23`. */
export function civilDate(instant: Date, zone: string): string {
  return formatInstant(instant, zone).slice(0, 10);
}

/** Whether this machine knows the IANA zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Parses an instant that the contract's `date-time` format has let through. Leap seconds count as the next second. */
function parse(text: string): Date | null {
  const instant = new Date(text.replace(/:60(?=[.Zz+-])/, ':59').replace(/ /, 'T'));
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** @throws {ProblemError} 400 with the parameter's name. */
export function instantParameter(name: string, text: string): Date {
  const instant = parse(text);
  if (instant !== null) return instant;
  throw parameterProblem('invalid-format', name, `${name} is not an instant`);
}

/** @throws {ProblemError} 400 with the place in the body. */
export function instantMember(pointer: NonNullable<Fault['pointer']>, text: string): Date {
  const instant = parse(text);
  if (instant !== null) return instant;
  throw bodyProblem('invalid-format', pointer, `${pointer} is not an instant`);
}
