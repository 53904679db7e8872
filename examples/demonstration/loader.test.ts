import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { CDN_FOLDER, prepareElements } from './prepare.ts';
import { newReader, openBrowser } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';
import { type HostPage, type HostSite, startHostSite, strictPolicy } from './testing/host-site.ts';
import { watch } from './testing/watch.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const empty = new EmptyData(await temporaryFolder());
const browser = await openBrowser();
let demonstration: Demonstration;
let host: HostSite;

/** Elements of a desk: each in a file of its own, which no page of the public loads. */
const DESK = ['sas-orientation', 'sas-orientation-list', 'sas-statistics'];

const EMERGENCY = `<p>Urgence vitale ou doute : appelez le <a href="tel:15">15</a> ou le
  <a href="tel:112">112</a>. Vous ne pouvez pas parler ou entendre : <a href="sms:114">114</a>
  (SMS, application, urgence114.fr).</p>`;

before(async () => {
  await prepareElements(() => undefined);
  demonstration = await startDemonstration({
    argv: ['--port', '0', '--data', await empty.copy()],
    clock: MOMENT,
  });
  host = await startHostSite(pages());
});
after(async () => {
  host?.close();
  await demonstration?.close();
});

function pages(): Record<string, HostPage> {
  const { address, credentials } = demonstration;
  const key = credentials.publishableKey;
  // One copy of Lit creates the policy of that name; a second one would be refused.
  const policy = `${strictPolicy(address)}; trusted-types lit-html`;
  const at = `base-url="${address}" key="${key}" insee="76351"`;
  const script = (path: string) => `<script type="module" src="/cdn/${path}"></script>`;
  const search = `<sas-availability ${at}>${EMERGENCY}</sas-availability>`;
  const booking = `<sas-booking ${at}>${EMERGENCY}</sas-booking>`;
  const filtered = `<div data-sas="booking" data-base-url="${address}" data-key="${key}"
    data-insee="76351" data-onclick="alert(1)">${EMERGENCY}</div>`;
  const page = (body: string): HostPage => ({ policy, body });
  return {
    '/several': page(`${script('loader.js')}${search}${booking}`),
    '/filtered': page(`${script('loader.js')}${filtered}`),
    '/classic': page(`<script src="/cdn/loader.js"></script>${booking}`),
    '/elsewhere': {
      policy: `default-src 'none'; script-src ${address}; connect-src ${address}`,
      body: `<script crossorigin src="${address}/cdn/loader.js"></script>${booking}`,
    },
    '/twice': page(
      `${script('loader.js')}${script('loader.js?other')}<script src="/cdn/loader.js"></script>${booking}`,
    ),
    '/together': {
      policy: strictPolicy(address),
      body: `${script('sas-booking.js')}${script('loader.js')}${script('sas-kit.js')}${booking}`,
    },
    '/everything': page(`${script('sas-kit.js')}${search}${filtered}`),
    '/desk': page(DESK.map((tag) => script(`shared/${tag}.js`)).join('')),
    '/alone': page(script('loader.js')),
  };
}

const slots = (page: Page, tag: string) => page.locator(`${tag} button[role=gridcell]`).first();

/** Names that a page's scripts added to the window. */
const globals = (page: Page) =>
  page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const known = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    frame.remove();
    return Object.getOwnPropertyNames(globalThis).filter(
      (name) => !known.has(name) && name !== 'seen',
    );
  });

/** Copies of Lit that run in a page: each one leaves its version. */
const copiesOfLit = (page: Page) =>
  page.evaluate(() => (globalThis as { litHtmlVersions?: string[] }).litHtmlVersions?.length ?? 0);

async function open(path: string) {
  const reader = await newReader(browser);
  const watched = await watch(reader.page);
  const files: string[] = [];
  reader.page.on('request', (request) => files.push(new URL(request.url()).pathname));
  await reader.page.clock.setFixedTime(MOMENT);
  await reader.page.goto(`${host.origin}${path}`);
  return { ...reader, watched, files };
}

test('several elements by the loader share one Lit, under the strictest policy', async () => {
  const { page, watched, complaints, files } = await open('/several');
  await slots(page, 'body > sas-availability').waitFor();
  await slots(page, 'sas-booking').waitFor();
  assert.equal(await copiesOfLit(page), 1);
  assert.deepEqual(await watched.violations(), []);
  assert.deepEqual(complaints, []);
  const scripts = files.filter((file) => file.endsWith('.js'));
  assert.equal(new Set(scripts).size, scripts.length, 'no file is asked for twice');
  assert.ok(!scripts.some((file) => file.includes('agenda')), 'what the page does not show');
  await page.context().close();
});

test('a page whose filter takes unknown tags away asks by data-sas', async () => {
  const { page, watched, complaints } = await open('/filtered');
  await slots(page, 'div > sas-booking').waitFor();
  const names = await page
    .locator('sas-booking')
    .evaluate((element) => element.getAttributeNames());
  assert.deepEqual(names.sort(), ['base-url', 'insee', 'key']);
  assert.equal(await page.locator('sas-booking > p a[href="tel:15"]').count(), 1);
  assert.deepEqual(await watched.violations(), []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

for (const path of ['/classic', '/elsewhere']) {
  test(`the loader works without type="module": ${path}`, async () => {
    const { page, watched, complaints } = await open(path);
    await slots(page, 'sas-booking').waitFor();
    assert.deepEqual(await watched.violations(), []);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}

test('loaded twice, the first loader works and the others say so', async () => {
  const { page, complaints } = await open('/twice');
  await slots(page, 'sas-booking').waitFor();
  assert.equal(await copiesOfLit(page), 1);
  assert.deepEqual(
    complaints.map((text) => /loader [\d.]+ does nothing/.test(text)),
    [true, true],
  );
  await page.context().close();
});

test('a copy of the elements beside the loader: the first definition stays, with a note', async () => {
  const { page, complaints } = await open('/together');
  await slots(page, 'sas-booking').waitFor();
  await page.waitForFunction(() => customElements.get('sas-agenda'));
  assert.deepEqual(
    complaints.filter((text) => !text.includes('is already defined')),
    [...complaints.filter((text) => text.includes('Multiple versions of Lit loaded'))],
  );
  assert.ok(complaints.some((text) => text.includes('<sas-booking> is already defined')));
  await page.context().close();
});

test('one file has every element but those of a desk', async () => {
  const { page, watched, complaints, files } = await open('/everything');
  await slots(page, 'body > sas-availability').waitFor();
  const tags = (await readdir(new URL('shared/', CDN_FOLDER)))
    .filter((name) => name.endsWith('.js'))
    .map((name) => name.slice(0, -'.js'.length));
  assert.ok(tags.length > 3);
  for (const tag of tags) {
    const there = await page.evaluate((each) => customElements.get(each) !== undefined, tag);
    assert.equal(there, !DESK.includes(tag), tag);
  }
  assert.deepEqual(
    files.filter((file) => file.endsWith('.js')),
    ['/cdn/sas-kit.js'],
  );
  assert.deepEqual(await watched.violations(), []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

/** As far as this test reads the custom elements manifest. */
interface Manifest {
  modules: {
    declarations: {
      tagName?: string;
      attributes?: { name: string }[];
      members?: { kind: string; name: string; privacy?: string }[];
    }[];
  }[];
}

test('the manifest tells the attributes that an element reads, and members that it has', async () => {
  const file = new URL('../../packages/elements/custom-elements.json', import.meta.url);
  const { modules } = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  const { page } = await open('/everything');
  await slots(page, 'body > sas-availability').waitFor();
  const { page: desk } = await open('/desk');
  await desk.waitForFunction((tags) => tags.every((tag) => customElements.get(tag)), DESK);
  const elements = modules.flatMap(({ declarations }) => declarations);
  for (const { tagName, attributes = [], members = [] } of elements) {
    if (tagName === undefined) continue;
    const there = await (DESK.includes(tagName) ? desk : page).evaluate((tag) => {
      const definition = customElements.get(tag)!;
      const { observedAttributes } = definition as { observedAttributes?: string[] };
      const names = new Set<string>();
      const element = document.createElement(tag);
      for (let each: object = element; each; each = Object.getPrototypeOf(each) as object) {
        Object.getOwnPropertyNames(each).forEach((name) => names.add(name));
      }
      return { observed: observedAttributes ?? null, names: [...names] };
    }, tagName);
    const told = attributes.map(({ name }) => name).sort();
    if (there.observed) assert.deepEqual(told, there.observed.sort(), tagName);
    for (const { kind, name } of members.filter((each) => each.privacy !== 'private')) {
      // A field that nothing sets yet is not there; a method always is.
      if (kind === 'method') assert.ok(there.names.includes(name), `${tagName}.${name}`);
    }
  }
  await desk.context().close();
  await page.context().close();
});

test('nothing is left on the window but what Lit writes there', async () => {
  const alone = await open('/alone');
  assert.deepEqual(await globals(alone.page), []);
  await alone.page.context().close();
  const { page } = await open('/everything');
  await slots(page, 'body > sas-availability').waitFor();
  assert.deepEqual(
    (await globals(page)).filter((name) => !/^(lit|reactiveElement)[A-Z]/.test(name)),
    [],
  );
  await page.context().close();
});

test('integrity.json has a value for every script and preset that is published', async () => {
  const { default: values } = (await import(new URL('integrity.json', CDN_FOLDER).href, {
    with: { type: 'json' },
  })) as { default: Record<string, string> };
  const files = await readdir(CDN_FOLDER, { recursive: true });
  const told = files.filter((name) => /\.(css|js)$/.test(name)).sort();
  assert.deepEqual(Object.keys(values).sort(), told);
  for (const name of ['loader.js', 'sas-kit.js', 'shared/sas-booking.js']) assert.ok(values[name]);
});
