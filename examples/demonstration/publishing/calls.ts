/** A month of simulated telephone calls, so that the figures of the demonstration have something to show. */
import { createHash } from 'node:crypto';
import type { CallEvent, CallOptions, SasClient } from '@sas-kit/client';
import { addDays, localInstant, weekdayOf } from './calendar.ts';

const TERRITORY = 'le-havre-fecamp';
/** Days before today that have calls. */
const DAYS = 31;
/** Events of one request, at most. */
const BATCH = 1000;
const SECOND = 1000;
const HOUR = 3600;

/** Numbers from 0 to 1, the same for the same text: a second start tells of the same calls. */
export function numbersOf(text: string): number[] {
  const bytes = createHash('sha256').update(text).digest();
  return Array.from({ length: 8 }, (_, at) => bytes.readUInt32LE(at * 4) / 2 ** 32);
}

/** Events of the calls of one day: more at the weekend and in the evening, when whoever calls waits longer. */
export function callsOf(date: string): CallEvent[] {
  const weekend = ['sat', 'sun'].includes(weekdayOf(date));
  const [mood = 0] = numbersOf(date);
  const calls = Math.round((weekend ? 190 : 120) * (0.85 + 0.3 * mood));
  const noon = Date.parse(localInstant(date, '12:00'));
  return Array.from({ length: calls }, (_, at) => callOf(`${date}-${at}`, noon, weekend)).flat();
}

function callOf(name: string, noon: number, weekend: boolean): CallEvent[] {
  const [when = 0, evening = 0, wait = 0, end = 0, passed = 0, queue = 0] = numbersOf(name);
  // From 04:00 to midnight; every third call comes in the evening.
  const hours = evening < 1 / 3 ? 6 + 4 * when : -8 + 19.9 * when;
  const begins = noon + Math.floor(hours * HOUR) * SECOND;
  const busy = weekend || (hours > 6 && hours < 10) ? 1.6 : 1;
  const waited = Math.round(busy * (4 + 90 * wait ** 3));
  const tell = (kind: CallEvent['kind'], seconds: number): CallEvent => ({
    id: `demo-${name}-${kind}`,
    callId: `demo-${name}`,
    territory: TERRITORY,
    queue: queue < 0.7 ? 'snp' : 'amu',
    kind,
    at: new Date(begins + seconds * SECOND).toISOString(),
  });
  if (end < 0.04) return [tell('presented', 0), tell('abandoned', 3 + Math.round(10 * wait))];
  if (end < 0.04 + 0.06 * busy) return [tell('presented', 0), tell('abandoned', 20 + waited)];
  const answered = [tell('presented', 0), tell('answered', waited)];
  return passed < 0.15 ? [...answered, tell('transferred', waited + 60)] : answered;
}

/**
 * Tells of the calls of the last days that have none.
 *
 * @param today civil day of Le Havre.
 * @returns how many events were sent.
 */
export async function publishCalls(
  client: SasClient,
  today: string,
  options: CallOptions = {},
): Promise<number> {
  const [from, to] = [addDays(today, -DAYS), addDays(today, -1)];
  const query = { territory: TERRITORY, from, to, step: 'day' } as const;
  const { items } = await client.statistics.calls(query, options);
  const events = items
    .filter(({ presented }) => presented === 0)
    .flatMap((day) => callsOf(day.from.slice(0, 10)));
  for (let at = 0; at < events.length; at += BATCH) {
    await client.callEvents.send(events.slice(at, at + BATCH), options);
  }
  return events.length;
}
