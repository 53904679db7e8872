import { type Caller, rolesWith } from '../callers.ts';
import type { Schemas } from '../contract.ts';
import { created, type Call, type Handlers, noContent, ok } from '../handler.ts';
import { createOnce } from '../idempotency.ts';
import { pageOf } from '../pages.ts';
import { bodyRefusal, notFound, parameterRefusal, Refusal } from '../problem.ts';
import { searchForm } from '../reference.ts';
import { checkMatch, requireMatch, tagged } from '../versions.ts';
import { instant, type NewsRecord, type World } from '../world.ts';
import { sharedWith } from './directory.ts';

type News = Schemas['News'];
type Query = Call<'listNews'>['query'];

/** An item without anything said of it. */
const EMPTY: Omit<News, 'id' | 'territory' | 'title' | 'type' | 'changed'> = {
  state: 'published',
  summary: null,
  url: null,
  lang: null,
  sector: [],
  area: [],
  published: null,
  source: null,
  sourceUrl: null,
  licence: null,
  archived: false,
  archivedOn: null,
  supersededBy: null,
};

/** Whether the caller may change the items of a territory. */
function mayWrite(caller: Caller, territory: string | null): boolean {
  if (rolesWith(caller, 'news:write', 'everything').length > 0) return true;
  const led = rolesWith(caller, 'news:write', 'territory').length > 0;
  return led && caller.identity.territories?.includes(territory ?? '') === true;
}

const isVisible = (caller: Caller, { item }: NewsRecord) =>
  item.state === 'published' || mayWrite(caller, item.territory);

/** First and last day of a year, a month or a day. */
function daysOf(date: string | null): [string, string] | null {
  if (date === null) return null;
  const last = date.length === 4 ? '-12-31' : date.length === 7 ? '-31' : '';
  return [`${date}${'-01-01'.slice(date.length - 4)}`, `${date}${last}`];
}

function fits({ item }: NewsRecord, query: Query): boolean {
  const { type, sector, area, from, to, archived = 'exclude', q = '' } = query;
  const days = daysOf(item.published);
  const holds = (words: readonly string[], word: string | undefined) =>
    word === undefined || words.map(searchForm).includes(searchForm(word));
  const text = searchForm([item.title, item.summary, item.source].join(' '));
  return (
    item.state === (query.state ?? 'published') &&
    (archived === 'include' || item.archived === (archived === 'only')) &&
    (type === undefined || item.type === type) &&
    holds(item.sector, sector) &&
    holds(item.area, area) &&
    (from === undefined || (days !== null && days[1] >= from)) &&
    (to === undefined || (days !== null && days[0] <= to)) &&
    searchForm(q)
      .split(' ')
      .every((word) => text.includes(word))
  );
}

/** A text that sorts the other way round. */
const reversed = (text: string) =>
  [...text].map((letter) => String.fromCodePoint(0xffff - letter.codePointAt(0)!)).join('');

function keyOf({ sort = 'newest' }: Query, { item }: NewsRecord): string[] {
  if (sort === 'title') return [searchForm(item.title), item.id];
  const day = daysOf(item.published)?.[0];
  if (sort === 'oldest') return [day ?? '9999-12-31', item.id];
  return [reversed(day ?? '0001-01-01'), reversed(item.id)];
}

/** Whose item it is that the caller makes. @throws {Refusal} 403, 422. */
function ownerOf(world: World, caller: Caller, territory: string | undefined): string | null {
  if (rolesWith(caller, 'news:write', 'everything').length > 0) {
    if (territory === undefined || world.territories.has(territory)) return territory ?? null;
    throw bodyRefusal('unknown-territory', '/territory', 'there is no such territory');
  }
  const led = caller.identity.territories ?? [];
  const chosen = territory ?? (led.length === 1 ? led[0] : undefined);
  if (chosen === undefined) {
    throw bodyRefusal('territory-required', '/territory', 'say which of your territories');
  }
  if (led.includes(chosen)) return chosen;
  throw new Refusal('forbidden', 'You do not lead this territory.');
}

/** @throws {Refusal} 409 `news-exists`. */
function checkAddress({ news }: World, url: string | null | undefined, own?: string): void {
  if (url == null) return;
  const others = [...news.values()].filter(({ item }) => item.id !== own);
  if (!others.some(({ item }) => item.url === url)) return;
  throw bodyRefusal('news-exists', '/url', 'another item has this address');
}

/** Adds an item. @throws {Refusal} 409 `news-exists`. */
export function addNews(
  world: World,
  territory: string | null,
  request: Partial<News> & Pick<News, 'title' | 'type'>,
): string {
  checkAddress(world, request.url);
  const id = world.newId();
  const changed = instant(world.now());
  const archived = request.archived === true || request.archivedOn != null;
  world.news.set(id, {
    item: { ...EMPTY, ...request, archived, id, territory, changed },
    version: 1,
  });
  return id;
}

/** An item to change. @throws {Refusal} 403, 404, 412. */
function writable({ world, caller, path, header }: Call<'updateNews' | 'deleteNews'>): NewsRecord {
  const record = world.news.get(path.newsId);
  if (!record || !isVisible(caller, record)) throw notFound('item');
  if (!mayWrite(caller, record.item.territory)) {
    throw new Refusal('forbidden', 'It is another territory’s.');
  }
  checkMatch(header['If-Match'], record);
  return record;
}

type Operations = 'listNews' | 'getNews' | 'createNews' | 'updateNews' | 'deleteNews';

export const news: Pick<Handlers, Operations> = {
  listNews({ world, caller, query }) {
    const { from, to, sort = 'newest' } = query;
    if (from !== undefined && to !== undefined && to < from) {
      throw parameterRefusal('end-before-start', 'to', `${to} is before ${from}`);
    }
    const found = [...world.news.values()].filter(
      (record) => isVisible(caller, record) && fits(record, query),
    );
    const sortKey = (record: NewsRecord) => keyOf(query, record);
    const page = pageOf(`news ${sort}`, found, query, sortKey, ({ item }) => item);
    return ok(page, sharedWith(caller));
  },

  getNews({ world, caller, path }) {
    const record = world.news.get(path.newsId);
    if (!record || !isVisible(caller, record)) throw notFound('item');
    return ok(record.item, { ...sharedWith(caller), ...tagged(record) });
  },

  createNews({ world, caller, body, header }) {
    const { territory, ...request } = body;
    const record = createOnce(
      world,
      caller,
      header['Idempotency-Key'],
      ['createNews', body],
      () =>
        addNews(world, ownerOf(world, caller, territory), request as Pick<News, 'title' | 'type'>),
      (id) => world.news.get(id),
    );
    return created(`/v1/news/${record.item.id}`, record.item, tagged(record));
  },

  updateNews(call) {
    requireMatch(call.header['If-Match']);
    const { world, caller, body } = call;
    const record = writable(call);
    const { territory, ...changes } = body;
    checkAddress(world, changes.url, record.item.id);
    const owner =
      territory === undefined ? record.item.territory : ownerOf(world, caller, territory);
    const back = changes.archived === false && changes.archivedOn === undefined;
    const changed = { changed: instant(world.now()), territory: owner };
    const next = {
      ...record.item,
      ...changes,
      ...(back && { archivedOn: null }),
      ...changed,
    };
    record.item = { ...next, archived: next.archived || next.archivedOn !== null };
    record.version += 1;
    return ok(record.item, tagged(record));
  },

  deleteNews(call) {
    requireMatch(call.header['If-Match']);
    call.world.news.delete(writable(call).item.id);
    return noContent;
  },
};
