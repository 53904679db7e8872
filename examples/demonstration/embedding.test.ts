import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
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
let integrity: Record<string, string>;

const EMERGENCY = `<p>Urgence vitale ou doute : appelez le <a href="tel:15">15</a> ou le
  <a href="tel:112">112</a>. Vous ne pouvez pas parler ou entendre : <a href="sms:114">114</a>
  (SMS, application, urgence114.fr).</p>`;

before(async () => {
  await prepareElements(() => undefined);
  integrity = JSON.parse(await readFile(new URL('integrity.json', CDN_FOLDER), 'utf8')) as Record<
    string,
    string
  >;
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
  const at = `base-url="${address}" key="${key}" place="Le Havre" insee="76351"`;
  const script = (name: string) => `<script type="module" src="/cdn/${name}.js"></script>`;
  const strict = (body: string): HostPage => ({ policy: strictPolicy(address), body });
  const pinned = (value: string): HostPage => ({
    policy: `default-src 'none'; script-src ${address}; connect-src ${address}`,
    body: `<script type="module" crossorigin src="${address}/cdn/sas-booking.js"
      integrity="${value}"></script><sas-booking ${at}>${EMERGENCY}</sas-booking>`,
  });
  const token = JSON.stringify(credentials.tokens['practitioner']);
  return {
    '/sas-booking': strict(`${script('sas-booking')}<sas-booking ${at}>${EMERGENCY}</sas-booking>`),
    '/sas-availability': strict(
      `${script('sas-availability')}<sas-availability ${at}>${EMERGENCY}</sas-availability>`,
    ),
    '/sas-provider': strict(
      `${script('sas-provider')}${script('sas-availability')}
       <sas-provider base-url="${address}" key="${key}"><sas-availability place="Le Havre"
         insee="76351">${EMERGENCY}</sas-availability></sas-provider>`,
    ),
    '/sas-agenda': {
      ...strict(
        `<script type="module" src="/site.js"></script>${script('sas-agenda')}
         <sas-agenda base-url="${address}"></sas-agenda>`,
      ),
      script: `document.querySelector('sas-agenda').getToken = async () => ${token};`,
    },
    '/pinned': pinned(integrity['sas-booking.js']!),
    '/altered': pinned(integrity['sas-agenda.js']!),
  };
}

const firstSlot = (page: Page) =>
  page.locator(':is(sas-availability, sas-booking) button[role=gridcell]').first();

/** Uses the element until everything that it loads and keeps has been loaded and kept. */
const USES: Record<string, (page: Page) => Promise<void>> = {
  'sas-booking': async (page) => {
    await firstSlot(page).click();
    await page.getByLabel('Nom et prénom').fill('Personne Fictive');
    await page.getByLabel('Téléphone').fill('06 39 98 00 01');
    await page.getByRole('button', { name: 'Réserver ce rendez-vous' }).click();
    await page.getByRole('heading', { name: 'Rendez-vous réservé' }).waitFor();
  },
  'sas-availability': (page) => firstSlot(page).click(),
  'sas-provider': (page) => firstSlot(page).click(),
  'sas-agenda': async (page) => {
    await page.locator('sas-agenda [part~=week] button').first().waitFor();
    await page.locator('sas-agenda button', { hasText: 'Ajouter' }).first().click();
    await page.locator('sas-agenda form').first().waitFor();
  },
};

for (const [element, use] of Object.entries(USES)) {
  test(`${element} on another origin needs its own files and the platform, and nothing is refused`, async () => {
    const { page, complaints } = await newReader(browser);
    const watched = await watch(page);
    await page.clock.setFixedTime(MOMENT);
    await page.goto(`${host.origin}/${element}`);
    await use(page);
    const english = page.waitForResponse(/\/cdn\/chunks\/.*\.js$/);
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'en'));
    await english;
    assert.deepEqual(await watched.violations(), []);
    assert.deepEqual(complaints, []);
    assert.deepEqual(watched.origins(), [demonstration.address, host.origin].sort());
    assert.deepEqual(await watched.kept(), [], 'nothing is kept in the browser');
    await page.context().close();
  });
}

test('a page pins the file by its integrity value; another file in its place does not run', async () => {
  const { page } = await newReader(browser);
  await page.goto(`${host.origin}/pinned`);
  await firstSlot(page).waitFor();
  await page.goto(`${host.origin}/altered`);
  await page.getByText('Urgence vitale ou doute').waitFor();
  const defined = () => page.evaluate(() => customElements.get('sas-booking') !== undefined);
  assert.equal(await defined(), false);
  await page.context().close();
});

test('the watch sees what it must not find', async () => {
  const { page } = await newReader(browser);
  const watched = await watch(page);
  await page.goto(`${host.origin}/sas-booking`);
  await page.evaluate(() => {
    localStorage.setItem('a', '1');
    document.cookie = 'b=1';
    indexedDB.open('c');
    document.body.append(Object.assign(document.createElement('img'), { src: '/d.png' }));
  });
  await page.waitForFunction(
    () => (globalThis as unknown as { seen: { violations: string[] } }).seen.violations.length > 0,
  );
  assert.deepEqual(await watched.kept(), [
    'storage a',
    'cookie b=1',
    'indexedDB c',
    'localStorage a',
  ]);
  assert.match((await watched.violations()).join(), /img-src/);
  await page.context().close();
});
