import { addDays, civilTime } from '@sas-kit/client/regime';

export { civilTime, type CivilTime } from '@sas-kit/client/regime';

/** The next civil date. Dates only: a day of a zone may have 23 or 25 hours. */
export function nextDate(date: string): string {
  return addDays(date, 1);
}

/** The civil dates that a window touches. Its end is not in it. */
export function datesOf(from: string, to: string, zone: string): string[] {
  const last = civilTime(Date.parse(to) - 1, zone).date;
  const dates: string[] = [];
  for (let date = civilTime(from, zone).date; date <= last; date = nextDate(date)) dates.push(date);
  return dates;
}
