import type { Language } from '../controllers/locale.ts';
import { civilTime, nextDate } from './civil.ts';
import { memo } from './memo.ts';

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

const dayParts = {
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  weekday: { weekday: 'long' },
  date: { day: 'numeric', month: 'short' },
} as const;

const dayFormat = memo(
  (language: Language, parts: keyof typeof dayParts) =>
    new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', ...dayParts[parts] }),
);
const kilometres = memo(
  (language: Language) =>
    new Intl.NumberFormat(locales[language], {
      style: 'unit',
      unit: 'kilometer',
      maximumFractionDigits: 1,
    }),
);
const zoneFormat = memo(
  (language: Language, zone: string) =>
    new Intl.DateTimeFormat(locales[language], { timeZone: zone, timeZoneName: 'longGeneric' }),
);

/**
 * `lundi 23 novembre`, `lundi`, `23 nov.` of a civil date; in French the first of a month is `1er`. A text
 * that is no date stays as it is.
 */
export function formatDay(
  date: string,
  language: Language,
  parts: keyof typeof dayParts = 'long',
): string {
  const day = new Date(date);
  if (Number.isNaN(+day)) return date;
  const text = dayFormat(language, parts).format(day);
  return language === 'fr' ? text.replace(/\b1 /, '1er ') : text;
}

/** `today`, `tomorrow`, or neither, seen from an instant in the place's zone. */
export function nearDay(
  date: string,
  asOf: string,
  zone: string,
): 'today' | 'tomorrow' | undefined {
  const today = civilTime(asOf, zone).date;
  if (date === today) return 'today';
  return date === nextDate(today) ? 'tomorrow' : undefined;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** `9 h 20`, `14 h`, in English `09:20`, of minutes since midnight. */
export function formatClock(minutes: number, language: Language): string {
  const hour = Math.floor(minutes / 60);
  const minute = twoDigits(minutes % 60);
  if (language === 'en') return `${twoDigits(hour)}:${minute}`;
  return minute === '00' ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minute}`;
}

/** The same of an instant in a zone. */
export function formatTime(instant: string, zone: string, language: Language): string {
  const { hour, minute } = civilTime(instant, zone);
  return formatClock(hour * 60 + minute, language);
}

/** Day and time of an instant in a zone: `lundi 23 novembre`, `9 h 20`. */
export function formatMoment(
  instant: string,
  zone: string,
  language: Language,
): [day: string, time: string] {
  return [formatDay(civilTime(instant, zone).date, language), formatTime(instant, zone, language)];
}

/** `15 minutes`, `1 h 30`. */
export function formatDuration(start: string, end: string): string {
  const minutes = Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
  if (minutes < 60) return `${minutes} minute${minutes > 1 ? 's' : ''}`;
  return formatClock(minutes, 'fr');
}

/** `1,2 km` */
export function formatDistance(km: number, language: Language): string {
  // Many fonts have no narrow no-break space.
  return kilometres(language).format(km).replace('\u202f', '\u00a0');
}

/** `+33235110001` as `02 35 11 00 01`, `116117` as `116 117`; other numbers as they are. */
export function formatPhone(number: string): string {
  return /^\+33\d{9}$/.test(number)
    ? number.replace('+33', '0').replace(/(\d\d)(?=\d)/g, '$1\u00a0')
    : number.replace(/^116(?=\d{3}$)/, '116\u00a0');
}

/** Name of a zone, where the reader's clock shows another time than the place's. */
export function foreignZone(
  instant: string,
  zone: string,
  readerZone: string,
  language: Language,
): string | undefined {
  const here = civilTime(instant, readerZone);
  const there = civilTime(instant, zone);
  const same = here.date === there.date && here.hour === there.hour && here.minute === there.minute;
  if (same) return undefined;
  const parts = zoneFormat(language, zone).formatToParts(new Date(instant));
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
