import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const LEAD = 'territory-lead';
let platform: TestPlatform;
let site: Server;
let origin: string;
/** What the site of the source answers now. */
let answer: RequestListener;

before(async () => {
  site = createServer((request, response) => answer(request, response));
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  platform = await startTestPlatform({ SAS_NEWS_SOURCES: origin, SAS_BODY_LIMIT: '2000000' });
});
after(async () => {
  await platform.close();
  await new Promise((done) => site.close(done));
});
beforeEach(() => platform.database.query('delete from news'));

const send = (body: object, as = LEAD) =>
  platform.call('POST', '/v1/news/import', { as, body: { type: 'article', ...body } });

const rss = (items: string, channel = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>
   <title>Source de démonstration</title><link>https://source.example/</link>
   <language>fr-FR</language>${channel}${items}</channel></rss>`;
const entry = (n: number, more = '') =>
  `<item><title>Titre ${n}</title><link>https://source.example/${n}#haut</link>${more}</item>`;

const stored = async () =>
  (await platform.call('GET', '/v1/news?state=draft&sort=title', { as: LEAD })).body.items as {
    [member: string]: unknown;
  }[];

test('RSS: title, summary and link are taken as plain text, as drafts, with what is said of them', async () => {
  const html =
    '&lt;p&gt;Le &lt;b&gt;SAS&lt;/b&gt; &amp;amp; vous&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;';
  const document = rss(
    `<item><title><![CDATA[Un <em>titre</em>]]></title><link>https://source.example/1#haut</link>
     <description>${html}</description><pubDate>Mon, 23 Nov 2026 00:30:00 +0100</pubDate></item>`,
  );
  const { status, body } = await send({
    document,
    type: 'report',
    area: ['Normandie'],
    licence: 'LO 2.0',
  });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(
    [body.format, body.source, body.refused],
    ['rss', 'Source de démonstration', []],
  );
  const [item] = await stored();
  const { id, changed: _changed, ...rest } = item!;
  assert.equal(id, body.taken[0].id);
  assert.deepEqual(rest, {
    state: 'draft',
    territory: 'le-havre-fecamp',
    title: 'Un titre',
    type: 'report',
    summary: 'Le SAS & vous',
    url: 'https://source.example/1',
    lang: 'fr-FR',
    sector: [],
    area: ['Normandie'],
    published: '2026-11-23',
    source: 'Source de démonstration',
    sourceUrl: 'https://source.example/',
    licence: 'LO 2.0',
    archived: false,
    archivedOn: null,
    supersededBy: null,
  });
});

test('Atom and JSON Feed are read, too, and published where that is asked for', async () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Atome</title><id>urn:x</id>
    <link href="https://atom.example/"/><entry><title type="html">A &lt;i&gt;1&lt;/i&gt;</title>
    <id>urn:1</id><link rel="alternate" href="https://atom.example/1"/><summary>Court</summary>
    <updated>2026-01-03T00:00:00Z</updated></entry></feed>`;
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Jason',
    items: [{ id: '1', url: 'https://json.example/1', title: 'J', content_html: '<p>Long</p>' }],
  });
  for (const document of [atom, json]) {
    const { body } = await send({ document, state: 'published' });
    assert.equal(body.taken.length, 1, JSON.stringify(body));
  }
  const { body } = await platform.call('GET', '/v1/news?sort=title');
  const told = body.items.map((each: Record<string, unknown>) => [
    each['title'],
    each['summary'],
    each['published'],
    each['source'],
  ]);
  assert.deepEqual(told, [
    ['A 1', 'Court', '2026-01-03', 'Atome'],
    ['J', 'Long', null, 'Jason'],
  ]);
});

test('what is there, was removed or lacks something is refused with its reason', async () => {
  await send({ document: rss(entry(1) + entry(2)) });
  const [first] = await stored();
  await platform.call('DELETE', `/v1/news/${String(first!['id'])}`, {
    as: LEAD,
    headers: { 'if-match': '*' },
  });
  const { body } = await send({
    document: rss(
      entry(1) +
        entry(2) +
        entry(3) +
        entry(3) +
        '<item><link>https://source.example/4</link></item>' +
        '<item><title>Cinq</title><link>javascript:alert(1)</link></item>',
    ),
  });
  assert.deepEqual(
    body.taken.map(({ title }: { title: string }) => title),
    ['Titre 3'],
  );
  assert.deepEqual(
    body.refused.map(({ reason }: { reason: string }) => reason),
    ['removed', 'duplicate', 'duplicate', 'no-title', 'no-address'],
  );
});

test('an import takes so many items and no more', async () => {
  const many = Array.from({ length: 203 }, (_, index) => entry(index)).join('');
  const { body } = await send({ document: rss(many) });
  assert.equal(body.taken.length, 200);
  assert.deepEqual(
    body.refused.map(({ reason }: { reason: string }) => reason),
    ['too-many', 'too-many', 'too-many'],
  );
});

const bomb = `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}">
  <!ENTITY c "${'&b;'.repeat(100)}">]>${rss('<item><title>&c;</title></item>')}`;
const xxe = `<?xml version="1.0"?><!doctype rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>
  ${rss('<item><title>&f;</title><link>https://source.example/1</link></item>')}`;
const NOT_READ: [string, string][] = [
  ['an entity bomb', bomb],
  ['an external entity', xxe],
  ['a page', '<!doctype html><title>404</title>'],
  ['a text', 'Le SAS'],
  ['another JSON', '{"items":[]}'],
  ['half a feed', '<rss version="2.0"><chan'],
];
for (const [what, document] of NOT_READ) {
  test(`${what} is refused whole`, async () => {
    const { status, body } = await send({ document });
    assert.equal(status, 422, JSON.stringify(body));
    assert.deepEqual([body.code, body.errors[0].pointer], ['feed-not-read', '/document']);
    assert.deepEqual(await stored(), []);
  });
}

test('a long summary is cut at a word: enough to know, too little to reprint', async () => {
  await send({ document: rss(entry(1, `<description>${'mot '.repeat(500)}</description>`)) });
  const summary = String((await stored())[0]!['summary']);
  assert.ok(summary.length <= 400, String(summary.length));
  assert.match(summary, /mot …$/);
});

test('a feed is fetched from an address on the list, in the charset that it says', async () => {
  answer = (_request, response) => {
    const latin = Buffer.from(rss(entry(1, '<description>Été</description>')), 'latin1');
    response.setHeader('content-type', 'application/rss+xml; charset=ISO-8859-1').end(latin);
  };
  const { status, body } = await send({ address: `${origin}/flux.xml` });
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal((await stored())[0]!['summary'], 'Été');
});

test('any other address is refused, also one that a listed site sends to', async () => {
  for (const address of [
    'https://ailleurs.example/flux',
    'http://169.254.169.254/latest/meta-data',
  ]) {
    const { status, body } = await send({ address });
    assert.deepEqual([status, body.code], [422, 'address-not-allowed'], address);
    assert.equal(body.errors[0].pointer, '/address');
  }
  answer = (_request, response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:1/secret' }).end();
  };
  assert.equal((await send({ address: `${origin}/flux` })).body.code, 'address-not-allowed');
  answer = (_request, response) => void response.writeHead(302, { location: '/encore' }).end();
  assert.equal((await send({ address: `${origin}/flux` })).body.code, 'feed-not-read');
});

test('a source that is too large, broken or gone is told as such', async () => {
  const answers: RequestListener[] = [
    (_request, response) => void response.end(rss('x'.repeat(1_100_000))),
    (_request, response) => void response.writeHead(404).end('no'),
    (request) => void request.socket.destroy(),
  ];
  for (const each of answers) {
    answer = each;
    const { status, body } = await send({ address: `${origin}/flux` });
    assert.deepEqual([status, body.code], [422, 'feed-not-read'], JSON.stringify(body));
  }
});

test('one feed at a time, by those who may keep it', async () => {
  const document = rss(entry(1));
  assert.equal((await send({ document, address: `${origin}/flux` })).status, 400);
  assert.equal((await send({})).status, 400);
  assert.equal((await send({ document, territory: 'isere' })).status, 403);
  for (const as of ['regulator', 'public', 'editor']) {
    assert.equal((await send({ document }, as)).status, 403, as);
  }
});
