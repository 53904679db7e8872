import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after } from 'node:test';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

interface Chromium {
  readonly findChromium: () => Promise<string>;
  readonly chromiumArguments: readonly string[];
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

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

/** A page of a reader of its own. Whatever it complains of is in `complaints`. */
export async function newReader(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    locale: 'fr-FR',
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

/** Presses Tab until the focus is on what begins with this text. */
export async function tabTo(page: Page, wanted: string, presses = 60): Promise<void> {
  const seen: string[] = [];
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const { activeElement: element } = document;
      const label = (element as HTMLInputElement | null)?.labels?.[0]?.textContent;
      return (label ?? element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    });
    if (text.startsWith(wanted)) return;
    seen.push(text);
  }
  throw new Error(`Tab never reached ${wanted}, only:\n${seen.join('\n')}`);
}
