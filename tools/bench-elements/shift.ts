import type { Browser, Page } from 'playwright-core';
import { openPage } from './browser.ts';
import type { Row } from './goal.ts';
import { addPages, openElement, settled, TAGS } from './pages.ts';
import { MOMENT, type Platform } from './platform.ts';

const GOAL = 0.02;

const WINDOWS = {
  telephone: { width: 412, height: 915 },
  desk: { width: 1280, height: 800 },
} as const;

/** Adds up every shift from the first paint on, also those that the CLS of a real page would leave out. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        shifts.sum += (entry as PerformanceEntry & { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(() => (globalThis as unknown as { shifts: { sum: number } }).shifts.sum);
}

/** A line of 1.6 Mbit/s and 150 ms: the page is painted before its element is there. */
async function slowLine(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const speed = (1.6 * 1024 * 1024) / 8;
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 150, downloadThroughput: speed, uploadThroughput: speed },
  });
}

/** Asks for another commune without a gesture: bars, then other results. */
async function searchAgain(page: Page, tag: string): Promise<void> {
  await page.evaluate((name) => {
    const element = document.querySelector(name)!;
    const search = element.shadowRoot!.querySelector('sas-availability') ?? element;
    Object.assign(search, { place: 'Fécamp', insee: '76259' });
  }, tag);
  await settled(page, tag);
}

/** How far elements move what stands around them: from their light-DOM text, to the element, to its results. */
export async function shifts(browser: Browser, platform: Platform): Promise<Row[]> {
  const rows: Row[] = [];
  for (const tag of Object.keys(TAGS)) {
    for (const [name, viewport] of Object.entries(WINDOWS)) {
      const page = await openPage(browser, { viewport });
      try {
        await page.clock.setFixedTime(MOMENT);
        await addPages(page, platform);
        const moved = await watchShifts(page);
        await slowLine(page);
        await openElement(page, platform, tag);
        const loading = await moved();
        rows.push({ name: `${tag}, ${name}`, value: loading, unit: '', goal: GOAL });
        if (tag === 'sas-booking' || tag === 'sas-availability') {
          await searchAgain(page, tag);
          const value = (await moved()) - loading;
          rows.push({ name: `${tag}, ${name}, searched again`, value, unit: '', goal: GOAL });
        }
      } finally {
        await page.context().close();
      }
    }
  }
  return rows;
}
