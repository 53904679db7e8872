import type { Sql } from '../database/database.ts';
import type { Caller } from '../identity/caller.ts';
import { Bindings, schedulesWithin } from '../identity/visibility.ts';
import { BOUNDS, type Period, periodsOf } from './periods.ts';
import type { Window } from './window.ts';

/** What the slots of one period came to; whole numbers. */
export interface AgendaCounts {
  published: number;
  used: number;
  overbooked: number;
  honoured: number;
  noShows: number;
}

/** Whose agenda. */
export interface CountedAgenda extends Record<string, unknown> {
  scheduleId: string;
  practitioner: string | null;
  place: string;
}

export interface CountedSlots extends AgendaCounts, Period, Record<string, unknown> {
  minutes: number;
  agenda: CountedAgenda | null;
  /** How many different practitioners, or structures where an agenda has none, each count comes from. */
  practices: AgendaCounts;
}

/** Civil days of the place of each agenda. */
const DAY = (instant: string) => `(${instant} at time zone sch.zone)::date`;
/** By an index, in whatever zone. */
const NEAR = (instant: string) =>
  `${instant} >= bounds.first - interval '1 day' and ${instant} < bounds.last + interval '1 day'`;
const PRACTICES = (count: string) =>
  `count(distinct counted.practice) filter (where counted.${count} > 0)`;

/** @param schedules condition on `s`, with its location `l`. @param each whether every agenda has rows of its own. */
const SQL = (step: string, schedules: string, each: boolean) => `
with ${BOUNDS}, sch as (
  select s.id, coalesce(s.practitioner_id, s.structure_id, s.id) as practice, l.time_zone as zone, coalesce(l.name, l.city) as place,
    nullif(concat_ws(' ', p.given, p.family), '') as practitioner
  from schedule s join location l on l.id = s.location_id
  left join practitioner p on p.id = s.practitioner_id where ${schedules}
), happened as (
  select sch.id, ${DAY('s.starts_at')} as day, slot_places(s) as published, s.booked as used,
    slot_places(s) * extract(epoch from s.ends_at - s.starts_at) / 60 as minutes,
    0 as overbooked, 0 as honoured, 0 as missed
  from bounds, sch join slot s on s.schedule_id = sch.id where ${NEAR('s.starts_at')}
  union all
  select sch.id, d.day, d.published, d.used, d.minutes, 0, 0, 0
  from sch join slot_day d on d.schedule_id = sch.id where d.day between $2::date and $3::date
  union all
  select sch.id, ${DAY('a.starts_at')}, 0, 0, 0, (a.overbooked and a.status <> 'cancelled')::int,
    (a.status = 'fulfilled')::int, (a.status = 'noshow')::int
  from bounds, sch join appointment a on a.schedule_id = sch.id
  where a.editor is null and ${NEAR('a.starts_at')}
), counted as (
  select date_trunc(step, day::timestamp) at time zone bounds.zone as key, h.*, practice
  from bounds, happened h join sch using (id) where day between $2::date and $3::date
), ${periodsOf(step)}
select "from", "to", coalesce(sum(published), 0)::int as published, coalesce(sum(used), 0)::int as used,
  coalesce(sum(minutes), 0)::int as minutes, coalesce(sum(overbooked), 0)::int as overbooked,
  coalesce(sum(honoured), 0)::int as honoured, coalesce(sum(missed), 0)::int as "noShows",
  jsonb_build_object('published', ${PRACTICES('published')}, 'used', ${PRACTICES('used')},
    'overbooked', ${PRACTICES('overbooked')}, 'honoured', ${PRACTICES('honoured')},
    'noShows', ${PRACTICES('missed')}) as practices,
  ${
    each
      ? `jsonb_build_object('scheduleId', sch.id, 'practitioner', practitioner, 'place', place) as agenda
from period cross join sch left join counted using (key, id)
group by "from", "to", sch.id, practitioner, place order by "from", practitioner, place, sch.id`
      : `null::jsonb as agenda
from period left join counted using (key) group by "from", "to" order by "from"`
  }`;

/** Counts slots by period, of all agendas of territories together. */
export async function countSlots(
  sql: Sql,
  territories: readonly string[],
  { from, to, step }: Window,
  timeZone: string,
): Promise<CountedSlots[]> {
  const text = SQL(step, 'l.territory_id = any($1::text[])', false);
  return sql.query<CountedSlots>(text, [territories, from, to, timeZone, step]);
}

/** Counts slots by period and agenda of the caller's own. */
export async function countOwnSlots(
  sql: Sql,
  caller: Caller,
  { from, to, step }: Window,
  timeZone: string,
): Promise<CountedSlots[]> {
  const bind = new Bindings();
  for (const value of [[], from, to, timeZone, step]) bind.add(value);
  const own = schedulesWithin(caller, 'agenda-statistics:read', 's', bind);
  // No territory is asked for.
  return sql.query<CountedSlots>(SQL(step, `$1::text[] = '{}' and ${own}`, true), bind.values);
}

/** The zone of the caller's first agenda. */
export async function zoneOfOwn(sql: Sql, caller: Caller): Promise<string> {
  const bind = new Bindings();
  const own = schedulesWithin(caller, 'agenda-statistics:read', 's', bind);
  const rows = await sql.query<{ zone: string }>(
    `select l.time_zone as zone from schedule s join location l on l.id = s.location_id
     where ${own} order by s.created_at, s.id limit 1`,
    bind.values,
  );
  return rows[0]?.zone ?? 'Europe/Paris';
}
