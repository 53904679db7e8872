import { fromWallClock, isTimeZone, parseInstant, timeZoneOf } from '@sas-kit/fhir';
import { Temporal } from 'temporal-polyfill';
import type { FilePlace, FileSlot } from './agenda-file.ts';

/** Why a start cannot be read. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** IANA zone of an address: its own, else that of its postal code. */
export function zoneOf(address: Pick<FilePlace, 'timeZone' | 'postalCode'> | undefined): string {
  const { timeZone, postalCode } = address ?? {};
  return timeZone && isTimeZone(timeZone) ? timeZone : timeZoneOf(postalCode);
}

/**
 * When a slot starts, in ms since 1970: `startsIn` from the moment of loading, rounded up to the next
 * five minutes, or `start`, local time of the place.
 *
 * @throws {StartError} when there is none, both, or it is neither a duration nor a date-time.
 */
export function startOf(
  { startsIn = '', start = '' }: Pick<FileSlot, 'startsIn' | 'start'>,
  timeZone: string,
  loadedAt: Date,
): number {
  if ((startsIn === '') === (start === '')) {
    throw new StartError('must have either startsIn or start');
  }
  return startsIn === '' ? fromStart(start, timeZone) : fromDuration(startsIn, timeZone, loadedAt);
}

function fromStart(start: string, timeZone: string): number {
  const parsed = parseInstant(start.trim());
  if (parsed === null) throw new StartError(`start is no date-time: ${start}`);
  return parsed.epochMs ?? fromWallClock(parsed.wallMs, timeZone);
}

function fromDuration(startsIn: string, timeZone: string, loadedAt: Date): number {
  try {
    return Temporal.Instant.fromEpochMilliseconds(loadedAt.getTime())
      .toZonedDateTimeISO(timeZone)
      .add(Temporal.Duration.from(startsIn.trim()))
      .round({ smallestUnit: 'minute', roundingIncrement: 5, roundingMode: 'ceil' })
      .epochMilliseconds;
  } catch {
    throw new StartError(`startsIn is no ISO 8601 duration: ${startsIn}`);
  }
}
