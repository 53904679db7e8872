import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium, lockedChromium } from '../../tools/chromium.ts';
import { AXE_FILE } from './axe.ts';
import { ownFonts } from './fonts.ts';
import { serveStories } from './server.ts';
import { watch, type Watched } from './watch.ts';

/** Where the stories are, whatever the port: an element shows the page's address. */
const ORIGIN = 'http://stories.localhost';

/** A page that shows the stories. */
export interface StoryPage {
  readonly page: Page;
  readonly watched: Watched;
  /** `sas-booking/SlotKept`, … in the order of the files. */
  readonly names: readonly string[];
  /** Files of stories that could not be loaded, and why. */
  readonly broken: readonly string[];
  /** Puts a story on the page, alone, and plays its gestures. */
  show(name: string): Promise<void>;
  close(): Promise<void>;
}

/** What makes letters and colours the same on every machine. */
const DRAWING = ['--font-render-hinting=none', '--force-color-profile=srgb', '--disable-lcd-text'];

/** Starts the Chromium of the lock file, where there is one. */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const locked = await lockedChromium();
  const fonts = locked === undefined ? {} : { FONTCONFIG_FILE: await ownFonts(locked) };
  return chromium.launch({
    executablePath: locked ?? (await findChromium()),
    args: [...chromiumArguments, ...DRAWING, ...more],
    env: { ...process.env, ...fonts },
  });
}

/** Opens the stories. */
export async function openStories(): Promise<StoryPage> {
  const server = await serveStories();
  const browser = await launch([
    `--host-resolver-rules=MAP stories.localhost:80 127.0.0.1:${server.port}`,
  ]);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  const page = await context.newPage();
  // Two cores may be busy with something else.
  page.setDefaultTimeout(120_000);
  const watched = await watch(page, [ORIGIN]);
  await page.addInitScript({ path: AXE_FILE });
  await page.goto(ORIGIN);
  await page.waitForFunction(() => 'stories' in globalThis);
  return {
    page,
    watched,
    names: await page.evaluate(() => stories.names()),
    broken: await page.evaluate(() => stories.broken()),
    show: (name) => page.evaluate((wanted) => stories.show(wanted), name),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
