import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { COLOURS, violations } from './axe.ts';

/** Forced colours: what is chosen is still seen, every control has an edge, and texts their contrast. */
async function inForcedColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  try {
    assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
    assert.deepEqual(await page.evaluate(() => media.unseen()), [], 'forced colours');
    assert.deepEqual(await violations(page, COLOURS), [], 'forced colours');
  } finally {
    await page.emulateMedia({ forcedColors: 'none' });
  }
}

/** Paper: light, whatever the screen was, and nothing that only a screen needs. */
async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const themed = (theme: string | null) =>
    page.evaluate((value) => {
      for (const element of document.querySelectorAll('main > *')) {
        if (value === null) element.removeAttribute('theme');
        else element.setAttribute('theme', value);
      }
    }, theme);
  try {
    await themed('dark');
    assert.deepEqual(await page.evaluate(() => media.wasted()), [], 'on paper');
  } finally {
    await themed(null);
    await page.emulateMedia({ media: 'screen' });
  }
}

/** What readers ask of their system, of the story on the page. */
export async function assertMedia(page: Page): Promise<void> {
  assert.deepEqual(await page.evaluate(() => media.moving()), [], 'reduced motion');
  assert.deepEqual(await page.evaluate(() => media.cut('size')), [], 'texts of twice the size');
  assert.deepEqual(await page.evaluate(() => media.cut('spaces')), [], 'spaces between letters');
  await inForcedColours(page);
  await onPaper(page);
}
