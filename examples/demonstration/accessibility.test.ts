import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { newReader, openBrowser, violations } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const PAGES = [
  ['/', 'sas-booking'],
  ['/agenda.html', 'sas-agenda'],
  ['/simple.html', 'sas-booking'],
] as const;
const VIEWS = [
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const;

const empty = new EmptyData(await temporaryFolder());
const browser = await openBrowser();
let demonstration: Demonstration;

before(async () => {
  await prepareElements(() => undefined);
  const argv = ['--port', '0', '--data', await empty.copy()];
  demonstration = await startDemonstration({ argv, clock: MOMENT });
});
after(() => demonstration.close());

for (const [path, element] of PAGES) {
  for (const { width, colorScheme } of VIEWS) {
    test(`${path} has no fault that axe finds, ${width} px, ${colorScheme}`, async () => {
      const { page, complaints } = await newReader(browser, {
        viewport: { width, height: 800 },
        colorScheme,
        bypassCSP: true,
      });
      await page.clock.setFixedTime(MOMENT);
      await page.goto(demonstration.address + path);
      await page.locator(`${element} :is([role=grid], [part~=week]) button`).first().waitFor();
      assert.deepEqual(await violations(page), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} px wide`);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }
}
