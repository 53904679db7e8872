import type { Reading } from '../../static/members.ts';
import { readNews, type NewsItem } from '../../static/news.ts';
import { readJson } from '../../static/read-json.ts';
import { faultOf, readStaticFile } from '../../static/static-file.ts';

/** Pages of a hundred items that are read of a platform: a list is for readers. */
const pages = 5;

/** The items of a static file. */
export async function newsOfFile(src: string, signal: AbortSignal): Promise<Reading<NewsItem>> {
  return toReading(src, await readStaticFile(src, signal));
}

/**
 * The items of a platform, archived ones included, which the reader may ask for. They need no
 * credentials: the SDK, which a page would pay with 5 kB, stays out.
 */
export async function newsOfPlatform(
  baseUrl: string,
  { type, sector, area }: Record<'type' | 'sector' | 'area', string>,
  signal: AbortSignal,
): Promise<Reading<NewsItem>> {
  const items: NewsItem[] = [];
  let unreadable = 0;
  let cursor: string | null = '';
  for (let page = 0; page < pages && cursor !== null; page += 1) {
    const query = Object.entries({ archived: 'include', limit: '100', type, sector, area, cursor });
    const path = `${baseUrl.replace(/\/+$/, '')}/v1/news?${new URLSearchParams(
      query.filter(([, value]) => value !== ''),
    ).toString()}`;
    const answer = await readJson(path, new URL(path, document.baseURI), signal, {
      credentials: 'omit',
    });
    const reading = toReading(path, answer);
    items.push(...reading.items);
    unreadable += reading.unreadable;
    cursor = (answer as { next?: string | null }).next ?? null;
  }
  return { items, unreadable, updated: null };
}

function toReading(src: string, file: unknown): Reading<NewsItem> {
  const news = readNews(file);
  if (!news) throw faultOf('invalid-response', src, 'has no list `news`.');
  return news;
}
