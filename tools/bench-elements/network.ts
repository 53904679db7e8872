import type { Browser, Page } from 'playwright-core';
import { openPage } from './browser.ts';
import type { Row } from './goal.ts';
import { addPages, openElement, TAGS } from './pages.ts';
import { MOMENT, type Platform } from './platform.ts';

interface Watched {
  origins(): string[];
  kept(): Promise<string[]>;
}

/** The tests' own watch over a page: origins that were asked, whatever was so much as tried to keep. */
async function watch(page: Page): Promise<Watched> {
  const href = new URL('../../examples/demonstration/testing/watch.ts', import.meta.url).href;
  const module = (await import(href)) as { watch: (page: Page) => Promise<Watched> };
  return module.watch(page);
}

/** Requests to anyone but the page's own origin and its platform; cookies, storage. */
export async function network(browser: Browser, platform: Platform): Promise<Row[]> {
  const strangers = new Set<string>();
  const kept: string[] = [];
  for (const tag of Object.keys(TAGS)) {
    const page = await openPage(browser);
    try {
      await page.clock.setFixedTime(MOMENT);
      await addPages(page, platform);
      const watched = await watch(page);
      await openElement(page, platform, tag);
      if (tag === 'sas-booking') await page.locator('button[role=gridcell]').first().click();
      await page.waitForLoadState('networkidle');
      for (const origin of watched.origins()) {
        if (origin !== platform.address) strangers.add(`${tag}: ${origin}`);
      }
      kept.push(...(await watched.kept()).map((what) => `${tag}: ${what}`));
    } finally {
      await page.context().close();
    }
  }
  for (const what of [...strangers, ...kept]) console.error(what);
  return [
    {
      name: `other origins that ${Object.keys(TAGS).length} elements ask`,
      value: strangers.size,
      unit: '',
      goal: 0,
    },
    { name: 'cookies and anything kept in the browser', value: kept.length, unit: '', goal: 0 },
  ];
}
