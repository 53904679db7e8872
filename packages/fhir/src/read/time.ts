import { formatInstant, fromWallClock, offsetAt, parseInstant } from '../instants.ts';
import { asText } from '../json.ts';
import type { ReadNotes } from './notes.ts';

/** An instant, and its text in the time of the place. */
export interface ReadTime {
  readonly epochMs: number;
  readonly text: string;
}

/**
 * Reads a date-time in any form: `Z`, no milliseconds, an offset that is not that of the place (the
 * instant counts), none at all (local time of the place).
 */
export function readTime(
  value: unknown,
  timeZone: string,
  place: string,
  notes: ReadNotes,
  exact: boolean,
): ReadTime | null {
  const text = asText(value);
  const parsed = parseInstant(text);
  if (parsed === null) return notes.add('read-time', place, text);
  const { offset, utc, milliseconds } = parsed;
  if (offset === null || utc || (exact && !milliseconds)) notes.add('read-time-form', place, text);
  const epochMs = parsed.epochMs ?? fromWallClock(parsed.wallMs, timeZone);
  if (offset !== null && !utc && offset !== offsetAt(timeZone, epochMs)) {
    notes.add('read-time-offset', place, text);
  }
  return { epochMs, text: formatInstant(epochMs, timeZone) };
}
