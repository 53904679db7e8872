import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { CDN_FOLDER, prepareElements } from '../demonstration/prepare.ts';
import { openBrowser } from '../demonstration/testing/browser.ts';
import { type Site, startSite } from '../static-site.ts';
import { checkSite, openPage } from '../testing/checks.ts';

const folder = new URL('./', import.meta.url);
const browser = await openBrowser();
let served: Site;
before(async () => {
  await prepareElements(() => undefined);
  served = await startSite({ '': fileURLToPath(folder), cdn: fileURLToPath(CDN_FOLDER) });
});
after(() => served?.close());

/** What the list says of itself; the live region says it as well. */
const shown = (page: Page, count: string) => page.getByText(count).first().waitFor();

const news = {
  path: '',
  withoutScript: /Décret du 14 juin 2024/,
  ready: (page: Page) => shown(page, '7 informations'),
};
const directory = {
  path: 'annuaire.html',
  withoutScript: /un fichier que tout le monde peut lire/,
  ready: (page: Page) => shown(page, '25 SAS'),
};
const join = {
  path: 'rejoindre.html',
  withoutScript: /appui@sas\.example/,
  ready: (page: Page) => page.locator('sas-join [part=steps]').waitFor(),
};
const site = {
  browser,
  address: () => `${served.origin}/`,
  origins: () => [served.origin],
  pages: [news, directory, join],
};
checkSite(site);

test('the news are filtered, and the archived one is there when it is asked for', async () => {
  const { page } = await openPage(site, news);
  await page.getByLabel('Zone géographique').selectOption('Auvergne-Rhône-Alpes');
  await shown(page, '2 informations');
  assert.match(page.url(), /Auvergne/);
  await page.getByLabel('Zone géographique').selectOption('');
  assert.equal(await page.locator('#le-havre').isVisible(), false);
  await page.getByLabel(/Montrer aussi les archives/).check();
  await shown(page, '8 informations');
  assert.equal(await page.locator('#le-havre').isVisible(), true);
  await page.context().close();
});

test('the directory is narrowed to a region, and tells the stages of a SAS with their sources', async () => {
  const { page } = await openPage(site, directory);
  await page.getByLabel('Région', { exact: true }).selectOption('Auvergne-Rhône-Alpes');
  await shown(page, '6 SAS');
  await page.locator('sas-directory summary', { hasText: 'Isère' }).first().click();
  await page.locator('sas-directory [part=timeline]', { hasText: '26 mai 2021' }).waitFor();
  await page.context().close();
});

test('its list passes `sas-static lint`', async () => {
  const command = new URL('../../packages/elements/lint/main.ts', folder);
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=source',
    fileURLToPath(command),
    'lint',
    fileURLToPath(new URL('territories.json', folder)),
  ]);
  assert.match(stdout, /territories\.json/);
});
