import type { Sql } from '../../database/database.ts';
import type { Circuit } from '../asking/circuit.ts';
import { type AnswerCounts, editorState, type EditorState, noAnswers } from './editor-state.ts';
import { noLatencies } from './latency.ts';

/** What came of an editor's questions since it was last written down. */
export interface Tally {
  counts: AnswerCounts;
  latencies: number[];
  findings: Record<string, number>;
  circuit: Circuit;
  succeeded: boolean;
  /** Why it failed last; null where it did not. */
  reason: string | null;
}

/** What came of them in the last 15 minutes, of all processes. */
export interface Standing {
  editorId: string;
  state: EditorState;
  since: Date;
  circuit: Circuit;
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
  lastReason: string | null;
  counts: AnswerCounts;
  latencies: number[];
  findings: Record<string, number>;
}

interface Minute extends AnswerCounts, Record<string, unknown> {
  editorId: string;
  latencies: number[];
  findings: Record<string, number>;
}

type Sums = 'counts' | 'latencies' | 'findings';

interface Health extends Omit<Standing, Sums>, Record<string, unknown> {}

const WINDOW = `interval '15 minutes'`;

/**
 * How editors stand, by their ids; those of whom nothing is known yet are not there.
 *
 * @param whole with times and findings; without them many may ask often.
 */
export async function standingsOf(
  sql: Sql,
  editorIds: readonly string[],
  whole: boolean,
): Promise<Map<string, Standing>> {
  const rows = await sql.query<Health>(
    `select editor_id as "editorId", state, since, circuit, last_success_at as "lastSuccessAt",
       last_failure_at as "lastFailureAt", last_reason as "lastReason"
     from editor_health where editor_id = any($1::text[])`,
    [editorIds],
  );
  const minutes = await (whole ? lastMinutes : lastCounts)(sql, editorIds);
  return new Map(rows.map((row) => [row.editorId, { ...row, ...sumOf(minutes, row.editorId) }]));
}

function lastMinutes(sql: Sql, editorIds: readonly string[]): Promise<Minute[]> {
  return sql.query<Minute>(
    `select editor_id as "editorId", complete, timeout, failed, refused,
       circuit_open as "circuitOpen", ms_counts as latencies, findings
     from editor_minute
     where editor_id = any($1::text[]) and minute > sas_now() - ${WINDOW}`,
    [editorIds],
  );
}

function lastCounts(sql: Sql, editorIds: readonly string[]): Promise<Minute[]> {
  return sql.query<Minute>(
    `select editor_id as "editorId", sum(complete)::int as complete, sum(timeout)::int as timeout,
       sum(failed)::int as failed, sum(refused)::int as refused,
       sum(circuit_open)::int as "circuitOpen", '{}'::integer[] as latencies, '{}'::jsonb as findings
     from editor_minute
     where editor_id = any($1::text[]) and minute > sas_now() - ${WINDOW} group by editor_id`,
    [editorIds],
  );
}

function sumOf(minutes: readonly Minute[], editorId: string): Pick<Standing, Sums> {
  const counts = noAnswers();
  const latencies = noLatencies();
  const findings: Record<string, number> = {};
  for (const minute of minutes) {
    if (minute.editorId !== editorId) continue;
    counts.complete += minute.complete;
    counts.timeout += minute.timeout;
    counts.failed += minute.failed;
    counts.refused += minute.refused;
    counts.circuitOpen += minute.circuitOpen;
    for (const [step, count] of minute.latencies.entries())
      latencies[step] = (latencies[step] ?? 0) + count;
    for (const [rule, times] of Object.entries(minute.findings))
      findings[rule] = (findings[rule] ?? 0) + times;
  }
  return { counts, latencies, findings };
}

/** Adds up what came of an editor's questions, and how it stands after it. Nothing for one that is no more. */
export async function writeTally(sql: Sql, editorId: string, tally: Tally): Promise<void> {
  const [known] = await sql.query<{ enabled: boolean }>(
    'select enabled from editor where id = $1 for key share',
    [editorId],
  );
  if (known === undefined) return;
  const { counts, latencies, findings, circuit, succeeded, reason } = tally;
  await sql.query(
    `insert into editor_minute as m (editor_id, minute, complete, timeout, failed, refused,
       circuit_open, ms_counts, findings)
     values ($1, date_trunc('minute', sas_now()), $2, $3, $4, $5, $6, $7::integer[], $8::jsonb)
     on conflict (editor_id, minute) do update set
       complete = m.complete + excluded.complete, timeout = m.timeout + excluded.timeout,
       failed = m.failed + excluded.failed, refused = m.refused + excluded.refused,
       circuit_open = m.circuit_open + excluded.circuit_open,
       ms_counts = (select array_agg(coalesce(a, 0) + coalesce(b, 0) order by step)
         from unnest(m.ms_counts, excluded.ms_counts) with ordinality as t (a, b, step)),
       findings = (select coalesce(jsonb_object_agg(rule, times), '{}') from
         (select key as rule, sum(value::integer) as times
          from (select * from jsonb_each_text(m.findings)
                union all select * from jsonb_each_text(excluded.findings)) as f
          group by key) as g)`,
    [
      editorId,
      counts.complete,
      counts.timeout,
      counts.failed,
      counts.refused,
      counts.circuitOpen,
      latencies,
      JSON.stringify(findings),
    ],
  );
  const asked = editorState(sumOf(await lastCounts(sql, [editorId]), editorId).counts, circuit);
  // The last answers of one that was switched off come after that.
  const state = known.enabled ? asked : 'disabled';
  await sql.query(
    `insert into editor_health as h (editor_id, state, since, circuit, last_success_at,
       last_failure_at, last_reason)
     values ($1, $2, sas_now(), $3, case when $4 then sas_now() end,
       case when $5::text is not null then sas_now() end, $5)
     on conflict (editor_id) do update set state = excluded.state,
       since = case when h.state = excluded.state then h.since else excluded.since end,
       circuit = excluded.circuit,
       last_success_at = coalesce(excluded.last_success_at, h.last_success_at),
       last_failure_at = coalesce(excluded.last_failure_at, h.last_failure_at),
       last_reason = coalesce(excluded.last_reason, h.last_reason)`,
    [editorId, state, circuit, succeeded, reason],
  );
}

/** An editor is asked from now on, or no more. */
export async function writeSwitched(sql: Sql, editorId: string, enabled: boolean): Promise<void> {
  await sql.query(
    `insert into editor_health (editor_id, state, since) values ($1, $2, sas_now())
     on conflict (editor_id) do update set state = excluded.state, since = excluded.since`,
    [editorId, enabled ? 'unknown' : 'disabled'],
  );
}
