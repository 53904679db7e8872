import type { SimulatedEvent } from './simulated-calls.ts';

/** Figures of one period, counted by loops over the events, without the platform's statements. */
export interface Recounted {
  presented: number;
  answered: number;
  answeredWithin30s: number;
  answeredWithin60s: number;
  abandonedEarly: number;
  abandoned: number;
  unfinished: number;
  transferred: number;
}

const nothing = (): Recounted => ({
  presented: 0,
  answered: 0,
  answeredWithin30s: 0,
  answeredWithin60s: 0,
  abandonedEarly: 0,
  abandoned: 0,
  unfinished: 0,
  transferred: 0,
});

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-10-25` of an instant in a zone. */
export function localDay(ms: number, timeZone: string): string {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(ms);
}

/** The name of the period that an instant lies in: an instant for hours, a civil day for others. */
export function periodOf(ms: number, step: string, timeZone: string): string {
  if (step === 'hour') return String(Math.floor(ms / 3_600_000));
  const day = localDay(ms, timeZone);
  if (step === 'day') return day;
  if (step === 'month') return day.slice(0, 7);
  const noon = Date.parse(`${day}T12:00:00Z`);
  const sinceMonday = (new Date(noon).getUTCDay() + 6) % 7;
  return new Date(noon - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}

/** The calls that one id stood for, each in order: after more than four hours of silence it is of another one. */
function usesOf(events: readonly SimulatedEvent[]): SimulatedEvent[][] {
  const calls: SimulatedEvent[][] = [];
  let last = -Infinity;
  for (const event of events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const at = Date.parse(event.at);
    if (at - last > 4 * 3_600_000) calls.push([]);
    calls.at(-1)!.push(event);
    last = at;
  }
  return calls;
}

/** Counts the calls that begin within two civil days, by period. */
export function recount(
  events: readonly SimulatedEvent[],
  { from, to, step, timeZone }: { from: string; to: string; step: string; timeZone: string },
  queue?: string,
): Map<string, Recounted> {
  const byCall = new Map<string, SimulatedEvent[]>();
  for (const event of events) {
    const name = `${event.territory} ${event.callId}`;
    const known = byCall.get(name);
    if (known === undefined) byCall.set(name, [event]);
    else known.push(event);
  }
  const periods = new Map<string, Recounted>();
  for (const call of [...byCall.values()].flatMap(usesOf)) {
    const first = (kind: string): number | undefined =>
      call.filter((each) => each.kind === kind).map(({ at }) => Date.parse(at))[0];
    const begins = Date.parse(call[0]!.at);
    const day = localDay(begins, timeZone);
    const came = call.find((each) => each.queue !== undefined)?.queue;
    if (day < from || day > to || (queue !== undefined && came !== queue)) continue;
    const name = periodOf(begins, step, timeZone);
    const counts = periods.get(name) ?? nothing();
    periods.set(name, counts);
    const waits = first('ring') ?? begins;
    const [answered, abandoned] = [first('answered'), first('abandoned')];
    counts.presented++;
    if (first('transferred') !== undefined) counts.transferred++;
    if (answered !== undefined) {
      counts.answered++;
      if (answered - waits < 30_000) counts.answeredWithin30s++;
      if (answered - waits < 60_000) counts.answeredWithin60s++;
    } else if (abandoned === undefined) counts.unfinished++;
    else if (abandoned - waits < 15_000) counts.abandonedEarly++;
    else counts.abandoned++;
  }
  return periods;
}

/** All periods together. */
export function together(periods: Iterable<Recounted>): Recounted {
  const all = nothing();
  for (const counts of periods) {
    for (const name of Object.keys(all) as (keyof Recounted)[]) all[name] += counts[name];
  }
  return all;
}
