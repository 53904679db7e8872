import type { Sql } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { notFound } from '../http/problem.ts';
import type { Territory } from './territory-records.ts';
import { regimeOf, territoryAt, type TerritoryParts, type Timeline } from './territory-timeline.ts';

type TerritoryRegime = components['schemas']['TerritoryRegime'];

/** A territory through time, as the database knows it. */
export interface StoredTimeline extends Timeline {
  /** The instant asked about, ms since 1970. */
  at: number;
  /** Moves with every change, also with one that begins to hold. */
  version: number;
}

interface TimelineRow extends Record<string, unknown> {
  id: string;
  name: string;
  document: Territory;
  edits: TerritoryParts;
  pending: { from: string; parts: TerritoryParts }[];
  at: Date;
  version: number;
}

/** Reads at `$1`, else now. */
const SELECT = `select t.id, t.name, t.document, asked.at, territory_edits(t.id, asked.at) as edits,
    coalesce((select jsonb_agg(jsonb_build_object('from', c.effective_from, 'parts', c.changes)
      order by c.effective_from, c.number) from territory_change c
      where c.territory_id = t.id and c.effective_from > asked.at), '[]') as pending,
    t.revision + (select count(*)::int from territory_change c
      where c.territory_id = t.id and c.effective_from <= asked.at) as version
  from territory t cross join (select coalesce($1::timestamptz, sas_now()) as at) asked`;

function toTimeline({ document, edits, pending, at, version }: TimelineRow): StoredTimeline {
  return {
    document,
    edits,
    pending: pending.map(({ from, parts }) => ({ from: Date.parse(from), parts })),
    at: at.getTime(),
    version,
  };
}

/** Seconds until the first change that is to come; null where none is. */
function secondsToChange({ pending, at }: StoredTimeline): number | null {
  const [next] = pending;
  return next === undefined ? null : Math.floor((next.from - at) / 1000);
}

/** The soonest of some times; `Infinity` for none. */
const soonest = (times: readonly (number | null)[]): number =>
  Math.min(...times.map((time) => time ?? Infinity), Infinity);

/** Territories by name, and how many seconds the answer holds. */
export async function listTerritories(
  sql: Sql,
  query: { limit: number; cursor?: string },
): Promise<{ page: Page<Territory>; holdsSeconds: number }> {
  const after =
    query.cursor === undefined ? null : decodeCursor(query.cursor, ['string', 'string']);
  const rows = await sql.query<TimelineRow>(
    `${SELECT} where $2::text is null or (t.name, t.id) > ($2, $3::text)
     order by t.name, t.id limit $4`,
    [null, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
  );
  const timelines = new Map(rows.map((row) => [row.id, toTimeline(row)]));
  const page = toPage(
    rows,
    query.limit,
    (row) => [row.name, row.id],
    ({ id, at }) => territoryAt(timelines.get(id)!, at.getTime()),
  );
  return { page, holdsSeconds: soonest([...timelines.values()].map(secondsToChange)) };
}

/**
 * A territory through time.
 *
 * @param at the instant asked about; null, now.
 * @throws {ProblemError} 404.
 */
export async function readTimeline(
  sql: Sql,
  id: string,
  at: Date | null = null,
): Promise<StoredTimeline> {
  const rows = await sql.query<TimelineRow>(`${SELECT} where t.id = $2`, [at, id]);
  if (rows[0] === undefined) throw notFound('territory');
  return toTimeline(rows[0]);
}

/**
 * A territory as it stands, the version that its ETag tells, and how many seconds the answer holds.
 *
 * @throws {ProblemError} 404.
 */
export async function getTerritory(
  sql: Sql,
  id: string,
): Promise<{ territory: Territory; version: number; holdsSeconds: number }> {
  const timeline = await readTimeline(sql, id);
  return {
    territory: territoryAt(timeline, timeline.at),
    version: timeline.version,
    holdsSeconds: soonest([secondsToChange(timeline)]),
  };
}

/**
 * Which regime a territory is in, and how many seconds the answer holds.
 *
 * @param at the instant asked about; null, now.
 * @throws {ProblemError} 404.
 */
export async function getTerritoryRegime(
  sql: Sql,
  id: string,
  at: Date | null,
): Promise<{ answer: TerritoryRegime; holdsSeconds: number }> {
  const timeline = await readTimeline(sql, id, at);
  const answer = regimeOf(timeline, timeline.at);
  const end = answer.until === null ? null : (Date.parse(answer.until) - timeline.at) / 1000;
  return {
    answer,
    holdsSeconds: Math.floor(soonest([end, secondsToChange(timeline)])),
  };
}
