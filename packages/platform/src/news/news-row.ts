import { searchForm } from '../directory/reference-data.ts';
import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';

type Schemas = components['schemas'];
export type News = Schemas['News'];

/** Every member that somebody may set. */
export type NewsFields = Omit<News, 'id' | 'territory' | 'changed'>;

/** An item without anything said of it. */
export const EMPTY: Omit<NewsFields, 'title' | 'type'> = {
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

/** Columns by the member that they keep, and what filters and sorting read. */
const COLUMNS: Readonly<Record<string, (fields: NewsFields) => unknown>> = {
  state: ({ state }) => state,
  title: ({ title }) => title,
  type: ({ type }) => type,
  summary: ({ summary }) => summary,
  url: ({ url }) => url,
  lang: ({ lang }) => lang,
  sectors: ({ sector }) => sector,
  areas: ({ area }) => area,
  published: ({ published }) => published,
  source: ({ source }) => source,
  source_url: ({ sourceUrl }) => sourceUrl,
  licence: ({ licence }) => licence,
  archived: ({ archived }) => archived,
  archived_on: ({ archivedOn }) => archivedOn,
  superseded_by: ({ supersededBy }) => supersededBy,
  first_day: ({ published }) => days(published)?.[0] ?? null,
  last_day: ({ published }) => days(published)?.[1] ?? null,
  sector_keys: ({ sector }) => sector.map(searchForm),
  area_keys: ({ area }) => area.map(searchForm),
  title_key: ({ title }) => searchForm(title),
  words: ({ title, summary, source }) => searchForm([title, summary, source].join(' ')),
};

/** The names of the columns that members fill, in the order of `columnValues`. */
export const columnNames: readonly string[] = Object.keys(COLUMNS);

/** The values of those columns. */
export function columnValues(fields: NewsFields): unknown[] {
  return Object.values(COLUMNS).map((valueOf) => valueOf(fields));
}

/** First and last day of a year, a month or a day; null for none. */
export function days(date: string | null): [string, string] | null {
  if (date === null) return null;
  const [year = 0, month, day] = date.split('-').map(Number);
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const last = Date.UTC(year, month ?? 12, 0);
  const text = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  return [text(first), day === undefined ? text(last) : text(first)];
}

/** What a read of `news n` selects. */
export const SELECT = `select n.id, n.state, n.territory_id as territory, n.title, n.type, n.summary, n.url,
  n.lang, n.sectors as sector, n.areas as area, n.published, n.source, n.source_url as "sourceUrl",
  n.licence, n.archived, n.archived_on as "archivedOn", n.superseded_by as "supersededBy",
  n.changed_at as "changedAt", n.version, n.title_key as "titleKey", n.first_day::text as "firstDay"
  from news n`;

export interface NewsRow extends Omit<News, 'changed'>, Record<string, unknown> {
  changedAt: Date;
  version: number;
  titleKey: string;
  firstDay: string | null;
}

/** The item as the API answers it: in France's time. */
export function toNews(row: NewsRow): News {
  const { changedAt, version: _version, titleKey: _key, firstDay: _day, ...news } = row;
  return { ...news, changed: formatInstant(changedAt, 'Europe/Paris') };
}
