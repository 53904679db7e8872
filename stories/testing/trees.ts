import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { HOW_TO_UPDATE, treeFile } from './kept.ts';

/** The story on the page as a screen reader reads it: roles, names, states. */
export const treeOf = async (page: Page): Promise<string> =>
  `${(await page.locator('main').ariaSnapshot()).trim()}\n`;

/** The first line that differs, as it was and as it is. */
function change(kept: string, now: string): string {
  const [was, is] = [kept.split('\n'), now.split('\n')];
  const line = is.findIndex((text, index) => text !== was[index]);
  return `line ${line + 1}:\n  was ${was[line] ?? 'nothing'}\n  is  ${is[line] ?? 'nothing'}`;
}

/** Compares the story on the page with what was kept of it. */
export async function assertTree(page: Page, story: string): Promise<void> {
  const kept = await readFile(treeFile(story), 'utf8').catch(() => '');
  const now = await treeOf(page);
  if (now !== kept) assert.fail(`${story} reads otherwise, ${change(kept, now)}\n${HOW_TO_UPDATE}`);
}
