import type { Sql } from '../database/database.ts';
import { BOUNDS, KEY, type Period, periodsOf, WITHIN } from './periods.ts';
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

export interface CountedPeriod extends CallCounts, Period, Record<string, unknown> {}

/**
 * SQL: the longest silence within a call. Telephone systems use their ids again, at the soonest when they count
 * anew the next day; in a call something is told within minutes.
 */
const SILENCE = `interval '4 hours'`;
/** SQL: how long after the window what belongs to its calls is looked for. */
const LASTS = `interval '24 hours'`;

const SQL = (step: string) => `
with ${BOUNDS}, event as (
  select e.*, coalesce(e.at - lag(e.at) over of_id > ${SILENCE}, true) as is_first
  from bounds, call_event e
  where e.territory_id = any($1::text[])
    and e.at >= bounds.first - ${SILENCE} and e.at < bounds.last + ${LASTS}
  window of_id as (partition by e.territory_id, e.call_id order by e.at, e.id)
), numbered as (
  select *, count(*) filter (where is_first) over (
    partition by territory_id, call_id order by at, id) as use
  from event
), call as (
  select min(e.at) as begins,
    coalesce(min(e.at) filter (where e.kind = 'ring'), min(e.at)) as waits,
    min(e.at) filter (where e.kind = 'answered') as answered,
    min(e.at) filter (where e.kind = 'abandoned') as abandoned,
    bool_or(e.kind = 'transferred') as transferred,
    (array_agg(e.queue order by e.at, e.id) filter (where e.queue is not null))[1] as queue
  from numbered e group by territory_id, call_id, use
), ended as (
  select ${KEY('begins')} as key, transferred, answered is not null as is_answered,
    answered is null and abandoned is not null as is_abandoned,
    coalesce(answered, abandoned) - waits as wait
  from call, bounds
  where ${WITHIN('begins')} and ($6::text is null or queue = $6)
), ${periodsOf(step)}
select "from", "to", count(c.key)::int as presented,
  count(*) filter (where is_answered)::int as answered,
  count(*) filter (where is_answered and wait < interval '30 seconds')::int as "answeredWithin30s",
  count(*) filter (where is_answered and wait < interval '60 seconds')::int as "answeredWithin60s",
  count(*) filter (where is_abandoned and wait < interval '15 seconds')::int as "abandonedEarly",
  count(*) filter (where is_abandoned and wait >= interval '15 seconds')::int as abandoned,
  count(*) filter (where not is_answered and not is_abandoned)::int as unfinished,
  count(*) filter (where c.transferred)::int as transferred
from period left join ended c using (key) group by "from", "to" order by "from"`;

/**
 * Counts calls by period; a period without calls has zeros. A call is the events of one `callId` of a territory
 * without a longer silence than `SILENCE`.
 */
export async function countCalls(
  sql: Sql,
  territories: readonly string[],
  { from, to, step }: Window,
  timeZone: string,
  queue: string | null,
): Promise<CountedPeriod[]> {
  return sql.query<CountedPeriod>(SQL(step), [territories, from, to, timeZone, step, queue]);
}
