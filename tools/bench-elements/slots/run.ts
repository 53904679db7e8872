import type { Browser } from 'playwright-core';
import { openPage, slowDown } from '../browser.ts';
import type { Entry, Loaded } from './contestant.ts';
import { CHANGED, COUNT, WEEK } from './data.ts';
import { measureInPage, type Measured } from './in-page.ts';

const ADDRESS = 'http://localhost/';
const PAGE = '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Bench</title>';

/** One measure in a page that was never used before. */
export async function measureOnce(
  browser: Browser,
  entry: Entry,
  loaded: Exclude<Loaded, { missing: string }>,
  rate: number,
): Promise<Measured> {
  const page = await openPage(browser);
  try {
    await page.route(`${ADDRESS}**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: `${PAGE}</head><body></body></html>` }),
    );
    await page.goto(ADDRESS);
    await page.addStyleTag({
      content: `body { margin: 0; font-family: sans-serif } ${loaded.css}`,
    });
    if (loaded.code !== '')
      await page.addScriptTag({
        content: loaded.code,
        type: loaded.module === true ? 'module' : 'text/javascript',
      });
    await slowDown(page, rate);
    await page.evaluate(entry.setUp, { week: WEEK, changed: CHANGED });
    return await page.evaluate(measureInPage, COUNT);
  } finally {
    await page.context().close();
  }
}
