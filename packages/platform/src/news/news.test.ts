import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const NOW = '2026-11-23T09:00:00+01:00';
let platform: TestPlatform;

before(async () => {
  platform = await startTestPlatform();
});
after(() => platform.close());

const LEAD = 'territory-lead';
const item = (title: string, more: object = {}) => ({ title, type: 'article', ...more });
const post = (body: object, as = LEAD, headers = {}) =>
  platform.call('POST', '/v1/news', { as, body, headers });
const list = (query = '', as?: string) =>
  platform.call('GET', `/v1/news${query}`, as === undefined ? {} : { as });
const titles = async (query = '', as?: string) =>
  (await list(query, as)).body.items.map((each: { title: string }) => each.title);

/** Starts each test without news. */
async function fresh(): Promise<void> {
  await platform.database.query('delete from news');
  await platform.setClock(NOW);
}

async function made(body: object, as = LEAD): Promise<{ id: string; etag: string; path: string }> {
  const { status, body: news, headers } = await post(body, as);
  assert.equal(status, 201, JSON.stringify(news));
  assert.equal(headers.get('location'), `/v1/news/${news.id}`);
  return { id: news.id, etag: headers.get('etag')!, path: `/v1/news/${news.id}` };
}

test('a lead adds an item; anybody reads it without credentials', async () => {
  await fresh();
  const full = {
    title: 'Le SAS dans chaque département',
    type: 'press-release',
    summary: 'Deux SAS ouvrent.',
    url: 'https://source.example/sas',
    lang: 'fr',
    sector: ['Hôpital', 'Ville'],
    area: ['Auvergne-Rhône-Alpes'],
    published: '2023-01-24',
    source: 'Source de démonstration',
    sourceUrl: 'https://source.example/',
    licence: 'Licence Ouverte 2.0',
    archived: false,
    archivedOn: null,
    supersededBy: null,
  };
  const { id, path, etag } = await made(full);
  const { body, headers } = await platform.call('GET', path);
  const { changed, ...rest } = body;
  assert.deepEqual(rest, { ...full, id, state: 'published', territory: 'le-havre-fecamp' });
  assert.match(changed, /^2026-11-23T09:00:\d\d\+01:00$/);
  assert.equal(headers.get('etag'), etag);
  assert.deepEqual((await list()).body.items, [body]);
});

test('filters narrow the list, whatever the accents, and combine', async () => {
  await fresh();
  await made(item('A', { type: 'experience', sector: ['Ville'], area: ['Auvergne Rhône Alpes'] }));
  await made(item('B', { sector: ['Hôpital'], area: ['Normandie'], published: '2026-10-05' }));
  await made(item('C', { sector: ['Ville'], published: '2026', summary: 'Une régulation à part' }));
  const cases: [string, string[]][] = [
    ['?type=experience', ['A']],
    ['?sector=hopital', ['B']],
    [`?area=${encodeURIComponent('auvergne-rhône-alpes')}`, ['A']],
    ['?sector=ville&type=article', ['C']],
    ['?q=regulation%20part', ['C']],
    ['?from=2026-10-06', ['C']],
    ['?from=2026-01-01&to=2026-10-05', ['B', 'C']],
    ['?to=2025-12-31', []],
  ];
  for (const [query, expected] of cases) assert.deepEqual(await titles(query), expected, query);
  const turned = await list('?from=2026-02-01&to=2026-01-01');
  assert.deepEqual([turned.status, turned.body.errors[0].parameter], [422, 'to']);
});

test('newest first, oldest first or by title; what has no date comes last; pages follow each other', async () => {
  await fresh();
  const dates = { É: '2026-02', A: '2026-03-01', c: '2025', b: null };
  for (const [title, published] of Object.entries(dates)) await made(item(title, { published }));
  const orders = {
    newest: ['A', 'É', 'c', 'b'],
    oldest: ['c', 'É', 'A', 'b'],
    title: ['A', 'b', 'c', 'É'],
  };
  for (const [sort, expected] of Object.entries(orders)) {
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const cursor = next === '' ? '' : `&cursor=${next}`;
      const { body } = await list(`?sort=${sort}&limit=1${cursor}`);
      seen.push(...body.items.map((each: { title: string }) => each.title));
      next = body.next;
    }
    assert.deepEqual(seen, expected, sort);
  }
  const { body } = await list('?limit=1');
  const other = await list(`?sort=title&cursor=${body.next}`);
  assert.deepEqual([other.status, other.body.code], [400, 'invalid-cursor']);
});

test('items of one day follow each other over pages', async () => {
  await fresh();
  for (const title of ['1', '2', '3', '4', '5'])
    await made(item(title, { published: '2026-11-01' }));
  const first = await list('?limit=3');
  const second = await list(`?limit=3&cursor=${first.body.next}`);
  const seen = [...first.body.items, ...second.body.items].map((each) => each.title as string);
  assert.deepEqual(seen.sort(), ['1', '2', '3', '4', '5']);
});

test('an archived item leaves the list and stays where it is', async () => {
  await fresh();
  const newer = await made(item('Nouveau'));
  const { path, etag } = await made(item('Ancien'));
  const changed = await platform.call('PATCH', path, {
    as: LEAD,
    body: { archivedOn: '2026-06', supersededBy: `#${newer.id}` },
    headers: { 'if-match': etag },
  });
  assert.deepEqual([changed.status, changed.body.archived], [200, true]);
  assert.deepEqual(await titles(), ['Nouveau']);
  assert.deepEqual(await titles('?archived=only'), ['Ancien']);
  assert.deepEqual((await titles('?archived=include')).sort(), ['Ancien', 'Nouveau']);
  assert.equal((await platform.call('GET', path)).body.supersededBy, `#${newer.id}`);
  const back = await platform.call('PATCH', path, {
    as: LEAD,
    body: { archived: false },
    headers: { 'if-match': changed.headers.get('etag')! },
  });
  assert.deepEqual([back.body.archived, back.body.archivedOn], [false, null]);
});

test('a draft is known to those who may edit it, and to nobody else', async () => {
  await fresh();
  const { path } = await made(item('Brouillon', { state: 'draft' }));
  const foreign = await made(
    item('Ailleurs', { state: 'draft', territory: 'isere' }),
    'administrator',
  );
  for (const as of [undefined, 'public', 'regulator', 'authority']) {
    assert.deepEqual(await titles('?state=draft', as), [], as);
    const { status } = await platform.call('GET', path, as === undefined ? {} : { as });
    assert.equal(status, 404, as);
  }
  assert.deepEqual(await titles('?state=draft', LEAD), ['Brouillon']);
  assert.deepEqual((await titles('?state=draft', 'administrator')).sort(), [
    'Ailleurs',
    'Brouillon',
  ]);
  assert.equal((await platform.call('GET', foreign.path, { as: LEAD })).status, 404);
  assert.deepEqual(await titles(), []);
});

test('a lead changes and removes the items of its territory only', async () => {
  await fresh();
  const { path, etag } = await made(item('D’ailleurs', { territory: 'isere' }), 'administrator');
  const headers = { 'if-match': etag };
  const body = { title: 'Autre' };
  assert.equal((await platform.call('PATCH', path, { as: LEAD, body, headers })).status, 403);
  assert.equal((await platform.call('DELETE', path, { as: LEAD, headers })).status, 403);
  const there = await post(item('Là-bas', { territory: 'isere' }));
  assert.deepEqual([there.status, there.body.code], [403, 'forbidden']);
  const nowhere = await post(item('Nulle part', { territory: 'atlantide' }), 'administrator');
  assert.deepEqual([nowhere.status, nowhere.body.code], [422, 'unknown-territory']);
  for (const as of ['regulator', 'public', 'editor', 'account-manager']) {
    assert.equal((await post(item('Non'), as)).status, 403, as);
  }
  assert.equal((await platform.call('POST', '/v1/news', { body: item('Non') })).status, 401);
});

test('a stale If-Match is 412, a missing one 428; a removed item is gone', async () => {
  await fresh();
  const { path, etag } = await made(item('Une'));
  const patch = (headers: Record<string, string>) =>
    platform.call('PATCH', path, { as: LEAD, body: { title: 'Deux' }, headers });
  assert.equal((await patch({})).status, 428);
  const { headers } = await patch({ 'if-match': etag });
  assert.equal((await patch({ 'if-match': etag })).status, 412);
  const remove = (tag: string) =>
    platform.call('DELETE', path, { as: LEAD, headers: { 'if-match': tag } });
  assert.equal((await remove(etag)).status, 412);
  assert.equal((await remove(headers.get('etag')!)).status, 204);
  assert.equal((await platform.call('GET', path, { as: 'administrator' })).status, 404);
  assert.deepEqual(await titles('', 'administrator'), []);
});

test('no two items have the same address; a removed one gives it back', async () => {
  await fresh();
  const url = 'https://source.example/une';
  const { path, etag } = await made(item('Une', { url }));
  const twice = await post(item('Deux', { url }));
  assert.deepEqual([twice.status, twice.body.errors[0].pointer], [409, '/url']);
  const other = await made(item('Trois'));
  const moved = await platform.call('PATCH', other.path, {
    as: LEAD,
    body: { url },
    headers: { 'if-match': other.etag },
  });
  assert.deepEqual([moved.status, moved.body.code], [409, 'news-exists']);
  await platform.call('DELETE', path, { as: LEAD, headers: { 'if-match': etag } });
  await made(item('Encore', { url }));
});

test('a creation is safe to repeat, and every change is in the trail', async () => {
  await fresh();
  const headers = { 'idempotency-key': 'une' };
  const first = await post(item('Une'), LEAD, headers);
  const again = await post(item('Une'), LEAD, headers);
  assert.equal(first.body.id, again.body.id);
  await platform.call('DELETE', `/v1/news/${first.body.id}`, {
    as: LEAD,
    headers: { 'if-match': '*' },
  });
  const record = first.body.id as string;
  const rows = await platform.database.query(
    'select operation, kind, record, result from audit_entry where record = $1 order by id',
    [record],
  );
  assert.deepEqual(rows, [
    { operation: 'createNews', kind: 'news', record, result: 'done' },
    { operation: 'createNews', kind: 'news', record, result: 'replayed' },
    { operation: 'deleteNews', kind: 'news', record, result: 'done' },
  ]);
});

const REFUSED: [string, object, string][] = [
  ['a script for an address', { url: 'javascript:alert(1)' }, '/url'],
  ['an unknown kind', { type: 'rumour' }, '/type'],
  ['a day of no calendar', { published: '2026-02-30' }, '/published'],
  ['a line break', { title: 'Une\nDeux' }, '/title'],
  ['a member of our own', { body: 'Tout l’article' }, '/body'],
];
for (const [what, more, pointer] of REFUSED) {
  test(`${what} is refused with its place`, async () => {
    const { status, body } = await post({ ...item('Une'), ...more });
    assert.equal(status, 400, JSON.stringify(body));
    assert.equal(body.errors[0].pointer, pointer);
  });
}
