import { inOrder, plain } from '../../format/plain.ts';
import type { NewsArticle } from './article.ts';

export const sorts = ['newest', 'oldest', 'title'] as const;
export type NewsSort = (typeof sorts)[number];

/** What the reader narrows the list by; empty texts narrow nothing. */
export interface NewsFilter {
  type: string;
  sector: string;
  area: string;
  /** `P3M`, `P12M`, a year, or `undated`. */
  period: string;
  sort: string;
  /** Whether archived items are listed, too. */
  archived: boolean;
}

export const noFilter: NewsFilter = {
  type: '',
  sector: '',
  area: '',
  period: '',
  sort: '',
  archived: false,
};

/** What filtering reads of an item. */
export type Filtered = Pick<
  NewsArticle,
  'type' | 'sectors' | 'areas' | 'published' | 'archived' | 'title'
>;

/** The civil date some months before another. */
function monthsBefore(today: string, months: number): string {
  const date = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 7) + today.slice(7);
}

function inPeriod(published: string | null, period: string, today: string): boolean {
  if (period === '') return true;
  if (published === null) return period === 'undated';
  const months = /^P(\d+)M$/.exec(period)?.[1];
  if (months === undefined) return published.startsWith(period);
  // A year or a month counts while any of its days may.
  return published >= monthsBefore(today, Number(months)).slice(0, published.length);
}

const same = (one: string, other: string): boolean => plain(one) === plain(other);

/** Newest first; what has no date comes last whichever way the dates go. */
function order(sort: string): (one: Filtered, other: Filtered) => number {
  if (sort === 'title') return (one, other) => inOrder(one.title, other.title);
  const sign = sort === 'oldest' ? 1 : -1;
  return (one, other) => {
    if (one.published === null || other.published === null) {
      return Number(one.published === null) - Number(other.published === null);
    }
    return sign * inOrder(one.published, other.published);
  };
}

/** The items that a filter leaves, in its order; equals stay in the page's order. */
export function filterNews<T extends Filtered>(
  items: readonly T[],
  filter: NewsFilter,
  today: string,
): T[] {
  const { type, sector, area, period, sort, archived } = filter;
  return items
    .filter(
      (item) =>
        (archived || !item.archived) &&
        (type === '' || same(item.type, type)) &&
        (sector === '' || item.sectors.some((one) => same(one, sector))) &&
        (area === '' || item.areas.some((one) => same(one, area))) &&
        inPeriod(item.published, period, today),
    )
    .sort(order(sort));
}

/** What the selects offer: only what some item has. */
export interface NewsChoices {
  types: string[];
  sectors: string[];
  areas: string[];
  /** Newest first. */
  years: string[];
  undated: boolean;
  archived: number;
}

export function newsChoices(items: readonly Filtered[]): NewsChoices {
  const unique = (values: string[]) => {
    const byKey = new Map(values.filter((value) => value !== '').map((one) => [plain(one), one]));
    return [...byKey.values()].sort(inOrder);
  };
  return {
    types: unique(items.map(({ type }) => type)),
    sectors: unique(items.flatMap(({ sectors }) => sectors)),
    areas: unique(items.flatMap(({ areas }) => areas)),
    years: unique(items.map(({ published }) => published?.slice(0, 4) ?? '')).reverse(),
    undated: items.some(({ published }) => published === null),
    archived: items.filter(({ archived }) => archived).length,
  };
}
