import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { type Demonstration, openDemonstration } from './demonstration.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';

const empty = new EmptyData(await temporaryFolder());
const PAGES = ['/', '/agenda.html', '/simple.html', '/espace'];
let demonstration: Demonstration;

before(async () => {
  demonstration = await openDemonstration({
    argv: ['--port', '0', '--data', await empty.copy(), '--log-level', 'silent'],
  });
});
after(() => demonstration.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(demonstration.address + path, { headers });

test('pages run and load nothing but what the server gives', async () => {
  for (const path of PAGES) {
    const response = await get(path);
    const html = await response.text();
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.doesNotMatch(html, /\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/, path);
    assert.doesNotMatch(html, /(?:src|href)="(?:https?:)?\/\/(?!www\.urgence114\.fr)/, path);
  }
});

test('every page is in French, says who stands behind it and that its people are fictional', async () => {
  for (const path of PAGES) {
    const html = (await (await get(path)).text()).replaceAll(/\s+/g, ' ');
    assert.match(html, /<html lang="fr">/);
    assert.match(html, /non publié par le ministère ni par l’ANS/, path);
    assert.match(html, /[Pp]ersonnes fictives/, path);
  }
});

test('without its script, the booking snippet gives the emergency numbers and a way out', async () => {
  for (const path of ['/', '/simple.html']) {
    const html = await (await get(path)).text();
    const snippet = /<sas-booking[^>]*>(.*?)<\/sas-booking>/s.exec(html)?.[1] ?? '';
    const text = snippet.replaceAll(/<[^>]+>|&nbsp;/g, ' ').replaceAll(/\s+/g, ' ');
    assert.match(text, /Urgence vitale ou doute : appelez le 15 ou le 112 ?\./);
    assert.match(text, /ne pouvez pas parler ou entendre : 114 \(SMS, application, urgence114\.fr/);
    assert.match(text, /Appelez votre médecin traitant/);
    for (const link of ['tel:15', 'tel:112', 'sms:114']) assert.ok(snippet.includes(link), link);
  }
});

test('the key of this run is in the pages', async () => {
  const { publishableKey } = demonstration.credentials;
  for (const path of ['/', '/simple.html']) {
    assert.ok((await (await get(path)).text()).includes(`key="${publishableKey}"`));
  }
});

test('pages and files are revalidated, and not sent again unchanged', async () => {
  for (const path of [...PAGES, '/site.css', '/agenda.js', '/favicon.svg']) {
    const first = await get(path);
    const etag = first.headers.get('etag');
    assert.equal(first.headers.get('cache-control'), 'no-cache', path);
    assert.ok(etag, path);
    // As a browser asks; `fetch` itself would add `no-cache`, which asks for the whole again.
    const again = await get(path, { 'if-none-match': etag, 'cache-control': 'max-age=0' });
    assert.equal(again.status, 304, path);
  }
});

test('files have their types', async () => {
  const types = {
    '/site.css': 'text/css; charset=utf-8',
    '/agenda.js': 'application/javascript; charset=utf-8',
    '/favicon.svg': 'image/svg+xml',
  };
  for (const [path, type] of Object.entries(types)) {
    assert.equal((await get(path)).headers.get('content-type'), type);
  }
});

test('what is not there is a problem, templates and folders included', async () => {
  for (const path of ['/pages/index.html', '/public/site.css', '/cdn/', '/cdn/../main.ts', '/x']) {
    assert.equal((await get(path)).status, 404, path);
  }
});

test('the demonstration signs in its own page, and no other site', async () => {
  const own = await get('/demo-token');
  assert.equal(own.headers.get('cache-control'), 'no-store');
  const { token } = (await own.json()) as { token: string };
  assert.equal(token, demonstration.credentials.tokens['practitioner']);
  assert.equal((await get('/demo-token', { origin: 'https://elsewhere.example' })).status, 404);
  assert.equal((await get('/demo-token', { 'sec-fetch-site': 'cross-site' })).status, 404);
  assert.equal(await statusWithHost('elsewhere.example'), 404);
});

/** Another site's name may be pointed at this machine: `fetch` does not let one say so. */
function statusWithHost(host: string): Promise<number | undefined> {
  return new Promise((done, fail) => {
    const address = new URL('/demo-token', demonstration.address);
    request(address, { headers: { host } }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on('error', fail)
      .end();
  });
}

test('the example pages are served as their files are, with this platform and its key', async () => {
  const { publishableKey } = demonstration.credentials;
  for (const name of ['hospital-portal', 'practice-page', 'professional-site']) {
    const bare = await get(`/examples/${name}`);
    assert.equal(new URL(bare.url).pathname, `/examples/${name}/`);
    const html = await bare.text();
    assert.doesNotMatch(html, /your-platform|pk_…/, name);
    assert.equal(html.includes(publishableKey), name !== 'professional-site', name);
    const style = await get(`/examples/${name}/site.css`);
    assert.equal(style.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.match(await style.text(), /--sas-color-accent/);
  }
  const list = await get('/examples/professional-site/territories.json');
  assert.match(list.headers.get('content-type') ?? '', /^application\/json/);
});
