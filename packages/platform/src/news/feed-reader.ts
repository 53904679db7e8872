import { parseFeed } from 'feedsmith';
import { bodyProblem, type ProblemError } from '../http/problem.ts';
import { civilDate } from '../http/instants.ts';
import { plainText } from './plain-text.ts';

/** Characters that are taken of a title and of a summary: enough to know what it is, too few to reprint. */
const TITLE = 300;
const SUMMARY = 400;
const ADDRESS = /^https?:\/\/[^\s<>"]+$/;

/** An item of a feed, as plain text; null for what it does not say. */
export interface FeedItem {
  title: string | null;
  url: string | null;
  summary: string | null;
  /** Civil date in France. */
  published: string | null;
}

/** What is read of a feed. */
export interface ReadFeed {
  format: 'rss' | 'atom' | 'rdf' | 'json';
  title: string | null;
  home: string | null;
  lang: string | null;
  items: FeedItem[];
}

/**
 * Reads RSS, Atom or JSON Feed. XML with a document type is refused before any parser sees it: no feed
 * needs one, and entities are made there.
 *
 * @param pointer place of the feed in the request
 * @throws {ProblemError} 422 `feed-not-read`
 */
export function readFeed(text: string, pointer: string): ReadFeed {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) {
    throw notRead(pointer, 'has a document type, which no feed needs');
  }
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch {
    throw notRead(pointer, 'is neither RSS nor Atom nor a JSON feed');
  }
  const { format, feed } = parsed;
  switch (format) {
    case 'json':
      return {
        format,
        title: line(feed.title, TITLE),
        home: address(feed.home_page_url),
        lang: language(feed.language),
        items: (feed.items ?? []).map((item) =>
          toItem(
            item.title,
            item.url ?? item.external_url,
            item.summary ?? item.content_text ?? item.content_html,
            item.date_published,
          ),
        ),
      };
    case 'atom':
      return {
        format,
        title: line(feed.title?.value, TITLE),
        home: address(alternate(feed.links)),
        lang: null,
        items: (feed.entries ?? []).map((entry) =>
          toItem(
            entry.title?.value,
            alternate(entry.links),
            entry.summary?.value ?? entry.content?.value,
            entry.published ?? entry.updated,
          ),
        ),
      };
    default:
      return {
        format,
        title: line(feed.title, TITLE),
        home: address(feed.link),
        lang: 'language' in feed ? language(feed.language) : null,
        items: (feed.items ?? []).map((item) =>
          toItem(
            item.title,
            item.link ?? ('guid' in item ? item.guid?.value : undefined),
            item.description,
            'pubDate' in item ? item.pubDate : item.dc?.dates?.[0],
          ),
        ),
      };
  }
}

/** What cannot be read, with its place. */
export function notRead(pointer: string, detail: string): ProblemError {
  return bodyProblem('feed-not-read', pointer, detail);
}

type Links = readonly { href?: string; rel?: string }[] | undefined;

/** The page that an Atom feed or entry is about. */
function alternate(links: Links): string | undefined {
  return links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
}

type Text = string | undefined;

function toItem(title: Text, url: Text, summary: Text, published: unknown): FeedItem {
  return {
    title: line(title, TITLE),
    url: address(url),
    summary: line(summary, SUMMARY),
    published: typeof published === 'string' ? day(published) : null,
  };
}

function line(text: Text, limit: number): string | null {
  const plain = plainText(text ?? '', limit);
  return plain === '' ? null : plain;
}

/** An address that a browser may open, without its fragment: no `javascript:`, no `data:`. */
function address(text: Text): string | null {
  const url = text?.trim() ?? '';
  if (url.length > 1000 || !ADDRESS.test(url) || !URL.canParse(url)) return null;
  const { origin, pathname, search } = new URL(url);
  return origin + pathname + search;
}

function language(text: Text): string | null {
  const code = text?.trim().replace(/^[A-Z]{2}/, (letters) => letters.toLowerCase()) ?? '';
  return /^[a-z]{2}(-[A-Za-z0-9]+)*$/.test(code) && code.length <= 20 ? code : null;
}

function day(text: string): string | null {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) return null;
  const date = civilDate(instant, 'Europe/Paris');
  return /^(19|20)\d\d-/.test(date) ? date : null;
}
