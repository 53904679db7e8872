/** Publishes the demonstration's agendas as a vendor's software would: through the SDK, over HTTP. */
import {
  type CallOptions,
  eachItem,
  type PushedSlot,
  responseInfo,
  type Rule,
  type RuleRequest,
  type SasClient,
  type Schedule,
} from '@sas-kit/client';
import { type DemonstrationAgenda, type Hours, offerOf, ruleOf } from './agenda.ts';
import { addDays, EVERY_DAY, localInstant, startsBetween, weekdayOf } from './calendar.ts';

/** Days ahead that are pushed, as far as weekly rules reach. */
const PUSHED_DAYS = 14;
/** An absence covers more than weekly rules and pushes reach. */
const AWAY_DAYS = 45;
const MINUTE = 60_000;

/** What is there once everything is published. */
export interface Published {
  agendas: number;
  /** Weekly rules of all agendas. */
  rules: number;
  /** Pushed slots, those of an earlier start included. */
  pushed: number;
}

/**
 * Publishes what is not there yet. A second start finds its agendas by their `ref`, adds rules that
 * are missing and pushes the coming days again: the slots of an earlier start are kept, and so is
 * every booking.
 */
export async function publishAgendas(
  client: SasClient,
  agendas: readonly DemonstrationAgenda[],
  options: CallOptions = {},
): Promise<Published> {
  const now = await platformTime(client, options);
  const known = new Map<string | null, Schedule>();
  for await (const schedule of eachItem((query) => client.schedules.list(query, options), {})) {
    known.set(schedule.ref, schedule);
  }
  const published: Published = { agendas: 0, rules: 0, pushed: 0 };
  for (const agenda of agendas) {
    const { id } = known.get(agenda.ref) ?? (await openAgenda(client, agenda, options));
    published.agendas += 1;
    published.rules += await addMissingRules(client, id, agenda.weekly ?? [], options);
    published.pushed += await pushSlots(client, id, agenda, now, options);
    // After the rules: an agenda that never had a slot is told as not connected.
    if (agenda.away === true) await beAway(client, id, now, options);
  }
  return published;
}

/** Now by the platform's clock, which a demonstration may have moved, in the zone of Le Havre. */
export async function platformTime(client: SasClient, options: CallOptions): Promise<string> {
  return (await client.availability.search({ insee: '76351', limit: 1 }, options)).asOf;
}

async function openAgenda(
  client: SasClient,
  agenda: DemonstrationAgenda,
  options: CallOptions,
): Promise<Schedule> {
  const { weekly: _weekly, pushed: _pushed, away: _away, ...request } = agenda;
  return client.schedules.create(request, options);
}

/** Adds the rules whose hours nothing covers: one that was edited since is not published twice. */
async function addMissingRules(
  client: SasClient,
  scheduleId: string,
  weekly: readonly Hours[],
  options: CallOptions,
): Promise<number> {
  if (weekly.length === 0) return 0;
  const standing: Rule[] = [];
  const list = (query: object) => client.rules.list(scheduleId, query, options);
  for await (const rule of eachItem(list, {})) standing.push(rule);
  for (const hours of weekly) {
    const wanted = ruleOf(hours);
    if (standing.some((rule) => overlap(rule, wanted))) continue;
    standing.push(await client.rules.create(scheduleId, wanted, options));
  }
  return standing.length;
}

function overlap(a: RuleRequest, b: RuleRequest): boolean {
  const sameDay = a.days.some((day) => b.days.includes(day));
  return sameDay && a.startTime < b.endTime && b.startTime < a.endTime;
}

async function pushSlots(
  client: SasClient,
  scheduleId: string,
  agenda: DemonstrationAgenda,
  now: string,
  options: CallOptions,
): Promise<number> {
  if (agenda.pushed === undefined) return 0;
  const slots = pushedSlots(agenda, now);
  const to = localInstant(addDays(now.slice(0, 10), PUSHED_DAYS + 1), '04:00');
  const window = { from: now, to, slots };
  const { created, kept } = await client.schedules.replaceSlots(scheduleId, window, options);
  return created + kept;
}

/** The slots that lie ahead of `now`. Their `ref`s are the same at every start. */
export function pushedSlots(
  { ref, pushed = [] }: Pick<DemonstrationAgenda, 'ref' | 'pushed'>,
  now: string,
): PushedSlot[] {
  const days = Array.from({ length: PUSHED_DAYS }, (_, day) => addDays(now.slice(0, 10), day));
  return days
    .flatMap((date) => pushed.flatMap((hours) => slotsOfDay(ref, hours, date)))
    .filter(({ start }) => Date.parse(start) > Date.parse(now));
}

function slotsOfDay(ref: string, hours: Hours, date: string): PushedSlot[] {
  const { from, to, days = EVERY_DAY, minutes = 20 } = hours;
  if (!days.includes(weekdayOf(date))) return [];
  return startsBetween(from, to, minutes).map((time) => {
    const start = localInstant(date, time);
    const end = new Date(Date.parse(start) + minutes * MINUTE).toISOString();
    const compact = `${date.replaceAll('-', '')}T${time.replace(':', '')}`;
    return { ref: `demo-${ref}-${compact}`, start, end, ...offerOf(hours) };
  });
}

/** Keeps an absence over all that weekly rules offer. */
async function beAway(
  client: SasClient,
  scheduleId: string,
  now: string,
  options: CallOptions,
): Promise<void> {
  const to = localInstant(addDays(now.slice(0, 10), AWAY_DAYS), '08:00');
  const [absence] = (await client.absences.list(scheduleId, {}, options)).items;
  if (absence === undefined) {
    await client.absences.create(scheduleId, { from: now, to }, options);
    return;
  }
  const ifMatch = responseInfo(await client.absences.get(scheduleId, absence.id, options))?.etag;
  const longer = { from: absence.from, to };
  await client.absences.replace(scheduleId, absence.id, longer, {
    ...options,
    ifMatch: ifMatch ?? '',
  });
}
