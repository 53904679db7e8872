import type { Sql } from '../../database/database.ts';
import type { AnswerCounts } from './editor-state.ts';

/** Vendors answer the whole country: their days are those of this zone. */
export const VENDOR_ZONE = 'Europe/Paris';

const COLUMNS = 'editor_id, day, complete, timeout, failed, refused, circuit_open, ms_counts';

/** SQL: the rows of `added`, the minutes of each day that are still kept. @param wanted condition on `m`. */
const added = (wanted: string) => `minute_of_day as (
  select m.*, (minute at time zone '${VENDOR_ZONE}')::date as day from editor_minute m where ${wanted}
), step_of_day as (
  select editor_id, day, step, sum(times)::int as times
  from minute_of_day, unnest(ms_counts) with ordinality as t (times, step) group by editor_id, day, step
), added as (
  select editor_id, day, sum(complete)::int as complete, sum(timeout)::int as timeout, sum(failed)::int as failed,
    sum(refused)::int as refused, sum(circuit_open)::int as circuit_open,
    array(select s.times from step_of_day s where s.editor_id = m.editor_id and s.day = m.day order by s.step)
      as ms_counts
  from minute_of_day m group by editor_id, day
)`;

const questions = (row: string) =>
  ['complete', 'timeout', 'failed', 'refused', 'circuit_open']
    .map((name) => `${row}.${name}`)
    .join(' + ');

/**
 * Adds up the minutes of each day. Run again, or by several processes at once, it writes the same: a day only
 * grows, so that one whose first minutes are erased already stays as it was.
 *
 * @returns days that were written.
 */
export async function addUpEditorDays(sql: Sql): Promise<number> {
  const rows = await sql.query(
    `with ${added('true')}
     insert into editor_day as d (${COLUMNS}) select ${COLUMNS} from added order by editor_id, day
     on conflict (editor_id, day) do update set complete = excluded.complete, timeout = excluded.timeout,
       failed = excluded.failed, refused = excluded.refused, circuit_open = excluded.circuit_open,
       ms_counts = excluded.ms_counts
     where ${questions('excluded')} > ${questions('d')} returning 1 as one`,
  );
  return rows.length;
}

/** What came of the questions to one vendor in one day. */
export interface EditorDay extends AnswerCounts, Record<string, unknown> {
  editorId: string;
  name: string;
  /** `2026-11-23` of `VENDOR_ZONE`. */
  day: string;
  /** One for each step of `latency.ts`. */
  latencies: number[];
}

/** A window that is over for long reads no minutes. */
const OF_WINDOW = `m.minute >= $1::date::timestamp at time zone '${VENDOR_ZONE}'
    and m.minute < ($2::date + 1)::timestamp at time zone '${VENDOR_ZONE}'`;

/** The days of a window, the last one included, of all vendors or one; today as far as it has come. */
export async function editorDays(
  sql: Sql,
  from: string,
  to: string,
  editorId: string | null,
): Promise<EditorDay[]> {
  return sql.query<EditorDay>(
    `with ${added(OF_WINDOW)}, known as (
       select ${COLUMNS} from editor_day union all select ${COLUMNS} from added
     ), latest as (
       select distinct on (k.editor_id, k.day) k.* from known k
       where k.day between $1::date and $2::date and ($3::text is null or k.editor_id = $3)
       order by k.editor_id, k.day, ${questions('k')} desc
     )
     select d.editor_id as "editorId", e.name, d.day::text as day, d.complete, d.timeout, d.failed, d.refused,
       d.circuit_open as "circuitOpen", d.ms_counts as latencies
     from latest d join editor e on e.id = d.editor_id order by d.day, e.name, e.id`,
    [from, to, editorId],
  );
}
