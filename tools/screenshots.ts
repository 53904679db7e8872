/**
 * Pictures of the demonstration's pages. `npm run screenshots` writes `docs/widget.png`;
 * `npm run screenshots -- --all DIR` writes every page in three widths, light and dark.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from './chromium.ts';

/** A Monday morning: pictures of two days differ by what changed, not by the day. */
const MOMENT = '2026-11-23T08:10:00+01:00';
const WIDGET = fileURLToPath(new URL('../docs/widget.png', import.meta.url));
const PAGES = { portal: '/', agenda: '/agenda.html', simple: '/simple.html' };
const WIDTHS = [320, 768, 1280];
const SCHEMES = ['light', 'dark'] as const;

interface View {
  width: number;
  height?: number;
  scheme?: (typeof SCHEMES)[number];
}

async function open(browser: Browser, address: string, view: View): Promise<Page> {
  const { width, height = 900, scheme = 'light' } = view;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  await page.clock.setFixedTime(MOMENT);
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) console.warn(address, message.text());
  });
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  return page;
}

/** The booking element, 900 px wide, down to its second card. */
async function shootWidget(browser: Browser, address: string): Promise<void> {
  const margin = 34; // the page's own, and its frame
  const page = await open(browser, `${address}/`, { width: 900 + margin, height: 1400 });
  const widget = page.locator('sas-booking');
  await widget.getByRole('grid').first().waitFor();
  await widget.evaluate((element) => element.scrollIntoView());
  const top = (await widget.boundingBox())!;
  const last = (await widget.locator('[part~=card]').nth(1).boundingBox())!;
  await mkdir(join(WIDGET, '..'), { recursive: true });
  const clip = { x: top.x, y: top.y, width: 900, height: last.y + last.height - top.y + 16 };
  await page.screenshot({ path: WIDGET, clip });
  await page.close();
}

async function shootAll(browser: Browser, address: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, path] of Object.entries(PAGES)) {
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        const page = await open(browser, address + path, { width, scheme });
        const file = join(folder, `${name}-${width}-${scheme}.png`);
        await page.screenshot({ path: file, fullPage: true });
        await page.close();
        console.log(file);
      }
    }
  }
}

interface Running {
  address: string;
  close: () => Promise<void>;
}

interface Program {
  startDemonstration: (options: { argv: readonly string[]; clock: string }) => Promise<Running>;
}

type Prepare = (say: (line: string) => void) => Promise<void>;
type Preparation = Record<'prepareReferenceData' | 'prepareElements', Prepare>;

/** A program, not a library: its modules are read when they run. */
async function demonstration<T>(name: string): Promise<T> {
  return (await import(new URL(`../examples/demonstration/${name}.ts`, import.meta.url).href)) as T;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { all: { type: 'string' } } });
  const preparation = await demonstration<Preparation>('prepare');
  await preparation.prepareReferenceData(console.log);
  await preparation.prepareElements(console.log);
  const data = await mkdtemp(join(tmpdir(), 'sas-screenshots-'));
  const argv = ['--port', '0', '--data', join(data, 'data')];
  const { startDemonstration } = await demonstration<Program>('demonstration');
  const running = await startDemonstration({ argv, clock: MOMENT });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...chromiumArguments],
  });
  try {
    if (values.all === undefined) await shootWidget(browser, running.address);
    else await shootAll(browser, running.address, values.all);
  } finally {
    await browser.close();
    await running.close();
    await rm(data, { recursive: true, force: true });
  }
}

await main();
