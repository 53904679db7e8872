import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Route, Stop } from './page/keyboard.ts';

const here = (page: Page): Promise<Stop> => page.evaluate(() => keyboard.here());
const focus = (page: Page, id: number) => page.evaluate((wanted) => keyboard.focus(wanted), id);

async function press(page: Page, key: string): Promise<Stop> {
  await page.keyboard.press(key);
  return here(page);
}

/** Day, month, year, hours, minutes and the calendar's button are stops of one field. */
const MOST_PARTS = 8;

/** Tab from before the story to after it: every stop, in sight, and no way back before the end. */
async function tabThrough(page: Page, route: Route): Promise<void> {
  const seen = new Map<number, string>();
  const faults: string[] = [];
  let presses = 0;
  for (let [last, times] = [-1, 0]; ; presses += 1) {
    const stop = await press(page, 'Tab');
    if (stop.id === -1 || (route.modal && seen.has(stop.id))) break;
    times = stop.id === last ? times + 1 : 0;
    last = stop.id;
    if (times > 0 && times < MOST_PARTS) continue;
    assert.ok(!seen.has(stop.id), `Tab comes back to ${stop.name} and never leaves`);
    seen.set(stop.id, stop.name);
    faults.push(...stop.faults.map((fault) => `${stop.name}: ${fault}`));
  }
  const missed = route.stops.filter(({ id }) => !seen.has(id)).map(({ name }) => name);
  assert.deepEqual(missed, [], 'Tab never reaches these');
  assert.deepEqual(faults, []);
  if (route.modal) return;
  for (let step = 0; step <= presses; step += 1) await page.keyboard.press('Shift+Tab');
  assert.equal((await here(page)).name, 'before', 'Shift+Tab does not lead back');
}

/** Arrow keys from a group's tab stop to every part of it. */
async function arrowThrough(page: Page, group: Route['composites'][number]): Promise<void> {
  assert.notEqual(group.stop, -1, `${group.name} has no tab stop`);
  const reached = new Set([group.stop]);
  const queue = [group.stop];
  const complete = () => group.parts.every(({ id }) => reached.has(id));
  for (let from = queue.pop(); from !== undefined && !complete(); from = queue.pop()) {
    let at = -1;
    for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowRight', 'ArrowDown']) {
      if (at !== from) await focus(page, from);
      const stop = await press(page, key);
      at = stop.id;
      if (at === -1 || reached.has(at)) continue;
      assert.deepEqual(stop.faults, [], stop.name);
      reached.add(at);
      queue.push(at);
    }
  }
  const missed = group.parts.filter(({ id }) => !reached.has(id)).map(({ name }) => name);
  assert.deepEqual(missed, [], `${group.name}: arrows never reach these`);
}

/** Escape closes what is open, and the focus is not lost. */
async function escape(page: Page): Promise<void> {
  for (;;) {
    const open = await page.evaluate(() => keyboard.open());
    if (open.length === 0) return;
    await page.evaluate(() => keyboard.enterPopup());
    const { id, name } = await press(page, 'Escape');
    const left = await page.evaluate(() => keyboard.open());
    assert.ok(left.length < open.length, `Escape leaves ${open.at(-1)} open`);
    assert.notEqual(id, -1, `after Escape the focus is on ${name}`);
  }
}

/** Walks the story on the page by keyboard alone. */
export async function walk(page: Page): Promise<void> {
  const route = await page.evaluate(() => keyboard.start());
  await tabThrough(page, route);
  // Last first: a choice of radio buttons may change what comes after it.
  for (const group of route.composites.reverse()) await arrowThrough(page, group);
  await escape(page);
}
