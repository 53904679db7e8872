import { Temporal } from 'temporal-polyfill';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(name: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${name} ${timeZone}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('fr-FR', { ...options, timeZone });
  formatters.set(key, made);
  return made;
}

/** `9 h 20` */
export function clockTime(at: Date, timeZone: string): string {
  const parts = formatter('time', timeZone, { hour: 'numeric', minute: '2-digit' }).formatToParts(
    at,
  );
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const minutes = part('minute');
  return `${Number(part('hour'))}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`;
}

/** `lundi 23 novembre` */
export function longDay(at: Date, timeZone: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return formatter('day', timeZone, options).format(at);
}

/** Day on the calendar of a zone, `2026-11-23`. */
export function dayOf(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** A day of the calendar that somebody typed into an address; null when it is none. */
export function readDay(text: unknown): string | null {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Midnight of a day in a zone. */
export function midnight(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}
