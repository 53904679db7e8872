import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { type Demonstration, startDemonstration } from '../demonstration/demonstration.ts';
import { CDN_FOLDER, prepareElements } from '../demonstration/prepare.ts';
import { newReader, openBrowser, violations } from '../demonstration/testing/browser.ts';
import { EmptyData, temporaryFolder } from '../demonstration/testing/folder.ts';
import { strictPolicy } from '../demonstration/testing/host-site.ts';
import { watch } from '../demonstration/testing/watch.ts';
import { type Site, startSite } from '../static-site.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const recipe = fileURLToPath(new URL('iframe/', import.meta.url));
const folders = { '': recipe, cdn: fileURLToPath(CDN_FOLDER) };
const empty = new EmptyData(await temporaryFolder());
const browser = await openBrowser();
let demonstration: Demonstration;
let hospital: Site;
let stranger: Site;
let widget: Site;

before(async () => {
  await prepareElements(() => undefined);
  const argv = ['--port', '0', '--data', await empty.copy(), '--log-level', 'silent'];
  demonstration = await startDemonstration({ argv, clock: MOMENT });
  const { address, credentials } = demonstration;
  // Each side names the other, before the other has a port.
  const values: Record<string, string> = {
    'https://your-platform.example': address,
    'pk_…': credentials.publishableKey,
  };
  const host = { values, policy: '' };
  hospital = await startSite(folders, host);
  stranger = await startSite(folders, host);
  widget = await startSite(folders, {
    values,
    policy: `${strictPolicy(address)}; trusted-types lit-html; frame-ancestors ${hospital.origin} ${stranger.origin}`,
  });
  values['https://www.hopital.example'] = hospital.origin;
  values['https://widget.example'] = widget.origin;
  host.policy = `default-src 'none'; script-src 'self'; style-src 'self'; frame-src ${widget.origin}`;
});
after(async () => {
  for (const site of [hospital, stranger, widget]) site?.close();
  await demonstration?.close();
});

async function open(site: Site, options = {}) {
  const reader = await newReader(browser, { viewport: { width: 800, height: 700 }, ...options });
  const watched = await watch(reader.page);
  await reader.page.addInitScript(() => {
    const messages: unknown[] = [];
    Object.assign(globalThis, { messages });
    addEventListener('message', ({ data }) => messages.push(data));
  });
  await reader.page.clock.setFixedTime(MOMENT);
  await reader.page.goto(site.origin);
  const frame = reader.page.frame({ url: `${widget.origin}/widget.html` });
  assert.ok(frame);
  await frame.locator('sas-booking button[role=gridcell]').first().waitFor();
  const heard = () =>
    reader.page.evaluate(() => (globalThis as unknown as { messages: unknown[] }).messages);
  return { ...reader, watched, frame, heard };
}

const heightOf = (page: Page) =>
  page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height);
const contentOf = (frame: Frame) =>
  frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

/** Waits until the frame is as high as its content. */
async function untilFitting(page: Page, frame: Frame): Promise<void> {
  const limit = Date.now() + 120_000;
  while ((await heightOf(page)) !== (await contentOf(frame))) {
    assert.ok(Date.now() < limit, `${await heightOf(page)} px, not ${await contentOf(frame)}`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

test('the frame is as high as its content, grows and shrinks with it, and does not scroll', async () => {
  const { page, frame, watched, complaints, heard } = await open(hospital);
  await untilFitting(page, frame);
  assert.notDeepEqual(await heard(), []);
  const before = await heightOf(page);
  assert.ok(before > 700, `${before}`);
  const scrolls = await frame.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    return scrollHeight > clientHeight || scrollWidth > clientWidth;
  });
  assert.equal(scrolls, false);
  await frame.locator('sas-booking button[role=gridcell]').first().click();
  await frame.getByLabel('Nom et prénom').waitFor();
  await untilFitting(page, frame);
  assert.notEqual(await heightOf(page), before);
  assert.deepEqual(await watched.violations(), []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('a page that the frame does not know is told nothing', async () => {
  const { page, frame, heard } = await open(stranger);
  assert.ok((await contentOf(frame)) > 700);
  assert.deepEqual(await heard(), []);
  assert.equal(await heightOf(page), 640);
  await page.context().close();
});

test('the page believes its frame alone, and heights alone', async () => {
  const { page, frame } = await open(hospital);
  await untilFitting(page, frame);
  const height = await heightOf(page);
  await page.evaluate(async () => {
    const heard = (count: number) =>
      new Promise<void>((done) => {
        addEventListener('message', () => (count -= 1) === 0 && done());
      });
    const all = heard(2);
    postMessage({ type: 'sas-height', height: 999 });
    postMessage({ type: 'sas-height', height: 998 });
    await all;
  });
  assert.equal(await heightOf(page), height);
  for (const nonsense of [
    null,
    'sas-height',
    { type: 'sas-height', height: '50vh' },
    { height: 1 },
  ]) {
    await frame.evaluate((data) => parent.postMessage(data, '*'), nonsense);
  }
  await frame.evaluate(() => parent.postMessage({ type: 'sas-height', height: 1 }, '*'));
  // The last one is a height; too low, it becomes the lowest that is taken.
  await page.waitForFunction(
    () => document.querySelector('iframe')!.getBoundingClientRect().height === 200,
  );
  await page.context().close();
});

test('the frame has a name, a way round it, and nothing that axe finds', async () => {
  const { page } = await open(hospital, { bypassCSP: true });
  const title = await page.locator('iframe').getAttribute('title');
  assert.equal(title, 'Trouver un rendez-vous dans les 48 heures');
  const link = page.getByRole('link', { name: 'Ouvrir la prise de rendez-vous dans une page' });
  assert.equal(await link.getAttribute('href'), `${widget.origin}/widget.html`);
  const found = await violations(page);
  // The recipe is a bare page, without the landmarks of a site.
  assert.deepEqual(
    found.filter(
      (violation) => !/^(region|landmark-one-main|page-has-heading-one) /.test(violation),
    ),
    [],
  );
  await link.click();
  await page.locator('sas-booking button[role=gridcell]').first().waitFor();
  await page.context().close();
});

test('without script on the page the frame keeps a height of its own, and scrolls', async () => {
  const { page } = await newReader(browser, {
    javaScriptEnabled: false,
    viewport: { width: 800, height: 700 },
  });
  await page.goto(hospital.origin);
  assert.equal((await page.locator('iframe').boundingBox())?.height, 640);
  assert.equal(await page.locator('iframe').getAttribute('scrolling'), null);
  await page.context().close();
});
