import { type Database, type Sql, sqlFailure } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import { checkVersion, requiredVersion, type Versioned } from '../http/etag.ts';
import { createOnce, type IdempotentCreation, readMade } from '../http/idempotency.ts';
import { bodyProblem, notFound, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { rolesWith } from '../identity/rights.ts';
import { Bindings, territoriesWith } from '../identity/visibility.ts';
import { getNews, newsWithin } from './news-reader.ts';
import {
  columnNames,
  columnValues,
  days,
  EMPTY,
  type News,
  type NewsFields,
  type NewsRow,
  SELECT,
  toNews,
} from './news-row.ts';

type Schemas = components['schemas'];

/**
 * Whose item it is that the caller makes.
 *
 * @throws {ProblemError} 403 for a territory that it does not lead, 422 where it leads several and names none.
 */
export async function ownerOf(
  sql: Sql,
  caller: Caller,
  territory: string | undefined,
): Promise<string | null> {
  if (rolesWith(caller, 'news:write', 'everything').length > 0) {
    if (territory === undefined) return null;
    const rows = await sql.query('select id from territory where id = $1', [territory]);
    if (rows.length > 0) return territory;
    throw bodyProblem('unknown-territory', '/territory', 'there is no such territory');
  }
  const led = territoriesWith(caller, 'news:write');
  const chosen = territory ?? (led.length === 1 ? led[0]! : undefined);
  if (chosen === undefined) {
    throw bodyProblem('territory-required', '/territory', 'say which of your territories');
  }
  if (led.includes(chosen)) return chosen;
  throw new ProblemError('forbidden', 'You do not lead this territory.');
}

/** What is set, with what follows from it. @throws {ProblemError} 400 for a day that no calendar has. */
function checked(fields: NewsFields): NewsFields {
  for (const name of ['published', 'archivedOn'] as const) {
    const date = fields[name];
    if (date === null || date.length < 10 || days(date)![0] === date) continue;
    throw bodyProblem('invalid-format', `/${name}`, `${date} is no day`);
  }
  return fields.archivedOn === null ? fields : { ...fields, archived: true };
}

/** Adds an item. What somebody removed gives its address back. */
export async function insertNews(
  sql: Sql,
  territory: string | null,
  fields: NewsFields,
): Promise<string> {
  const values = columnValues(checked(fields));
  if (fields.url !== null) {
    await sql.query(`delete from news where url = $1 and state = 'removed'`, [fields.url]);
  }
  const rows = await sql.query<{ id: string }>(
    `insert into news (territory_id, created_at, changed_at, ${columnNames.join(', ')})
     values ($1, sas_now(), sas_now(), ${values.map((_, index) => `$${index + 2}`).join(', ')})
     on conflict (url) do nothing returning id`,
    [territory, ...values],
  );
  if (rows[0] === undefined) throw exists();
  return rows[0].id;
}

const exists = () => bodyProblem('news-exists', '/url', 'another item has this address');

/** Adds an item. @throws {ProblemError} 403, 409 `news-exists`, 422. */
export async function createNews(
  database: Database,
  caller: Caller,
  { territory, ...request }: Schemas['NewsRequest'],
  creation: IdempotentCreation,
): Promise<Versioned<News>> {
  const made = await createOnce(database, creation, async (sql) =>
    insertNews(sql, await ownerOf(sql, caller, territory), { ...EMPTY, ...request }),
  );
  return readMade(made, (id) => getNews(database, caller, id));
}

/** Takes an item for this transaction. @throws {ProblemError} 404, 403 for one of another territory, 412. */
async function lockNews(
  sql: Sql,
  caller: Caller,
  id: string,
  ifMatch: string | undefined,
): Promise<NewsRow> {
  if (!isId(id)) throw notFound('item');
  await getNews(sql, caller, id);
  const bind = new Bindings();
  const rows = await sql.query<NewsRow>(
    `${SELECT} where n.id = ${bind.add(id)} and ${newsWithin(caller, bind)} for update of n`,
    bind.values,
  );
  if (rows[0] === undefined) throw new ProblemError('forbidden', 'It is another territory’s.');
  checkVersion(ifMatch, rows[0].version);
  return rows[0];
}

/** Changes an item. @throws {ProblemError} 403, 404, 409 `news-exists`, 412, 428. */
export async function updateNews(
  database: Database,
  caller: Caller,
  id: string,
  { territory, ...changes }: Schemas['NewsUpdate'],
  ifMatch: string | undefined,
): Promise<Versioned<News>> {
  requiredVersion(ifMatch);
  const write = database.transaction(async (sql) => {
    const row = await lockNews(sql, caller, id, ifMatch);
    const owner = territory === undefined ? row.territory : await ownerOf(sql, caller, territory);
    const back = changes.archived === false && changes.archivedOn === undefined;
    const fields = { ...toNews(row), ...changes, ...(back ? { archivedOn: null } : {}) };
    const values = columnValues(checked(fields));
    await sql.query(
      `update news set territory_id = $2, changed_at = sas_now(), version = version + 1,
         ${columnNames.map((name, index) => `${name} = $${index + 3}`).join(', ')} where id = $1`,
      [id, owner, ...values],
    );
    return getNews(sql, caller, id);
  });
  return write.catch((error: unknown) => {
    throw sqlFailure(error)?.constraint === 'news_url_key' ? exists() : error;
  });
}

/** Removes an item; its address stays, so that no import brings it back. @throws {ProblemError} 403, 404, 412, 428. */
export async function removeNews(
  database: Database,
  caller: Caller,
  id: string,
  ifMatch: string | undefined,
): Promise<void> {
  requiredVersion(ifMatch);
  await database.transaction(async (sql) => {
    const { url, type } = await lockNews(sql, caller, id, ifMatch);
    const values = columnValues({ ...EMPTY, title: '', type, url });
    await sql.query(
      `update news set ${columnNames.map((name, index) => `${name} = $${index + 2}`).join(', ')},
         changed_at = sas_now(), version = version + 1 where id = $1`,
      [id, ...values],
    );
    await sql.query(`update news set state = 'removed' where id = $1`, [id]);
  });
}
