import { formatInstant, instantOf } from '@sas-kit/client/regime';

export { formatInstant } from '@sas-kit/client/regime';

/**
 * The instant at which the clocks of a zone show a date (`2026-11-23`) and a time (`09:20`), RFC 3339
 * with its offset. A time that is shown twice means the first; one that is skipped moves on by the
 * length of the gap.
 */
export function localToInstant(date: string, time: string, zone: string): string {
  return formatInstant(instantOf(date, time, zone), zone);
}

/** Whether the clocks of a zone show a time on a date: a change of clocks skips an hour. */
export function isShown(date: string, time: string, zone: string): boolean {
  return localToInstant(date, time, zone).startsWith(`${date}T${time}`);
}
