import type { Language } from '../controllers/locale.ts';
import { formatDate, isDate } from './week.ts';

/** A year, a month or a day, as exact as its source: `2021`, `2021-01`, `2021-05-26`. */
export function isPartialDate(text: string): boolean {
  return /^\d{4}$/.test(text) || isDate(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text);
}

/** `2021`, `janvier 2021`, `26 mai 2021`; what is no such date, as it was sent. */
export function formatPartialDate(date: string, language: Language): string {
  if (!isPartialDate(date) || date.length === 4) return String(date);
  return formatDate(date, language, date.length === 7 ? 'month and year' : 'year');
}
