import { cleanPasted } from '../format/hyphens.ts';
import { isPartialDate } from '../format/partial-date.ts';
import { regionName } from '../format/regions.ts';
import {
  isWebAddress,
  readList,
  textMember,
  textsMember,
  type Members,
  type Reading,
} from './members.ts';

/** Kinds of information that have a name in both languages; others are shown as they are. */
export const newsTypes = [
  'press-release',
  'article',
  'report',
  'regulation',
  'experience',
  'guide',
  'event',
] as const;
export type NewsType = (typeof newsTypes)[number];

/** What is known about an item of information. */
export interface NewsFacts {
  /** One of `newsTypes`, or the page's own word; empty where none is given. */
  type: string;
  sectors: readonly string[];
  areas: readonly string[];
  /** As exact as it is known; null where it is not. */
  published: string | null;
  source: string | null;
  sourceUrl: string | null;
  licence: string | null;
  archived: boolean;
  /** Since when, where that is known. */
  archivedOn: string | null;
  /** Address of what replaces it: `#id` on the same page, or `https://…`. */
  supersededBy: string | null;
}

/** An item of a static file: a summary and a link, never a reprint. */
export interface NewsItem extends NewsFacts {
  id: string;
  title: string;
  url: string | null;
  summary: string | null;
  /** Language of the item, where it is not the page's. */
  lang: string | null;
}

/** A date as exact as it is known, null for what is none. */
export function readDate(text: string | null | undefined): string | null {
  return text !== null && text !== undefined && isPartialDate(text) ? text : null;
}

/** `true`, a date, or nothing. */
export function readArchived(value: unknown): Pick<NewsFacts, 'archived' | 'archivedOn'> {
  const archivedOn = typeof value === 'string' ? readDate(value) : null;
  return {
    archived: value === true || value === '' || value === 'true' || archivedOn !== null,
    archivedOn,
  };
}

/** An address that a link may have, null for any other. */
export function readAddress(text: string | null | undefined): string | null {
  return text && (isWebAddress(text) || /^#[\w-]+$/.test(text)) ? text : null;
}

const list = (record: Members, name: string): string[] => {
  const one = textMember(record, name);
  return one === null ? textsMember(record, name) : [one];
};

function readItem(record: Members): NewsItem | null {
  const id = textMember(record, 'id');
  const title = textMember(record, 'title');
  if (id === null || title === null) return null;
  const summary = textMember(record, 'summary');
  return {
    id,
    title: cleanPasted(title),
    url: readAddress(textMember(record, 'url')),
    summary: summary === null ? null : cleanPasted(summary),
    lang: textMember(record, 'lang'),
    type: textMember(record, 'type') ?? '',
    sectors: list(record, 'sector').map(cleanPasted),
    areas: list(record, 'area').map(cleanPasted).map(regionName),
    published: readDate(textMember(record, 'published')),
    source: textMember(record, 'source'),
    sourceUrl: readAddress(textMember(record, 'sourceUrl')),
    licence: textMember(record, 'licence'),
    // A platform tells the day beside.
    ...readArchived(record['archivedOn'] ?? record['archived']),
    supersededBy: readAddress(textMember(record, 'supersededBy')),
  };
}

/** The items of a file; undefined where it has no list `news`. */
export function readNews(file: unknown): Reading<NewsItem> | undefined {
  return readList(file, ['news', 'items'], readItem);
}
