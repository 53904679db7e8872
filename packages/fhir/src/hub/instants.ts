import { offsetAt, offsetText, parseInstant } from '../instants.ts';

const MINUTE_MS = 60_000;
const EARLIEST_MS = Date.UTC(1900, 0, 2);
const LATEST_MS = Date.UTC(9999, 11, 30);

/**
 * An instant as every message carries it: with the offset that the zone has at that instant, whole
 * seconds (a fraction is dropped), never `Z`: `2026-10-25T02:30:00+02:00`. UTC is `+00:00`.
 *
 * @param instant A date, or RFC 3339 with an offset or `Z`.
 * @param timeZone IANA name, `Europe/Paris`, `Indian/Reunion`.
 * @throws {RangeError} for an instant that cannot be read or is outside the years 1900 to 9999, and
 *   for a zone that this machine does not know.
 *
 * Source: pattern of every instant in `RC-DE.schema.json` and `RS-SAS-RDV.schema.json`.
 */
export function toHubInstant(instant: Date | string, timeZone: string): string {
  const epochMs = epochOf(instant);
  if (epochMs === null) throw new RangeError('not an instant with an offset');
  return hubForm(epochMs, offsetAt(timeZone, epochMs));
}

/**
 * Milliseconds since 1970, or null for what is no instant or lies outside the years 1900 to 9999.
 */
export function epochOf(instant: Date | string): number | null {
  if (typeof instant === 'string') return readInstant(instant)?.epochMs ?? null;
  const epochMs = instant.getTime();
  return epochMs >= EARLIEST_MS && epochMs <= LATEST_MS ? epochMs : null;
}

function hubForm(epochMs: number, offsetMinutes: number): string {
  const wallClock = new Date(epochMs + offsetMinutes * MINUTE_MS).toISOString().slice(0, 19);
  return wallClock + offsetText(offsetMinutes);
}

/** An instant that was read. */
export interface ReadInstant {
  /** The same instant in the form that messages carry, with the offset it came with. */
  readonly text: string;
  readonly epochMs: number;
  readonly offsetMinutes: number;
  /** How it differs from that form; null when it does not. */
  readonly oddity: 'z' | 'fraction' | 'form' | null;
}

const HUB_FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[-+]\d{2}:\d{2}$/;

/**
 * Reads an instant in the form of the Hub and in the forms that programs write instead: `Z`, a
 * fraction of a second (dropped), no seconds, a blank for the `T`, an offset without colon. Null
 * for what cannot be read, has no offset, or does not exist, like 30 February.
 */
export function readInstant(text: string): ReadInstant | null {
  const parsed = parseInstant(text);
  if (parsed === null || parsed.epochMs === null || parsed.offset === null) return null;
  const { offset } = parsed;
  const epochMs = Math.floor(parsed.epochMs / 1000) * 1000;
  if (epochMs < EARLIEST_MS || epochMs > LATEST_MS) return null;
  if (HUB_FORM.test(text)) return { text, epochMs, offsetMinutes: offset, oddity: null };
  const oddity = parsed.utc ? 'z' : parsed.milliseconds ? 'fraction' : 'form';
  return { text: hubForm(epochMs, offset), epochMs, offsetMinutes: offset, oddity };
}
