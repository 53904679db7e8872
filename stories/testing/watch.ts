import type { Page } from 'playwright-core';

/** What pages of stories may complain of: the story is about just that. */
const EXPECTED = [
  /^\[sas-kit\] /,
  // A static file that is not there.
  /status of 404 .*/,
];

/** What a page did that no element may do. */
export interface Watched {
  /** What came up since the last look: requests to other origins, complaints, what was kept. */
  faults(): Promise<string[]>;
}

/** Watches a page from before its first script. */
export async function watch(page: Page, origins: readonly string[]): Promise<Watched> {
  const seen: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && !origins.includes(url.origin))
      seen.push(`asks ${url.origin}`);
  });
  page.on('pageerror', ({ message }) => seen.push(message));
  page.on('console', (message) => {
    const text = message.text();
    if (!['warning', 'error'].includes(message.type())) return;
    if (!EXPECTED.some((pattern) => pattern.test(text))) seen.push(text);
  });
  await page.addInitScript(() => {
    const kept: string[] = [];
    Object.assign(globalThis, { kept });
    document.addEventListener('securitypolicyviolation', (event) => {
      kept.push(`against the policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
    const spy = (target: object, name: string, what: string) => {
      const original = (target as Record<string, (...input: unknown[]) => unknown>)[name]!;
      Object.assign(target, {
        [name](this: unknown, ...input: unknown[]) {
          kept.push(`${what} ${String(input[0])}`);
          return original.apply(this, input);
        },
      });
    };
    spy(Storage.prototype, 'setItem', 'storage');
    spy(IDBFactory.prototype, 'open', 'indexedDB');
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
    Object.defineProperty(Document.prototype, 'cookie', {
      ...cookie,
      set(value: string) {
        kept.push(`cookie ${value}`);
      },
    });
  });
  return {
    async faults() {
      const kept = await page.evaluate(() =>
        (globalThis as unknown as { kept: string[] }).kept.splice(0),
      );
      const cookies = await page.context().cookies();
      return [...seen.splice(0), ...kept, ...cookies.map(({ name }) => `cookie ${name}`)];
    },
  };
}
