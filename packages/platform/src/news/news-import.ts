import { noteNothing } from '../audit/trail.ts';
import type { Database, Sql } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { bodyProblem } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { type FeedItem, type ReadFeed, readFeed } from './feed-reader.ts';
import { fetchFeed } from './feed-source.ts';
import { EMPTY } from './news-row.ts';
import { insertNews, ownerOf } from './news-writer.ts';

type Schemas = components['schemas'];
type Import = Schemas['NewsImport'];
type Reason = Import['refused'][number]['reason'];

/** Items of one import. */
const MAX_ITEMS = 200;

/**
 * Takes the items of a feed that are not there yet: title, summary and link.
 *
 * @param origins those that a feed may be fetched from
 * @throws {ProblemError} 403, 422 `feed-not-read`, `address-not-allowed`
 */
export async function importNews(
  database: Database,
  caller: Caller,
  request: Schemas['NewsImportRequest'],
  origins: readonly string[],
): Promise<Import> {
  const { document, address, territory } = request;
  if ((document === undefined) === (address === undefined)) {
    throw bodyProblem('invalid-body', '', 'send either document or address');
  }
  // Before anything is fetched for somebody who may not keep it.
  await ownerOf(database, caller, territory);
  const feed =
    address === undefined
      ? readFeed(document!, '/document')
      : readFeed(await fetchFeed(address, origins), '/address');
  return database.transaction(async (sql) => {
    const owner = await ownerOf(sql, caller, territory);
    const report: Import = { format: feed.format, source: feed.title, taken: [], refused: [] };
    for (const [index, item] of feed.items.entries()) {
      const { title, url } = item;
      const reason = await refusal(sql, item, index);
      if (reason !== null) report.refused.push({ title, url, reason });
      else report.taken.push(await take(sql, owner, feed, item, request));
    }
    if (report.taken.length === 0) noteNothing();
    return report;
  });
}

async function refusal(sql: Sql, { title, url }: FeedItem, index: number): Promise<Reason | null> {
  if (index >= MAX_ITEMS) return 'too-many';
  if (title === null) return 'no-title';
  if (url === null) return 'no-address';
  const rows = await sql.query<{ state: string }>('select state from news where url = $1', [url]);
  if (rows[0] === undefined) return null;
  return rows[0].state === 'removed' ? 'removed' : 'duplicate';
}

async function take(
  sql: Sql,
  owner: string | null,
  feed: ReadFeed,
  item: FeedItem,
  { state = 'draft', type, sector = [], area = [], licence = null }: Schemas['NewsImportRequest'],
): Promise<Import['taken'][number]> {
  const [title, url] = [item.title!, item.url!];
  const id = await insertNews(sql, owner, {
    ...EMPTY,
    ...item,
    title,
    url,
    state,
    type,
    sector,
    area,
    licence,
    lang: feed.lang === 'fr' ? null : feed.lang,
    source: feed.title,
    sourceUrl: feed.home,
  });
  return { id, title, url };
}
