import type { Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import { searchForm } from '../directory/reference-data.ts';
import type { operations } from '../generated/platform.ts';
import type { Versioned } from '../http/etag.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { notFound, parameterProblem } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { rolesWith } from '../identity/rights.ts';
import { Bindings, territoriesWith } from '../identity/visibility.ts';
import { type News, type NewsRow, SELECT, toNews } from './news-row.ts';

/** Filters of the list. */
export type NewsQuery = Omit<
  NonNullable<operations['listNews']['parameters']['query']>,
  'limit' | 'cursor'
>;

/** The SQL condition for the items that a caller may change. */
export function newsWithin(caller: Caller, bind: Bindings): string {
  if (rolesWith(caller, 'news:write', 'everything').length > 0) return 'true';
  const territories = territoriesWith(caller, 'news:write');
  if (territories.length === 0) return 'false';
  return `n.territory_id = any(${bind.add(territories)}::text[])`;
}

/** The SQL condition for the items that a caller may know of: published ones, and drafts of its own. */
function visible(caller: Caller, bind: Bindings): string {
  return `(n.state = 'published' or (n.state = 'draft' and ${newsWithin(caller, bind)}))`;
}

/** SQL of each order: what is sorted by, and which way. Undated items come last. */
const ORDERS = {
  newest: { key: `coalesce(n.first_day, '0001-01-01')::text`, way: 'desc', after: '<' },
  oldest: { key: `coalesce(n.first_day, '9999-12-31')::text`, way: 'asc', after: '>' },
  title: { key: 'n.title_key', way: 'asc', after: '>' },
} as const;

function keyOf(sort: keyof typeof ORDERS, { titleKey, firstDay }: NewsRow): string {
  if (sort === 'title') return titleKey;
  return firstDay ?? (sort === 'newest' ? '0001-01-01' : '9999-12-31');
}

function conditionsOf(query: NewsQuery, bind: Bindings): string[] {
  const { type, sector, area, from, to, archived = 'exclude', q, state = 'published' } = query;
  if (from !== undefined && to !== undefined && to < from) {
    throw parameterProblem('end-before-start', 'to', `${to} is before ${from}`);
  }
  return [
    `n.state = ${bind.add(state)}`,
    ...(archived === 'include' ? [] : [`n.archived = ${bind.add(archived === 'only')}`]),
    ...(type === undefined ? [] : [`n.type = ${bind.add(type)}`]),
    ...(sector === undefined ? [] : [`${bind.add(searchForm(sector))} = any(n.sector_keys)`]),
    ...(area === undefined ? [] : [`${bind.add(searchForm(area))} = any(n.area_keys)`]),
    ...(from === undefined ? [] : [`n.last_day >= ${bind.add(from)}::date`]),
    ...(to === undefined ? [] : [`n.first_day <= ${bind.add(to)}::date`]),
    ...searchForm(q ?? '')
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => `strpos(n.words, ${bind.add(word)}) > 0`),
  ];
}

/** A page of items. @throws {ProblemError} 400 for a cursor of another order. */
export async function listNews(
  sql: Sql,
  caller: Caller,
  { limit, cursor, ...query }: NewsQuery & { limit: number; cursor?: string },
): Promise<Page<News>> {
  const bind = new Bindings();
  const sort = query.sort ?? 'newest';
  const { key, way, after } = ORDERS[sort];
  const conditions = [visible(caller, bind), ...conditionsOf(query, bind)];
  if (cursor !== undefined) {
    const [of, value, id] = decodeCursor(cursor, ['string', 'string', 'string']);
    if (of !== sort)
      throw parameterProblem('invalid-cursor', 'cursor', 'cursor is of another order');
    // The order of bytes is the same in every database, whatever its locale.
    conditions.push(
      `(${key} collate "C", n.id::text collate "C") ${after} (${bind.add(value)}, ${bind.add(id)})`,
    );
  }
  const rows = await sql.query<NewsRow>(
    `${SELECT} where ${conditions.join(' and ')}
     order by ${key} collate "C" ${way}, n.id::text collate "C" ${way} limit ${bind.add(limit + 1)}`,
    bind.values,
  );
  return toPage(rows, limit, (row) => [sort, keyOf(sort, row), row.id], toNews);
}

/** @throws {ProblemError} 404 for what does not exist, and for a draft of somebody else's. */
export async function getNews(sql: Sql, caller: Caller, id: string): Promise<Versioned<News>> {
  const bind = new Bindings();
  const rows = isId(id)
    ? await sql.query<NewsRow>(
        `${SELECT} where n.id = ${bind.add(id)} and ${visible(caller, bind)}`,
        bind.values,
      )
    : [];
  if (rows[0] === undefined) throw notFound('item');
  return { resource: toNews(rows[0]), version: rows[0].version };
}

/** When any item last changed, removed ones included; 1970 before the first. */
export async function newsChanged(sql: Sql): Promise<Date> {
  const rows = await sql.query<{ at: Date | null }>('select max(changed_at) as at from news');
  return rows[0]!.at ?? new Date(0);
}
