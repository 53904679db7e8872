import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { newReader, openBrowser } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
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

/** What a rule of axe complains of, and where. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: await readFile(AXE, 'utf8') });
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id} ${String(target)}`),
  );
}

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
