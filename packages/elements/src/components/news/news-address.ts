import { noFilter, type NewsFilter } from './news-filter.ts';

/** Before the names of the filters in the page's address, which has parameters of its own. */
const prefix = 'sas-';
const texts = ['type', 'sector', 'area', 'period', 'sort'] as const;

/** The filter that an address holds; undefined where it holds none. */
export function filterOfAddress(address: string): NewsFilter | undefined {
  const query = new URL(address).searchParams;
  if (![...texts, 'archived'].some((name) => query.has(prefix + name))) return undefined;
  const filter = { ...noFilter, archived: query.get(`${prefix}archived`) === '1' };
  for (const name of texts) filter[name] = query.get(prefix + name) ?? '';
  return filter;
}

/** The address with a filter in it. What the page keeps there itself stays. */
export function addressWithFilter(address: string, filter: NewsFilter): string {
  const url = new URL(address);
  for (const name of texts) {
    if (filter[name] === '') url.searchParams.delete(prefix + name);
    else url.searchParams.set(prefix + name, filter[name]);
  }
  if (filter.archived) url.searchParams.set(`${prefix}archived`, '1');
  else url.searchParams.delete(`${prefix}archived`);
  return url.href;
}
