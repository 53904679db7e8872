import { cleanPasted } from '../../format/hyphens.ts';
import { regionName } from '../../format/regions.ts';
import {
  readAddress,
  readArchived,
  readDate,
  type NewsFacts,
  type NewsItem,
} from '../../static/news.ts';
import { isWebAddress } from '../../static/members.ts';

/** An `<article>` of the page and what is known about it. */
export interface NewsArticle extends NewsFacts {
  element: HTMLElement;
  title: string;
  url: string | null;
  /** What the article itself shows: the element does not say it again. */
  shows: { published: boolean; source: boolean };
}

const words = (text: string | undefined): string[] =>
  (text ?? '')
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/**
 * Reads an article: `data-*` of its tag, and inside it the date in `<time data-field="published">` and
 * the source in `<… data-field="source">`. Several sectors or areas are separated by `|`.
 */
export function readArticle(element: HTMLElement): NewsArticle {
  const { dataset } = element;
  const time = element.querySelector('time[data-field="published"]');
  const source = element.querySelector('[data-field="source"]');
  const heading = element.querySelector('h1, h2, h3, h4, h5, h6');
  const link = (heading ?? element).querySelector('a') ?? element.querySelector('a');
  return {
    element,
    title: heading?.textContent.trim() ?? '',
    url: link && isWebAddress(link.href) ? link.href : null,
    type: dataset['type'] ?? '',
    sectors: words(dataset['sector']),
    areas: words(dataset['area']).map(regionName),
    published: readDate(dataset['published'] ?? time?.getAttribute('datetime')),
    source: dataset['source'] ?? source?.textContent.trim() ?? null,
    sourceUrl: readAddress(dataset['sourceUrl'] ?? source?.getAttribute('href')),
    licence: dataset['licence'] ?? null,
    ...readArchived(dataset['archived']),
    supersededBy: readAddress(dataset['supersededBy']),
    shows: { published: time !== null, source: source !== null },
  };
}

/** Takes the hyphens of a PDF out of an article's texts. */
export function cleanArticle(element: HTMLElement): void {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    const clean = cleanPasted(node.data);
    if (clean !== node.data) node.data = clean;
  }
}

/** An article made of an item of a static file: title, link and summary, all as text. */
export function createArticle(item: NewsItem, level: number): HTMLElement {
  const article = document.createElement('article');
  article.id = item.id;
  if (item.lang !== null) article.lang = item.lang;
  const facts: Record<string, string | null> = {
    type: item.type,
    sector: item.sectors.join('|'),
    area: item.areas.join('|'),
    published: item.published,
    source: item.source,
    sourceUrl: item.sourceUrl,
    licence: item.licence,
    archived: item.archived ? (item.archivedOn ?? 'true') : null,
    supersededBy: item.supersededBy,
  };
  for (const [name, value] of Object.entries(facts)) if (value) article.dataset[name] = value;
  const heading = document.createElement(`h${Math.min(level, 6)}`);
  heading.append(item.url === null ? item.title : link(item.url, item.title));
  article.append(heading);
  if (item.summary !== null) {
    const summary = document.createElement('p');
    summary.append(item.summary);
    article.append(summary);
  }
  return article;
}

function link(href: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.rel = 'noopener';
  anchor.append(text);
  return anchor;
}
