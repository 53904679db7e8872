import type { Browser, Page } from 'playwright-core';
import { openPage, slowDown } from './browser.ts';
import type { Row } from './goal.ts';
import { addPages, openElement, settled } from './pages.ts';
import { MOMENT, type Platform } from './platform.ts';
import { median } from './statistics.ts';

const GOAL = 200;
const RATE = 4;
/** An event that is shorter has no entry of its own. */
const SHORTEST = 16;

interface Gesture {
  readonly name: string;
  readonly tag: string;
  /** Brings the page there, if anything is to be done before. */
  readonly before?: (page: Page) => Promise<unknown>;
  readonly act: (page: Page) => Promise<unknown>;
}

const slot = (page: Page) => page.locator('button[role=gridcell]').first();

const GESTURES: readonly Gesture[] = [
  { name: 'search', tag: 'sas-booking', act: (page) => page.locator('.submit').click() },
  {
    name: 'filter',
    tag: 'sas-booking',
    act: (page) => page.locator('.chip input').first().click(),
  },
  {
    name: 'arrow to another slot',
    tag: 'sas-booking',
    before: (page) => slot(page).focus(),
    act: (page) => page.keyboard.press('ArrowDown'),
  },
  { name: 'slot chosen', tag: 'sas-booking', act: (page) => slot(page).click() },
  {
    name: 'agenda, next week',
    tag: 'sas-agenda',
    act: (page) => page.getByRole('button', { name: 'Semaine suivante' }).click(),
  },
  {
    name: 'participation, an answer',
    tag: 'sas-participation',
    act: (page) => page.locator('#participates').click(),
  },
  {
    name: 'territory, a part opened',
    tag: 'sas-territory-settings',
    act: (page) => page.locator('summary').first().click(),
  },
];

/** Keeps how long each interaction took to its next paint: Event Timing, ms. */
async function watchEvents(page: Page): Promise<void> {
  await page.addInitScript((shortest) => {
    const events: number[] = [];
    Object.assign(globalThis, { events });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        if (entry.interactionId) events.push(entry.duration);
      }
    }).observe({ type: 'event', durationThreshold: shortest } as PerformanceObserverInit);
  }, SHORTEST);
}

/** Entries come with a later frame: waits for some, and takes the longest. */
async function longest(page: Page): Promise<number> {
  return page.evaluate(async (shortest) => {
    const { events } = globalThis as unknown as { events: number[] };
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let count = 0; count < 120; count += 1) await frame();
    return Math.max(shortest, ...events);
  }, SHORTEST);
}

async function measure(browser: Browser, platform: Platform, gesture: Gesture): Promise<number> {
  const page = await openPage(browser);
  try {
    await page.clock.setFixedTime(MOMENT);
    await addPages(page, platform);
    await watchEvents(page);
    await openElement(page, platform, gesture.tag);
    await slowDown(page, RATE);
    await gesture.before?.(page);
    await page.evaluate(() => {
      (globalThis as unknown as { events: number[] }).events.length = 0;
    });
    await gesture.act(page);
    await settled(page, gesture.tag);
    return await longest(page);
  } finally {
    await page.context().close();
  }
}

/** From a gesture to its next paint, the processor four times slower: real input, a real platform. */
export async function inputs(
  browser: Browser,
  platform: Platform,
  { runs }: { readonly runs: number },
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const gesture of GESTURES) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) times.push(await measure(browser, platform, gesture));
    rows.push({
      name: `${gesture.name}, CPU ${RATE}×`,
      value: median(times),
      unit: 'ms',
      goal: GOAL,
    });
  }
  return rows;
}
