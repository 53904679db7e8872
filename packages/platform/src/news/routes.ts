import type { Database } from '../database/database.ts';
import { entityTag } from '../http/etag.ts';
import {
  type Answer,
  type Call,
  created,
  document,
  type Handlers,
  noContent,
  notModified,
  ok,
} from '../http/handler.ts';
import { ANONYMOUS, type Caller } from '../identity/caller.ts';
import { importNews } from './news-import.ts';
import { type FeedFacts, stillHolds, tagOf, toJsonFeed, toRss } from './news-feeds.ts';
import { getNews, listNews, newsChanged } from './news-reader.ts';
import type { News } from './news-row.ts';
import { createNews, removeNews, updateNews } from './news-writer.ts';

/** Drafts are for some callers only: what those read is nobody else's. */
const headersFor = ({ kind }: Caller): Record<string, string> =>
  kind === 'professional'
    ? {}
    : { 'cache-control': 'public, max-age=60', vary: 'Origin, Authorization, Cookie' };

/** What narrows a feed, as its address says it. */
function filtersOf({ archived, limit, ...filters }: Call<'getNewsRss'>['query']): string {
  const asked = new URLSearchParams(filters);
  if (archived !== undefined && archived !== 'exclude') asked.set('archived', archived);
  if (limit !== undefined && limit !== 20) asked.set('limit', String(limit));
  return asked.size === 0 ? '' : `?${asked.toString()}`;
}

/** What the routes need of the configuration. */
export interface NewsSettings {
  /** Origins from which feeds may be fetched. */
  sources: readonly string[];
  /** Address under which the platform is known. */
  home: () => string;
}

export function newsRoutes(
  database: Database,
  { sources, home }: NewsSettings,
): Handlers<
  | 'listNews'
  | 'createNews'
  | 'getNews'
  | 'updateNews'
  | 'deleteNews'
  | 'importNews'
  | 'getNewsRss'
  | 'getNewsJson'
> {
  const feed = async (
    { query, header }: Pick<Call<'getNewsRss'>, 'query' | 'header'>,
    name: string,
    type: string,
    write: (items: readonly News[], facts: FeedFacts) => string,
  ): Promise<Answer<undefined>> => {
    const changed = await newsChanged(database);
    const { items } = await listNews(database, ANONYMOUS, { ...query, limit: query.limit ?? 20 });
    const self = `${home()}/v1/${name}${filtersOf(query)}`;
    const text = write(items, { self, home: home(), changed });
    const tag = tagOf(text);
    const headers = {
      etag: tag,
      'last-modified': changed.toUTCString(),
      'cache-control': 'public, max-age=300',
    };
    if (stillHolds({ tag, changed }, header)) return notModified(headers);
    return document(text, `${type}; charset=utf-8`, headers);
  };
  return {
    listNews: async ({ caller, query }) =>
      ok(
        await listNews(database, caller, { ...query, limit: query.limit ?? 20 }),
        headersFor(caller),
      ),
    createNews: async ({ caller, body, header }) => {
      const { resource, version } = await createNews(database, caller, body, {
        scope: caller.scope,
        key: header['Idempotency-Key'],
        request: ['createNews', body],
      });
      return created(`/v1/news/${resource.id}`, resource, { etag: entityTag(version) });
    },
    getNews: async ({ caller, path }) => {
      const { resource, version } = await getNews(database, caller, path.newsId);
      return ok(resource, { ...headersFor(caller), etag: entityTag(version) });
    },
    updateNews: async ({ caller, path, body, header }) => {
      const changed = await updateNews(database, caller, path.newsId, body, header['If-Match']);
      return ok(changed.resource, { etag: entityTag(changed.version) });
    },
    deleteNews: async ({ caller, path, header }) => {
      await removeNews(database, caller, path.newsId, header['If-Match']);
      return noContent();
    },
    importNews: async ({ caller, body }) => ok(await importNews(database, caller, body, sources)),
    getNewsRss: (call) => feed(call, 'news.rss', 'application/rss+xml', toRss),
    getNewsJson: (call) => feed(call, 'news.json', 'application/feed+json', toJsonFeed),
  };
}
