import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** To be given to the page before its first script. */
export const AXE_FILE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Rules that look at colours, each text at 7:1: all that another set of colours can break. */
export const STRONG_COLOURS: RunOptions = { runOnly: { type: 'tag', values: ['cat.color'] } };

/** The same, texts at 4.5:1. */
export const COLOURS: RunOptions = {
  ...STRONG_COLOURS,
  rules: { 'color-contrast-enhanced': { enabled: false } },
};

/** What axe complains of in the story, and where. */
export async function violations(page: Page, options: RunOptions = {}): Promise<string[]> {
  const found = await page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };
    };
    const results = await axe.run(document.querySelector('main')!, {
      ...options,
      resultTypes: ['violations'],
    });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${String(target)}\n${failureSummary}`),
    );
  }, options);
  return found;
}
