import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Demonstration, startDemonstration } from '../demonstration/demonstration.ts';
import { prepareElements } from '../demonstration/prepare.ts';
import { newReader, openBrowser } from '../demonstration/testing/browser.ts';
import { EmptyData, temporaryFolder } from '../demonstration/testing/folder.ts';
import { type HostPage, startHostSite, strictPolicy } from '../demonstration/testing/host-site.ts';
import { watch } from '../demonstration/testing/watch.ts';
import { checkSite, MOMENT, openPage } from '../testing/checks.ts';

const browser = await openBrowser();
const empty = new EmptyData(await temporaryFolder());
let demonstration: Demonstration;
before(async () => {
  await prepareElements(() => undefined);
  const argv = ['--port', '0', '--data', await empty.copy(), '--log-level', 'silent'];
  demonstration = await startDemonstration({ argv, clock: MOMENT });
});
after(() => demonstration?.close());

const first = {
  path: '',
  withoutScript: /partez des exemples/,
  async ready(page: Page) {
    await page.locator('.preview .number').first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll('#territory option').length > 20);
  },
};
const site = {
  browser,
  address: () => `${demonstration.address}/examples/playground/`,
  origins: () => [demonstration.address],
  pages: [first],
};
checkSite(site);

/** What each element shows when the copied lines work. */
const SHOWN: Record<string, string> = {
  'when-to-call': '.number',
  booking: 'button[role=gridcell]',
  availability: 'button[role=gridcell]',
  'access-notice': '[part~=notice]',
  pathway: '[part~=step]',
  directory: '[part~=card]',
  join: '[part~=steps]',
};

test('the lines of every element, either way, work on a page of another site', async () => {
  const { page } = await openPage(site, first);
  const { address, credentials } = demonstration;
  const policy = `${strictPolicy(address)}; trusted-types lit-html`;
  const pages: Record<string, HostPage> = {};
  const offered = await page
    .locator('#element option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  assert.deepEqual(offered.sort(), Object.keys(SHOWN).sort());
  for (const element of offered) {
    await page.locator('#element').selectOption(element);
    for (const way of ['tag', 'div']) {
      await page.locator('#way').selectOption(way);
      const lines = await page.locator('#html').inputValue();
      pages[`/${element}/${way}`] = {
        policy,
        body: lines
          .replace('https://your-platform.example', address)
          .replace('pk_…', credentials.publishableKey),
      };
    }
  }
  await page.context().close();
  const host = await startHostSite(pages);
  try {
    for (const path of Object.keys(pages)) await assertShown(host.origin, path);
  } finally {
    host.close();
  }
});

async function assertShown(origin: string, path: string): Promise<void> {
  const [, element = ''] = path.split('/');
  const { page, complaints } = await newReader(browser);
  const watched = await watch(page);
  await page.clock.setFixedTime(MOMENT);
  await page.goto(origin + path);
  await page.locator(`sas-${element} ${SHOWN[element]}`).first().waitFor();
  assert.deepEqual(await watched.violations(), [], path);
  assert.deepEqual(complaints, [], path);
  await page.context().close();
}

test('a colour is shown at once, has a text that is read on it, and a warning where links are not', async () => {
  const { page } = await openPage(site, first);
  const number = page.locator('.preview .number').first();
  await page.locator('#accent').fill('#ffd27a');
  await page.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('#css')!.value.includes('#ffd27a'),
  );
  const css = await page.locator('#css').inputValue();
  assert.match(css, /--sas-color-on-accent: #0f1b20;/);
  const colour = await number.evaluate((node) => getComputedStyle(node).backgroundColor);
  assert.equal(colour, 'rgb(255, 210, 122)');
  assert.match(await page.locator('.contrast').innerText(), /plus foncée/);
  await page.locator('#accent').fill('#14325c');
  await page.locator('.contrast:empty').waitFor({ state: 'attached' });
  await page.context().close();
});

test('a quotation mark in a field stays inside its attribute', async () => {
  const { page } = await openPage(site, first);
  await page.locator('#element').selectOption('access-notice');
  await page.locator('#facility').fill('"><img src=x onerror=alert(1)>');
  await page.locator('#facility').press('Tab');
  const lines = await page.locator('#html').inputValue();
  assert.ok(lines.includes('facility="&quot;>&lt;img src=x onerror=alert(1)>"'), lines);
  await page.context().close();
});
