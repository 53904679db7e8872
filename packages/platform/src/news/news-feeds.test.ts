import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import { plainText } from './plain-text.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

let platform: TestPlatform;
let removable: string;

const hostile = '<script>alert("1")</script> & ]]> fin';
const items = [
  {
    title: 'Un retour d’expérience',
    type: 'experience',
    summary: hostile,
    url: 'https://source.example/retour?a=1&b=2',
    sector: ['Ville'],
    area: ['Normandie'],
    published: '2026-07-14',
    source: 'Association de démonstration',
    sourceUrl: 'https://source.example/',
    licence: 'Licence Ouverte 2.0',
  },
  { title: 'Sans date ni adresse', type: 'guide' },
  { title: 'Une année', type: 'report', published: '2025' },
  { title: 'Archivée', type: 'article', archived: true },
  { title: 'Brouillon', type: 'article', state: 'draft' },
];

before(async () => {
  platform = await startTestPlatform({ SAS_PUBLIC_URL: 'https://sas.example' });
  await platform.setClock('2026-11-23T09:00:00+01:00');
  for (const body of items) {
    const made = await platform.call('POST', '/v1/news', { as: 'administrator', body });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    removable = made.body.id;
  }
});
after(() => platform.close());

const get = (name: string, headers: Record<string, string> = {}) =>
  platform.call('GET', `/v1/news.${name}`, { headers });
const jsonOf = (body: unknown) =>
  (typeof body === 'string' ? JSON.parse(body) : body) as {
    [member: string]: unknown;
    items: Record<string, unknown>[];
  };

test('RSS 2.0: what is published, newest first, every text escaped', async () => {
  const { status, body, headers } = await get('rss');
  assert.equal(status, 200);
  assert.equal(headers.get('content-type'), 'application/rss+xml; charset=utf-8');
  assert.match(body as string, /^<\?xml version="1\.0" encoding="utf-8"\?>\s*<rss version="2\.0"/);
  assert.doesNotMatch(body as string, /<script/);
  const feed = parseRssFeed(body as string);
  assert.equal(feed.link, 'https://sas.example');
  assert.deepEqual(
    feed.atom?.links?.map(({ href, rel }) => [href, rel]),
    [['https://sas.example/v1/news.rss', 'self']],
  );
  assert.deepEqual(
    feed.items?.map(({ title }) => title),
    ['Un retour d’expérience', 'Une année', 'Sans date ni adresse'],
  );
  const [first, second] = feed.items;
  assert.equal(first!.link, items[0]!.url);
  assert.equal(plainText(first!.description!, 1000), hostile);
  assert.equal(new Date(first!.pubDate as string).toISOString(), '2026-07-13T22:00:00.000Z');
  assert.equal(second!.pubDate, undefined);
  assert.match(second!.link!, /^https:\/\/sas\.example\/v1\/news\/[0-9a-f-]{36}$/);
  assert.match(first!.guid!.value!, /^urn:uuid:/);
  assert.equal(first!.guid!.isPermaLink, false);
});

test('JSON Feed 1.1: the same items, with what the list knows of them', async () => {
  const { body, headers } = await get('json');
  assert.equal(headers.get('content-type'), 'application/feed+json; charset=utf-8');
  const feed = jsonOf(body);
  assert.equal(feed['version'], 'https://jsonfeed.org/version/1.1');
  assert.equal(feed['feed_url'], 'https://sas.example/v1/news.json');
  const parsed = parseJsonFeed(feed);
  assert.equal(parsed.items?.length, 3);
  const [first, second, third] = feed.items;
  assert.equal(first!['content_text'], hostile);
  assert.equal(first!['date_published'], '2026-07-14T00:00:00+02:00');
  assert.deepEqual(first!['tags'], ['experience', 'Ville', 'Normandie']);
  assert.deepEqual(first!['authors'], [
    { name: 'Association de démonstration', url: 'https://source.example/' },
  ]);
  assert.equal((first!['_sas'] as Record<string, unknown>)['licence'], 'Licence Ouverte 2.0');
  assert.equal('date_published' in second!, false);
  assert.equal(third!['content_text'], 'Sans date ni adresse');
});

test('the filters of the list are kept, and the feed says so of itself', async () => {
  const { body } = await get('json?type=experience&area=normandie');
  assert.deepEqual(
    jsonOf(body).items.map(({ title }) => title),
    ['Un retour d’expérience'],
  );
  assert.equal(
    jsonOf(body)['feed_url'],
    'https://sas.example/v1/news.json?type=experience&area=normandie',
  );
  assert.equal(parseRssFeed((await get('rss?archived=only')).body as string).items?.length, 1);
  assert.equal((await get('rss?state=draft')).status, 400);
});

test('a reader that has it is told so, until something changes', async () => {
  for (const name of ['rss', 'json']) {
    const { headers } = await get(name);
    const [tag, changed] = [headers.get('etag')!, headers.get('last-modified')!];
    const same = await get(name, { 'if-none-match': `"other", W/${tag}` });
    assert.deepEqual([same.status, same.body], [304, '']);
    assert.equal(same.headers.get('etag'), tag);
    assert.equal((await get(name, { 'if-none-match': '"other"' })).status, 200);
    assert.equal((await get(name, { 'if-modified-since': changed })).status, 304);
    const before = 'Sun, 22 Nov 2026 08:00:00 GMT';
    assert.equal((await get(name, { 'if-modified-since': before })).status, 200);
    assert.equal((await get(name, { 'if-modified-since': 'yesterday' })).status, 200);
  }
  const { headers } = await get('rss');
  await platform.setClock('2026-11-23T10:00:00+01:00');
  await platform.call('DELETE', `/v1/news/${removable}`, {
    as: 'administrator',
    headers: { 'if-match': '*' },
  });
  const since = { 'if-modified-since': headers.get('last-modified')! };
  assert.equal((await get('rss', since)).status, 200);
});
