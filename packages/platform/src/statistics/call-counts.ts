import type { Sql } from '../database/database.ts';
import type { Window } from './window.ts';

/** What calls of one period came to; whole numbers. */
export interface CallCounts {
  presented: number;
  answered: number;
  answeredWithin30s: number;
  answeredWithin60s: number;
  abandonedEarly: number;
  abandoned: number;
  unfinished: number;
  transferred: number;
}

export interface CountedPeriod extends CallCounts, Record<string, unknown> {
  from: Date;
  to: Date;
}

/**
 * Periods begin in the zone: an hour is an instant's, so that the hour that comes twice is two; days and longer
 * ones are civil, so that a day has 23 to 25 hours.
 */
const PERIODS = {
  hour: `select begins as key, begins as starts, begins + interval '1 hour' as ends
    from bounds, generate_series(first, last - interval '1 second', interval '1 hour') begins`,
  civil: `select local at time zone zone as key, greatest(first, local at time zone zone) as starts,
      least(last, (local + ('1 ' || step)::interval) at time zone zone) as ends
    from bounds, generate_series(date_trunc(step, first at time zone zone),
      (last at time zone zone) - interval '1 second', ('1 ' || step)::interval) local`,
};

const SQL = (periods: string) => `
with bounds as (
  select $2::date::timestamp at time zone $4::text as first,
    ($3::date + 1)::timestamp at time zone $4::text as last, $4::text as zone, $5::text as step
), touched as (
  select distinct e.territory_id, e.call_id from bounds, call_event e
  where e.territory_id = any($1::text[]) and e.at >= first and e.at < last
), call as (
  select min(e.at) as begins,
    coalesce(min(e.at) filter (where e.kind = 'ring'), min(e.at)) as waits,
    min(e.at) filter (where e.kind = 'answered') as answered,
    min(e.at) filter (where e.kind = 'abandoned') as abandoned,
    bool_or(e.kind = 'transferred') as transferred,
    (array_agg(e.queue order by e.at, e.id) filter (where e.queue is not null))[1] as queue
  from touched join call_event e using (territory_id, call_id) group by territory_id, call_id
), ended as (
  select date_trunc(step, begins, zone) as key, transferred, answered is not null as is_answered,
    answered is null and abandoned is not null as is_abandoned,
    coalesce(answered, abandoned) - waits as wait
  from call, bounds
  where begins >= first and begins < last and ($6::text is null or queue = $6)
), period as (${periods})
select starts as "from", ends as "to", count(c.key)::int as presented,
  count(*) filter (where is_answered)::int as answered,
  count(*) filter (where is_answered and wait < interval '30 seconds')::int as "answeredWithin30s",
  count(*) filter (where is_answered and wait < interval '60 seconds')::int as "answeredWithin60s",
  count(*) filter (where is_abandoned and wait < interval '15 seconds')::int as "abandonedEarly",
  count(*) filter (where is_abandoned and wait >= interval '15 seconds')::int as abandoned,
  count(*) filter (where not is_answered and not is_abandoned)::int as unfinished,
  count(*) filter (where c.transferred)::int as transferred
from period left join ended c using (key) group by starts, ends order by starts`;

/** Counts calls by period; a period without calls has zeros. */
export async function countCalls(
  sql: Sql,
  territories: readonly string[],
  { from, to, step }: Window,
  timeZone: string,
  queue: string | null,
): Promise<CountedPeriod[]> {
  const text = SQL(PERIODS[step === 'hour' ? 'hour' : 'civil']);
  return sql.query<CountedPeriod>(text, [territories, from, to, timeZone, step, queue]);
}
