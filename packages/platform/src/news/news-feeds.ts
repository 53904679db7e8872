import { createHash } from 'node:crypto';
import { formatInstant, instantOf } from '@sas-kit/regime';
import type { News } from './news-row.ts';

const ZONE = 'Europe/Paris';
const TITLE = 'Informations sur le service d’accès aux soins';
const DESCRIPTION =
  'Résumés et liens. Projet indépendant, non publié par le ministère ni par l’ANS.';

/** What a feed tells of itself. */
export interface FeedFacts {
  /** Address of the feed, its filters included. */
  self: string;
  /** Address of the platform. */
  home: string;
  /** When an item last changed. */
  changed: Date;
}

/** Midnight in France of a day that is wholly known; undefined for a month, a year or no date. */
function dayOf({ published }: News): Date | undefined {
  if (published === null || published.length < 10) return undefined;
  return new Date(instantOf(published, '00:00', ZONE));
}

/** The page that an item is about: at its source, else here. */
const addressOf = (news: News, { home }: FeedFacts) => news.url ?? `${home}/v1/news/${news.id}`;

/** Text of XML: escaped, and without what XML 1.0 cannot say (its clause 2.2). */
function xml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const element = (name: string, text: string) => `<${name}>${xml(text)}</${name}>`;

/** Published items as RSS 2.0. Readers take a description for HTML: plain text is escaped as such first. */
export function toRss(items: readonly News[], facts: FeedFacts): string {
  const channel = [
    element('title', TITLE),
    element('link', facts.home),
    element('description', DESCRIPTION),
    element('language', 'fr'),
    element('lastBuildDate', facts.changed.toUTCString()),
    `<atom:link href="${xml(facts.self)}" rel="self" type="application/rss+xml"/>`,
    ...items.map((news) => `<item>\n${rssItem(news, facts).join('\n')}\n</item>`),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
${channel.join('\n')}
</channel>
</rss>
`;
}

function rssItem(news: News, facts: FeedFacts): string[] {
  const published = dayOf(news);
  return [
    element('title', news.title),
    element('link', addressOf(news, facts)),
    ...(news.summary === null ? [] : [element('description', xml(news.summary))]),
    ...[news.type, ...news.sector, ...news.area].map((name) => element('category', name)),
    `<guid isPermaLink="false">urn:uuid:${news.id}</guid>`,
    ...(published === undefined ? [] : [element('pubDate', published.toUTCString())]),
  ];
}

/** Published items as JSON Feed 1.1. What JSON Feed has no member for stands in `_sas`. */
export function toJsonFeed(items: readonly News[], facts: FeedFacts): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: TITLE,
    description: DESCRIPTION,
    language: 'fr',
    home_page_url: facts.home,
    feed_url: facts.self,
    items: items.map((news) => {
      const published = dayOf(news);
      const { type, sector, area, licence, archived, archivedOn, supersededBy } = news;
      return {
        id: `urn:uuid:${news.id}`,
        url: addressOf(news, facts),
        title: news.title,
        content_text: news.summary ?? news.title,
        ...(published === undefined
          ? {}
          : { date_published: formatInstant(published.getTime(), ZONE) }),
        date_modified: news.changed,
        ...(news.lang === null ? {} : { language: news.lang }),
        ...(news.source === null
          ? {}
          : { authors: [{ name: news.source, ...(news.sourceUrl && { url: news.sourceUrl }) }] }),
        tags: [type, ...sector, ...area],
        _sas: {
          type,
          sector,
          area,
          published: news.published,
          licence,
          archived,
          archivedOn,
          supersededBy,
        },
      };
    }),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

/** The entity tag of a text. */
export function tagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
}

/**
 * Whether what a reader has still holds (RFC 9110, 13.2.2): by its tag, else by its date, which counts
 * whole seconds.
 */
export function stillHolds(
  { tag, changed }: { tag: string; changed: Date },
  asked: { 'If-None-Match'?: string; 'If-Modified-Since'?: string },
): boolean {
  const { 'If-None-Match': tags, 'If-Modified-Since': since } = asked;
  if (tags !== undefined) {
    return tags.split(',').some((each) => ['*', tag].includes(each.trim().replace(/^W\//, '')));
  }
  if (since === undefined) return false;
  return Math.floor(changed.getTime() / 1000) * 1000 <= Date.parse(since);
}
