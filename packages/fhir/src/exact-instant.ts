/**
 * The quick way for date-times in the two forms that agendas keep: `2026-11-23T09:20:00.000+01:00` and
 * `2026-11-23T08:20:00.000Z`. An answer holds hundreds of them.
 */

const MINUTE = 60_000;
const DAY = 86_400_000;
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Two digits at a place of a text; NaN when they are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Days from 1970 to a day of the Gregorian calendar. */
function daysTo(year: number, month: number, day: number): number {
  const years = month <= 2 ? year - 1 : year;
  const era = Math.floor(years / 400);
  const yearOfEra = years - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/**
 * The wall clock of `YYYY-MM-DDThh:mm:ss.sss…` as if it were UTC, milliseconds since 1970; NaN for any
 * other form and for a day or time that does not exist. What follows the milliseconds is not looked at.
 */
export function exactWall(text: string): number {
  if (
    text.charCodeAt(4) !== 45 ||
    text.charCodeAt(7) !== 45 ||
    text.charCodeAt(10) !== 84 ||
    text.charCodeAt(13) !== 58 ||
    text.charCodeAt(16) !== 58 ||
    text.charCodeAt(19) !== 46
  ) {
    return Number.NaN;
  }
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  const millisecond = two(text, 20) * 10 + (two(text, 21) % 10);
  if (!(month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 59)) {
    return Number.NaN;
  }
  if (day > DAYS_OF_MONTH[month - 1]! || (month === 2 && day === 29 && !isLeap(year))) {
    return Number.NaN;
  }
  return (
    daysTo(year, month, day) * DAY +
    hour * 3_600_000 +
    minute * MINUTE +
    second * 1000 +
    millisecond
  );
}

/** The offset of `…±hh:mm` behind 23 characters, minutes; 0 for `Z`; NaN for anything else. */
export function exactOffset(text: string): number {
  const sign = text.charCodeAt(23);
  if (text.length === 24) return sign === 90 ? 0 : Number.NaN;
  if (text.length !== 29 || text.charCodeAt(26) !== 58) return Number.NaN;
  const minutes = two(text, 27);
  const size = two(text, 24) * 60 + minutes;
  if (!(size <= 14 * 60 && minutes <= 59)) return Number.NaN;
  if (sign === 43) return size;
  return sign === 45 ? -size : Number.NaN;
}

let lastDay = Number.NaN;
let lastDayText = '';
const pad = (value: number) => (value < 10 ? `0${value}` : `${value}`);

/** A wall clock as `YYYY-MM-DDThh:mm:ss.sss`. */
export function wallText(wallMs: number): string {
  const day = Math.floor(wallMs / DAY);
  if (day !== lastDay) {
    lastDayText = new Date(day * DAY).toISOString().slice(0, 11);
    lastDay = day;
  }
  const rest = wallMs - day * DAY;
  const millisecond = rest % 1000;
  const seconds = Math.floor(rest / 1000);
  const fraction = millisecond === 0 ? '000' : String(millisecond).padStart(3, '0');
  const hours = pad(Math.floor(seconds / 3600));
  const minutes = pad(Math.floor((seconds % 3600) / 60));
  return `${lastDayText}${hours}:${minutes}:${pad(seconds % 60)}.${fraction}`;
}
