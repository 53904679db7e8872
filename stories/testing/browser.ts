import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium, lockedChromium } from '../../tools/chromium.ts';
import { AXE_FILE } from './axe.ts';
import { serveStories } from './server.ts';
import { watch, type Watched } from './watch.ts';

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

/** Starts the Chromium of the lock file, where there is one. */
export async function launch(): Promise<Browser> {
  const locked = await lockedChromium();
  const fonts = locked === undefined ? {} : { FONTCONFIG_PATH: join(locked, '../fonts') };
  return chromium.launch({
    executablePath: locked ?? (await findChromium()),
    args: [...chromiumArguments, '--font-render-hinting=none', '--force-color-profile=srgb'],
    env: { ...process.env, ...fonts },
  });
}

/** Opens the stories. */
export async function openStories(): Promise<StoryPage> {
  const server = await serveStories();
  const browser = await launch();
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
  const watched = await watch(page, [server.origin]);
  await page.addInitScript({ path: AXE_FILE });
  await page.goto(server.origin);
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
