import { parisInstant } from './paris.ts';

/** What a FHIR date stands for: both ends, inclusive, in ms since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const FORM =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

const MINUTE = 60_000;

/**
 * Reads a date of a search: year, month, day, minute, second or fraction, with an offset, `Z`, or
 * none (Europe/Paris, C17). A space stands for a `+` that was not escaped (C18).
 *
 * @returns the span that the text stands for at its precision, or null when it is no date.
 */
export function parseInstant(text: string): Span | null {
  const match = FORM.exec(text.trim().replace(/ (?=\d{2}:\d{2}$)/, '+'));
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  if (!isCalendarDate(Number(year), Number(month ?? 1), Number(day ?? 1))) return null;
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return null;
  const offset = zone === undefined ? null : parseOffset(zone);
  if (Number.isNaN(offset)) return null;

  const wall = (end: boolean): number => {
    const date = new Date(0);
    const months = Number(month ?? 1) - 1;
    // One unit of the precision further, less a millisecond, is the end of the span.
    date.setUTCFullYear(
      Number(year) + Number(end && month === undefined),
      months + Number(end && month !== undefined && day === undefined),
      Number(day ?? 1) + Number(end && day !== undefined && hour === undefined),
    );
    const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6);
    date.setUTCHours(Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0), ms);
    if (!end || fraction !== undefined) return date.getTime();
    if (hour === undefined) return date.getTime() - 1;
    return date.getTime() + (second === undefined ? MINUTE : 1000) - 1;
  };
  if (offset !== null) return { from: wall(false) - offset, to: wall(true) - offset };
  return {
    from: parisInstant(wall(false), 'earliest'),
    to: parisInstant(wall(true), 'latest'),
  };
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] ?? 0);
}

/** In ms; NaN when no zone on earth has it. */
function parseOffset(zone: string): number {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 14 || minutes > 59) return NaN;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE;
}
