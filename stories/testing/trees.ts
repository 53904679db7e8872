import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { HOW_TO_UPDATE, treeFile } from './kept.ts';

/** The story on the page as a screen reader reads it: roles, names, states. */
export const treeOf = async (page: Page): Promise<string> =>
  `${(await page.locator('main').ariaSnapshot()).trim()}\n`;

/** Compares the story on the page with what was kept of it. */
export async function assertTree(page: Page, story: string): Promise<void> {
  const kept = await readFile(treeFile(story), 'utf8').catch(() => 'nothing is kept\n');
  assert.equal(await treeOf(page), kept, `${story} reads otherwise. ${HOW_TO_UPDATE}`);
}
