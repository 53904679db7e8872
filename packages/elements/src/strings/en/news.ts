import type { NewsStrings } from '../fr/news.ts';
import { onDate } from './dates.ts';
import { errorsEn } from './errors.ts';

const several = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count > 1 ? many : one}`;

export const newsEn: NewsStrings = {
  ...errorsEn,
  codes: {
    ...errorsEn.codes,
    'not-found': 'The list of information is not at its address.',
    'invalid-response': 'The list of information cannot be read.',
    'other-site': 'The list of information is not on this site.',
  },
  other: 'The request did not work. Try again.',
  heading: 'Information',
  loading: 'Reading the information…',
  filters: 'Filters',
  type: 'Type of information',
  sector: 'Sector',
  area: 'Area',
  period: 'Period',
  sort: 'Sort',
  all: { type: 'All', sector: 'All', area: 'All', period: 'All' },
  types: {
    'press-release': 'Press release',
    article: 'Article',
    report: 'Report',
    regulation: 'Official text',
    experience: 'Field experience',
    guide: 'Guide',
    event: 'Event',
  },
  periods: { P3M: 'Last 3 months', P12M: 'Last 12 months' },
  undated: 'Without a date',
  sorts: { newest: 'Newest first', oldest: 'Oldest first', title: 'Title' },
  archives: (count) => `Show archives, too (${count})`,
  count: (shown) => (shown === 0 ? 'No item' : several(shown, 'item')),
  print: 'Print the list',
  shareList: 'Share the list',
  share: 'Share',
  shareItem: (title) => `Share: ${title}`,
  copied: 'Link copied.',
  copyByHand: 'Copy this link:',
  published: (date) => `Published ${onDate(date)}`,
  noDate: 'No date of publication given',
  source: 'Source:',
  licence: (licence) => `Licence: ${licence}`,
  archived: 'Archived',
  archivedNotice: 'This article is archived: it is about something that is no longer current.',
  archivedOn: (date) => `Archived ${onDate(date)}.`,
  supersededBy: 'Replaced by:',
  newer: 'the current information',
  noneTitle: 'No information yet',
  none: 'This list is empty at the moment.',
  noMatchTitle: 'No item matches',
  noMatch: (archived) =>
    archived > 0
      ? `Widen the filters, or search the archives, too (${archived}).`
      : 'Widen the filters.',
  reset: 'Clear the filters',
  unreadable: (count) => `${several(count, 'item')} could not be read: the list is incomplete.`,
};
