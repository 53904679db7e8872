import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../demonstration/testing/browser.ts';
import { checkSite, openPage } from '../testing/checks.ts';
import { serveWithPlatform } from '../testing/with-platform.ts';

const neighbours = await serveWithPlatform('practice-page');
const browser = await openBrowser();

const first = {
  path: '',
  withoutScript: /Appelez le cabinet au 02 61 91 91 01/,
  async ready(page: Page) {
    await page.locator('sas-when-to-call .number').first().waitFor();
    await page.locator('sas-booking button[role=gridcell]').first().waitFor();
  },
};
const site = { browser, ...neighbours, pages: [first] };
checkSite(site);

test('it searches around its own commune', async () => {
  const { page } = await openPage(site, first);
  await page
    .getByText(/^\s*Montivilliers\s:\s\d+\slieux de soins/)
    .first()
    .waitFor();
  assert.equal(await page.getByLabel('Commune ou code postal').inputValue(), 'Montivilliers');
  await page.context().close();
});
