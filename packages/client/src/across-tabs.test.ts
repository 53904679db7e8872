import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { acrossTabs } from './across-tabs.ts';
import { keepToken } from './keep-token.ts';
import { openBrowser } from './testing/browser.ts';
import { bundle } from './testing/bundle.ts';

/** Makes `tab.ask(refused)` of a page. */
const program = `
  import { acrossTabs } from './across-tabs.ts';
  import { embedToken } from './embed-token.ts';
  globalThis.tab = (timeoutMs) => {
    const provider = embedToken('/token', { across: acrossTabs('test', { timeoutMs }), timeoutMs: 60_000 });
    globalThis.ask = (refused) => provider(refused);
  };
`;

declare global {
  /** What a page of the test has. */
  var tab: (timeoutMs: number) => void;
  var ask: (refused?: string) => Promise<string>;
}

describe('tabs of one browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let address: string;
  /** Questions that wait for their answer. */
  const waiting: (() => void)[] = [];
  let asked = 0;
  let held = false;
  let failing = false;
  const server = createServer();

  before(async () => {
    const script = await bundle(program);
    server.on('request', (request, response) => {
      if (request.url !== '/token') {
        response.setHeader('content-type', 'text/html');
        response.end(`<script type="module">${script}</script>`);
        return;
      }
      asked += 1;
      const token = `t${asked}`;
      const expiresAt = new Date(Date.now() + 900_000).toISOString();
      const answer = () =>
        failing
          ? response.writeHead(500).end()
          : response.end(JSON.stringify({ token, expiresAt }));
      if (held) waiting.push(answer);
      else answer();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  });

  /** Two tabs that have asked nothing yet. */
  async function twoTabs(timeoutMs = 60_000, init = ''): Promise<[Page, Page]> {
    context = await browser.newContext();
    await context.addInitScript(init);
    asked = 0;
    held = failing = false;
    waiting.length = 0;
    const open = async () => {
      const page = await context.newPage();
      await page.goto(address);
      await page.waitForFunction(() => 'tab' in globalThis);
      await page.evaluate((ms) => globalThis.tab(ms), timeoutMs);
      return page;
    };
    return [await open(), await open()];
  }

  const question = (page: Page, refused?: string) =>
    page.evaluate((token) => globalThis.ask(token), refused);

  /** Resolves once another tab waits for the lock. */
  const waits = (page: Page) =>
    page.waitForFunction(async () => (await navigator.locks.query()).pending?.length === 1);

  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  /** Both ask, the second while the first waits for its answer. */
  async function together(one: Page, other: Page, refused?: string) {
    held = true;
    const first = question(one, refused);
    await until(() => waiting.length === 1);
    const second = question(other, refused);
    await waits(one);
    held = false;
    waiting.pop()?.();
    return Promise.all([first, second]);
  }

  it('ask once when both need a token at once, and when it is refused to both', async () => {
    const [one, other] = await twoTabs();
    assert.deepEqual(await together(one, other), ['t1', 't1']);
    assert.deepEqual(await together(one, other, 't1'), ['t2', 't2']);
    assert.equal(asked, 2);
    await context.close();
  });

  it('never go back to a token that another had before', async () => {
    const [one, other] = await twoTabs();
    await together(one, other);
    assert.equal(await question(other, 't1'), 't2');
    assert.equal(await question(other, 't2'), 't3');
    await context.close();
  });

  it('ask after one whose question failed', async () => {
    const [one, other] = await twoTabs();
    held = failing = true;
    const first = question(one).then(
      () => 'a token',
      (error: Error) => error.message,
    );
    await until(() => waiting.length === 1);
    const second = question(other);
    await waits(one);
    waiting[0]?.();
    assert.match(await first, /invalid-response/);
    await until(() => waiting.length === 2);
    failing = false;
    waiting[1]?.();
    assert.equal(await second, 't2');
    await context.close();
  });

  it('do not wait for ever for one that hangs', async () => {
    const [one, other] = await twoTabs(100);
    await one.evaluate(() => {
      const never = () => new Promise(() => undefined);
      void navigator.locks.request('sas-kit token test', never);
    });
    await one.waitForFunction(async () => (await navigator.locks.query()).held?.length === 1);
    assert.equal(await question(other), 't1');
    await context.close();
  });

  it('each ask for themselves where there are no locks', async () => {
    const without = `Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });`;
    const [one, other] = await twoTabs(60_000, without);
    held = true;
    const both = Promise.all([question(one), question(other)]);
    await until(() => waiting.length === 2);
    for (const answer of waiting) answer();
    assert.deepEqual((await both).sort(), ['t1', 't2']);
    await context.close();
  });

  it('each ask for themselves where locks are refused, as in a frame without an origin', async () => {
    const refusing = `LockManager.prototype.request = () =>
      Promise.reject(new DOMException('Access to the Locks API is denied.', 'SecurityError'));`;
    const [one, other] = await twoTabs(60_000, refusing);
    assert.deepEqual([await question(one), await question(other)], ['t1', 't2']);
    await context.close();
  });
});

it('a program without tabs asks as if it were alone, and ends', async () => {
  const across = acrossTabs('test');
  const provider = keepToken(() => ({ token: 't1', expiresInSeconds: 600 }), { across });
  assert.equal(await provider(), 't1');
});
