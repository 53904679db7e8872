import { noteNothing } from '../audit/trail.ts';
import { type Database, databaseNow, type Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import { checkVersion, requiredVersion } from '../http/etag.ts';
import { civilDate, formatInstant, instantMember } from '../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { bodyProblem, notFound, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { rolesWith } from '../identity/rights.ts';
import { territoriesWith } from '../identity/visibility.ts';
import { readTimeline } from './territories.ts';
import { readTerritoryParts } from './territory-rules.ts';
import { regimeOf, territoryAt, type TerritoryParts, withChange } from './territory-timeline.ts';

type Schemas = components['schemas'];
type TerritoryChange = Schemas['TerritoryChange'];

/** The answer to a change and the territory's version after it. */
export interface Changed {
  result: Schemas['TerritoryChangeResult'];
  version: number;
}

/** @throws {ProblemError} 403 for a territory that the caller does not lead. */
export function checkLeads(caller: Caller, territory: string): void {
  if (rolesWith(caller, 'territory:write', 'everything').length > 0) return;
  if (territoriesWith(caller, 'territory:write').includes(territory)) return;
  throw new ProblemError('forbidden', 'You do not lead this territory.');
}

/** Whoever changes a territory does so alone. @throws {ProblemError} 404, 403. */
async function lockTerritory(sql: Sql, caller: Caller, id: string): Promise<void> {
  const rows = await sql.query('select id from territory where id = $1 for no key update', [id]);
  if (rows[0] === undefined) throw notFound('territory');
  checkLeads(caller, id);
}

/**
 * Changes a territory, now or from an instant on; or answers only what would be.
 *
 * @throws {ProblemError} 403, 404, 412, 428; 422 with the place of every fault.
 */
export function changeTerritory(
  database: Database,
  caller: Caller,
  id: string,
  update: Schemas['TerritoryUpdate'],
  { ifMatch, preview }: { ifMatch: string | undefined; preview: boolean },
): Promise<Changed> {
  if (!preview) requiredVersion(ifMatch);
  return database.transaction(async (sql) => {
    await lockTerritory(sql, caller, id);
    const now = await databaseNow(sql);
    const timeline = await readTimeline(sql, id, now);
    if (ifMatch !== undefined) checkVersion(ifMatch, timeline.version);
    const from = effectiveInstant(update.effectiveFrom, now);
    const { timeZone } = timeline.document;
    const before = territoryAt(timeline, from.getTime());
    const parts = readTerritoryParts(update, before, civilDate(now, timeZone));
    const after = withChange(timeline, { from: from.getTime(), parts });
    const change = preview ? null : await insertChange(sql, id, parts, from, now);
    if (preview) noteNothing();
    return {
      result: {
        change: change !== null && from > now ? toChange(change, timeZone) : null,
        effectiveFrom: formatInstant(from, timeZone),
        territory: territoryAt(after, from.getTime()),
        regime: regimeOf(after, from.getTime()),
      },
      version: (await readTimeline(sql, id, now)).version,
    };
  });
}

/** @throws {ProblemError} 422 for an instant that is over: nothing is changed after the fact. */
function effectiveInstant(text: string | undefined, now: Date): Date {
  if (text === undefined) return now;
  const from = instantMember('/effectiveFrom', text);
  if (from >= now) return from;
  throw bodyProblem('effective-in-past', '/effectiveFrom', `${text} is over`);
}

interface ChangeRow extends Record<string, unknown> {
  id: string;
  changes: TerritoryParts;
  from: Date;
  made: Date;
  number: number;
}

const COLUMNS = `id, changes, effective_from as "from", made_at as made, number::float8 as number`;

async function insertChange(
  sql: Sql,
  territory: string,
  parts: TerritoryParts,
  from: Date,
  now: Date,
): Promise<ChangeRow> {
  const rows = await sql.query<ChangeRow>(
    `insert into territory_change (territory_id, changes, effective_from, made_at)
     values ($1, $2, $3, $4) returning ${COLUMNS}`,
    [territory, JSON.stringify(parts), from, now],
  );
  await sql.query('update territory set revision = revision + 1 where id = $1', [territory]);
  return rows[0]!;
}

function toChange({ id, changes, from, made }: ChangeRow, zone: string): TerritoryChange {
  return {
    id,
    effectiveFrom: formatInstant(from, zone),
    made: formatInstant(made, zone),
    changes,
  };
}

/** Changes that wait, soonest first. @throws {ProblemError} 403, 404. */
export async function listChanges(
  sql: Sql,
  caller: Caller,
  id: string,
  query: { limit: number; cursor?: string },
): Promise<Page<TerritoryChange>> {
  const { document } = await readTimeline(sql, id);
  checkLeads(caller, id);
  const after =
    query.cursor === undefined ? null : decodeCursor(query.cursor, ['instant', 'integer']);
  const rows = await sql.query<ChangeRow & { at: string }>(
    `select ${COLUMNS}, effective_from::text as at from territory_change
     where territory_id = $1 and effective_from > sas_now()
       and ($2::timestamptz is null or (effective_from, number) > ($2, $3::bigint))
     order by effective_from, number limit $4`,
    [id, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
  );
  return toPage(
    rows,
    query.limit,
    (row) => [row.at, row.number],
    (row) => toChange(row, document.timeZone),
  );
}

/**
 * Withdraws a change that waits.
 *
 * @throws {ProblemError} 403, 404, 412, 428; 409 where it has begun to hold.
 */
export async function withdrawChange(
  database: Database,
  caller: Caller,
  id: string,
  changeId: string,
  ifMatch: string | undefined,
): Promise<void> {
  requiredVersion(ifMatch);
  await database.transaction(async (sql) => {
    await lockTerritory(sql, caller, id);
    const now = await databaseNow(sql);
    const found = isId(changeId)
      ? await sql.query<{ from: Date }>(
          'select effective_from as "from" from territory_change where territory_id = $1 and id = $2',
          [id, changeId],
        )
      : [];
    if (found[0] === undefined) throw notFound('change');
    if (found[0].from <= now) {
      throw new ProblemError('invalid-transition', 'The change has begun to hold.');
    }
    checkVersion(ifMatch, (await readTimeline(sql, id, now)).version);
    await sql.query('delete from territory_change where id = $1', [changeId]);
    await sql.query('update territory set revision = revision + 1 where id = $1', [id]);
  });
}
