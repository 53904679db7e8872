import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../demonstration/testing/browser.ts';
import { checkSite, openPage } from '../testing/checks.ts';
import { serveWithPlatform } from '../testing/with-platform.ts';

const neighbours = await serveWithPlatform('hospital-portal');
const browser = await openBrowser();

const first = {
  path: '',
  withoutScript: /Urgences adultes : appelez le 15 avant de venir/,
  async ready(page: Page) {
    await page.locator('sas-when-to-call .number').first().waitFor();
    await page.locator('sas-access-notice [part=notice]').nth(1).waitFor();
    await page.locator('sas-booking button[role=gridcell]').first().waitFor();
    await page.locator('sas-pathway [part=step]').first().waitFor();
  },
};
const site = { browser, ...neighbours, pages: [first] };
checkSite(site);

test('its four elements take the hospital’s colours', async () => {
  const { page } = await openPage(site, first, { colorScheme: 'light' });
  const button = page.locator('sas-booking .button.primary').first();
  const colour = await button.evaluate((node) => getComputedStyle(node).backgroundColor);
  assert.equal(colour, 'rgb(20, 80, 143)');
  await page.context().close();
});

test('someone books from it', async () => {
  const { page } = await openPage(site, first);
  await page.locator('sas-booking button[role=gridcell]').first().click();
  await page.getByLabel('Nom et prénom').fill('Personne Fictive');
  await page.getByLabel('Téléphone').fill('06 39 98 00 01');
  await page.getByRole('button', { name: 'Réserver ce rendez-vous' }).click();
  await page.getByRole('heading', { name: 'Rendez-vous réservé' }).waitFor();
  await page.context().close();
});
