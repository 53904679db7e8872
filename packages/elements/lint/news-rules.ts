import { cleanPasted } from '../src/format/hyphens.ts';
import type { Report } from './finding.ts';

/** A file that follows `schemas/news.schema.json`, as far as the rules read it. */
export interface NewsFile {
  news: {
    id: string;
    title: string;
    summary?: string | null;
    published?: string | null;
    source?: string | null;
    archived?: boolean | string | null;
    supersededBy?: string | null;
  }[];
}

/** A summary, not a reprint: its most characters. */
const longestSummary = 600;

/** What the schema cannot say of a list of information. `today` is a civil date. */
export function newsRules(file: NewsFile, today: string, report: Report): void {
  const ids = file.news.map(({ id }) => id);
  for (const [index, item] of file.news.entries()) {
    const place = `/news/${index}`;
    const { id, title, summary, published, archived, supersededBy } = item;
    if (ids.indexOf(id) !== index) {
      report('error', `${place}/id`, 'duplicate-id', `${id} is there twice`);
    }
    if (!published)
      report('warning', `${place}/published`, 'undated', 'has no date: readers are told so');
    else if (published > today)
      report('warning', `${place}/published`, 'future', 'lies in the future');
    if (!item.source) report('warning', `${place}/source`, 'no-source', 'names no source');
    if ((summary?.length ?? 0) > longestSummary) {
      report(
        'warning',
        `${place}/summary`,
        'reprint',
        `is longer than ${longestSummary} characters`,
      );
    }
    for (const [name, text] of Object.entries({ title, summary: summary ?? '' })) {
      const clean = cleanPasted(text);
      if (clean !== text) {
        report('warning', `${place}/${name}`, 'hyphenated', `is shown as « ${clean} »`);
      }
    }
    if (!supersededBy) continue;
    if (!archived) {
      report('warning', `${place}/archived`, 'superseded', 'is replaced, and not archived');
    }
    const target = supersededBy.startsWith('#') ? supersededBy.slice(1) : undefined;
    if (target === id || (target !== undefined && !ids.includes(target))) {
      report('error', `${place}/supersededBy`, 'dangling', `${supersededBy} leads nowhere`);
    }
  }
}
