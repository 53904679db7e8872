/** What every page of the examples must hold, whoever it is made for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { focused, newReader, violations } from '../demonstration/testing/browser.ts';
import { watch } from '../demonstration/testing/watch.ts';

/** Of every page: a Monday morning. */
export const MOMENT = '2026-11-23T08:10:00+01:00';

/** A page, and how to know that its elements are there. */
export interface ExamplePage {
  /** `annuaire.html`; empty for the first one. */
  path: string;
  /** Waits until every element of the page shows what it has to show. */
  ready: (page: Page) => Promise<unknown>;
  /** What stands on the page where no script runs. */
  withoutScript: RegExp;
}

export interface ExampleSite {
  browser: Browser;
  /** Address of the first page, known when the tests run. */
  address: () => string;
  /** Origins that the pages may ask, their own included. */
  origins: () => string[];
  pages: readonly ExamplePage[];
}

const VIEWS = [
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const;

/** Adds the tests of a site. */
export function checkSite(site: ExampleSite): void {
  for (const page of site.pages) {
    const name = page.path || 'the first page';
    for (const { width, colorScheme } of VIEWS) {
      const view = { viewport: { width, height: 800 }, colorScheme };
      test(`${name}: nothing that axe finds, nothing too wide, ${width} px, ${colorScheme}`, () =>
        checkAccess(site, page, width, view));
    }
    test(`${name}: its structure, and the first key leads to its content`, () =>
      checkStructure(site, page));
    test(`${name}: every control can be reached by Tab, and none holds the reader`, () =>
      checkKeyboard(site, page));
    test(`${name}: without script the numbers are there`, () => checkWithoutScript(site, page));
    test(`${name}: its own policy refuses nothing, nobody else is asked, nothing is kept`, () =>
      checkPrivacy(site, page));
  }
}

/** Opens a page at the moment of the tests. */
export async function openPage(
  { browser, address }: ExampleSite,
  { path, ready }: ExamplePage,
  options: BrowserContextOptions = {},
) {
  const reader = await newReader(browser, options);
  const watched = await watch(reader.page);
  await reader.page.clock.setFixedTime(MOMENT);
  await reader.page.goto(address() + path);
  await ready(reader.page);
  return { ...reader, watched };
}

async function checkAccess(
  site: ExampleSite,
  examplePage: ExamplePage,
  width: number,
  view: BrowserContextOptions,
): Promise<void> {
  const { page, complaints } = await openPage(site, examplePage, { ...view, bypassCSP: true });
  assert.deepEqual(await violations(page), []);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= width, `${wide} px wide`);
  assert.deepEqual(complaints, []);
  await page.context().close();
}

async function checkStructure(site: ExampleSite, examplePage: ExamplePage): Promise<void> {
  const { page } = await openPage(site, examplePage);
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  assert.match(await page.title(), /\(.*fictif\)/);
  for (const role of ['banner', 'navigation', 'main', 'contentinfo'] as const) {
    assert.equal(await page.getByRole(role).count(), 1, role);
  }
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  const text = (await page.getByRole('contentinfo').innerText()).replaceAll(/\s+/g, ' ');
  assert.match(text, /fictif/);
  assert.match(text, /non publié par le ministère ni par l’ANS/);
  await page.keyboard.press('Tab');
  assert.equal((await focused(page)).text, 'Aller au contenu');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.localName === 'main');
  await page.context().close();
}

/** Tab goes from the first control to the end of the page, and out of it. */
async function checkKeyboard(site: ExampleSite, examplePage: ExamplePage): Promise<void> {
  const { page } = await openPage(site, examplePage);
  await page.evaluate(() => {
    const end = document.createElement('button');
    end.textContent = 'after the page';
    document.body.append(end);
  });
  const seen: string[] = [];
  const hosts = new Set<string>();
  while (seen.at(-1) !== 'after the page') {
    assert.ok(seen.length < 400, `Tab goes on for ever: ${seen.slice(-5).join(', ')}`);
    await page.keyboard.press('Tab');
    seen.push((await focused(page)).text);
    hosts.add(await page.evaluate(() => document.activeElement?.closest('[id]')?.id ?? ''));
    hosts.add(await page.evaluate(() => document.activeElement?.localName ?? ''));
  }
  const elements = await page.evaluate(() =>
    [...document.querySelectorAll(':defined')].flatMap(({ localName }) =>
      localName.startsWith('sas-') ? localName : [],
    ),
  );
  assert.notEqual(elements.length, 0);
  for (const element of elements) assert.ok(hosts.has(element), `Tab never came to ${element}`);
  await page.context().close();
}

async function checkWithoutScript(
  { browser, address }: ExampleSite,
  { path, withoutScript }: ExamplePage,
): Promise<void> {
  const { page } = await newReader(browser, {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 800 },
  });
  await page.goto(address() + path);
  const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
  assert.match(text, /Urgence vitale ou doute : (appelez le )?15 ou (le )?112/);
  assert.match(text, /114/);
  assert.match(text, withoutScript);
  await page.context().close();
}

async function checkPrivacy(site: ExampleSite, examplePage: ExamplePage): Promise<void> {
  const { page, complaints, watched } = await openPage(site, examplePage);
  const policy = await page
    .locator('meta[http-equiv="content-security-policy" i]')
    .getAttribute('content');
  assert.match(policy ?? '', /^default-src 'none'; script-src 'self'; style-src 'self';/);
  assert.match(policy ?? '', /require-trusted-types-for 'script'/);
  assert.doesNotMatch(policy ?? '', /unsafe/);
  assert.deepEqual(await watched.violations(), []);
  assert.deepEqual(await watched.kept(), []);
  for (const origin of watched.origins()) assert.ok(site.origins().includes(origin), origin);
  assert.deepEqual(complaints, []);
  await page.context().close();
}
