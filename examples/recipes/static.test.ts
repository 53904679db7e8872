import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CDN_FOLDER, prepareElements } from '../demonstration/prepare.ts';
import { newReader, openBrowser } from '../demonstration/testing/browser.ts';
import { strictPolicy } from '../demonstration/testing/host-site.ts';
import { watch } from '../demonstration/testing/watch.ts';
import { type Site, startSite } from '../static-site.ts';

const folder = new URL('static/', import.meta.url);
const browser = await openBrowser();
let site: Site;
before(async () => {
  await prepareElements(() => undefined);
  site = await startSite(
    { '': fileURLToPath(folder), cdn: fileURLToPath(CDN_FOLDER) },
    { policy: `${strictPolicy('')}; trusted-types lit-html` },
  );
});
after(() => site?.close());

test('without any platform three elements live on one file, under the strictest policy', async () => {
  const { page, complaints } = await newReader(browser);
  const watched = await watch(page);
  await page.clock.setFixedTime('2026-11-23T08:10:00+01:00');
  await page.goto(site.origin);
  const number = page.locator('div > sas-when-to-call .number').first();
  await number.waitFor();
  assert.equal(await number.getAttribute('href'), 'tel:15');
  await page.locator('div > sas-access-notice [part=notice]').waitFor();
  await page.locator('div > sas-directory [part=card]').waitFor();
  assert.deepEqual(await watched.violations(), []);
  assert.deepEqual(await watched.kept(), []);
  assert.deepEqual(watched.origins(), [site.origin]);
  assert.deepEqual(complaints, []);
  await page.context().close();
});
