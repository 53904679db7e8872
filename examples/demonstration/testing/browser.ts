import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after } from 'node:test';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

interface Chromium {
  findChromium: () => Promise<string>;
  chromiumArguments: readonly string[];
}

/** A limit for what never comes; a busy machine takes its time. */
const PATIENCE_MS = 120_000;

/** A browser that ends with the test file. */
export async function openBrowser(): Promise<Browser> {
  const tool = new URL('../../../tools/chromium.ts', import.meta.url).href;
  const { findChromium, chromiumArguments } = (await import(tool)) as Chromium;
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...chromiumArguments],
    timeout: PATIENCE_MS,
  });
  after(() => browser.close());
  return browser;
}

/** A page of a reader of its own, in Le Havre. Whatever the page complains of is in `complaints`. */
export async function newReader(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
  });
  return { page, complaints };
}

/** The tree that a screen reader reads begins with the emergency text, and with the 15 in it. */
export async function assertEmergencyFirst(page: Page): Promise<void> {
  const tree = await page.locator('sas-booking').ariaSnapshot();
  const words = tree.replaceAll(/[\s\u00a0"]+/g, ' ');
  // The second element of a page says it in one line.
  const first = /^(- (paragraph|strong|text): ?)+Urgence vitale ou doute : (appelez le|- link 15)/;
  assert.match(words, first, tree);
  const control = /- (heading|button|textbox|combobox|grid|status|alert|link) ?"?([^"\n:]*)/;
  assert.equal(control.exec(tree)?.[2], '15', tree);
}

/** Presses Tab until the focus is on what is wanted. */
export async function tabTo(page: Page, wanted: string, presses = 60): Promise<void> {
  const seen: string[] = [];
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('Tab');
    const focus = await focused(page);
    if (focus.matches.includes(wanted) || focus.text.startsWith(wanted)) return;
    seen.push(focus.text);
  }
  assert.fail(`Tab never reached ${wanted}, only:\n${seen.join('\n')}`);
}

/** Role, id, and text of what has the focus, inside shadow roots as well. */
export function focused(page: Page): Promise<{ text: string; matches: string[] }> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const { id = '', localName = '' } = element ?? {};
    const role = element?.getAttribute('role') ?? localName;
    const text = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    return { text: text.replaceAll(/\s+/g, ' ').trim(), matches: [role, `#${id}`] };
  });
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What a rule of axe complains of, and where. */
export async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: await readFile(AXE, 'utf8') });
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id} ${String(target)}`),
  );
}
