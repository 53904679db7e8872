/**
 * The information list of a territory.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions, CreateOptions, EditOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type {
  News,
  NewsImport,
  NewsImportRequest,
  NewsPage,
  NewsRequest,
  NewsUpdate,
} from './types.ts';

/** Query of `GET /v1/news`. */
export type NewsQuery = Query<'GET', '/v1/news'>;

/** The information list: a summary and a link each. Feeds are at `/v1/news.rss` and `/v1/news.json`. */
export interface NewsResource {
  /** A page of information, newest first (`listNews`). Needs no credentials. */
  list(query?: NewsQuery, options?: CallOptions): Promise<NewsPage>;
  /**
   * One item (`getNews`). `responseInfo` of it holds the `etag`.
   *
   * @throws NotFoundError
   */
  get(newsId: string, options?: CallOptions): Promise<News>;
  /**
   * Adds an item (`createNews`).
   *
   * @throws ConflictError `news-exists` for an address that another item has
   */
  create(item: NewsRequest, options?: CreateOptions): Promise<News>;
  /**
   * Changes an item; members that are left out stay (`updateNews`).
   *
   * @throws PreconditionError when it changed since it was read
   */
  update(newsId: string, changes: NewsUpdate, options: EditOptions): Promise<News>;
  /**
   * Removes an item (`deleteNews`); an import does not bring it back.
   *
   * @throws PreconditionError when it changed since it was read
   */
  remove(newsId: string, options: EditOptions): Promise<void>;
  /**
   * Takes the items of an RSS, Atom or JSON feed that are not there yet (`importNews`).
   *
   * @throws ValidationError `feed-not-read`, `address-not-allowed`
   */
  import(feed: NewsImportRequest, options?: CallOptions): Promise<NewsImport>;
}

/** `client.news` over a transport of one's own. */
export function newsResource({ request }: Transport): NewsResource {
  const one = '/v1/news/{newsId}' as const;
  return {
    list: (query, options) => request('GET', '/v1/news', { ...options, query }),
    get: (newsId, options) => request('GET', one, { ...options, path: { newsId } }),
    create: (body, options) => request('POST', '/v1/news', { ...options, body }),
    update: (newsId, body, options) =>
      request('PATCH', one, { ...options, path: { newsId }, body }),
    remove: (newsId, options) => request('DELETE', one, { ...options, path: { newsId } }),
    import: (body, options) => request('POST', '/v1/news/import', { ...options, body }),
  };
}
