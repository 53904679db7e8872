import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { ensureElements } from '../../tools/build.ts';
import { launch } from './browser.ts';
import { CASES } from './hostile-cases.ts';
import { HOSTILE_TEXT } from './hostile-data.ts';
import { type HostileSite, startHostileSite } from './hostile-site.ts';
import { watch, type Watched } from './watch.ts';

const MOMENT = '2026-11-23T14:20:00+01:00';
const SCHEMES = ['https:', 'http:', 'tel:', 'sms:', 'mailto:'];

let site: HostileSite;
let browser: Browser;

before(async () => {
  await ensureElements();
  site = await startHostileSite();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

/** Script that ran, elements that no template holds, links that lead to script: what must not be. */
async function harm(page: Page): Promise<string[]> {
  const { ran, tags, links } = await page.evaluate(() => {
    const all: Element[] = [];
    const collect = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        all.push(element);
        if (element.shadowRoot) collect(element.shadowRoot);
      }
    };
    collect(document.body);
    return {
      ran: 'ran' in globalThis,
      tags: all
        .filter((element) =>
          element.matches(
            'script, img, iframe, object, embed, base, svg[onload], [onerror], [style], [formaction]',
          ),
        )
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
      links: all.filter((each) => each instanceof HTMLAnchorElement).map(({ href }) => href),
    };
  });
  const scripts = links.filter((href) => !SCHEMES.includes(new URL(href).protocol));
  return [...(ran ? ['script ran'] : []), ...tags, ...scripts];
}

async function visit(
  address: string,
): Promise<{ page: Page; watched: Watched; origins: Set<string> }> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const origins = new Set<string>();
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http')) origins.add(origin);
  });
  const watched = await watch(page, [site.origin, site.platform]);
  await page.clock.setFixedTime(MOMENT);
  await page.goto(address);
  return { page, watched, origins };
}

/** Waits until a text stands in what an element draws. */
async function shows(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const textOf = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .map(({ shadowRoot }) =>
          shadowRoot ? `${shadowRoot.textContent}${textOf(shadowRoot)}` : '',
        )
        .join('');
    return textOf(document).includes(wanted);
  }, text);
}

for (const [name, [tag, { markup, seen, asks, query, use }]] of Object.entries(CASES)) {
  for (const policy of ['strict', 'bare'] as const) {
    test(`${name}: script stays a text, nothing is kept, no one else is asked, policy: ${policy}`, async () => {
      const address = site.show(tag, markup(site.platform))[policy] + (query ?? '');
      const { page, watched, origins } = await visit(address);
      await shows(page, seen);
      await use?.(page);
      assert.deepEqual(await harm(page), []);
      assert.deepEqual(await watched.faults(), []);
      assert.deepEqual([...origins].sort(), [site.origin, ...(asks ? [site.platform] : [])].sort());
      await page.context().close();
    });
  }
}

test('the look finds script, markup and addresses that did get through', async () => {
  const { page } = await visit(site.show('sas-pathway', '<sas-pathway></sas-pathway>').bare);
  await page.getByText('Vous appelez').waitFor();
  await page.evaluate((text) => {
    const root = document.querySelector('sas-pathway')!.shadowRoot!;
    root.querySelector('a')!.setAttribute('href', 'javascript:0');
    const box = document.createElement('div');
    box.innerHTML = text;
    root.append(box);
  }, HOSTILE_TEXT);
  await page.waitForFunction(() => 'ran' in globalThis);
  const found = (await harm(page)).join('\n');
  for (const expected of ['script ran', '<img', '<svg', '<script', 'javascript:0'])
    assert.ok(found.includes(expected), found);
  await page.context().close();
});
