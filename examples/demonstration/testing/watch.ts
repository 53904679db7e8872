import type { Page } from 'playwright-core';

/** What a page did that a public element must not do. */
export interface Watched {
  /** Origins that were asked for something. */
  origins(): string[];
  /** What was refused by the page's policy. */
  violations(): Promise<string[]>;
  /** Every way of keeping something that was so much as tried. */
  kept(): Promise<string[]>;
}

/** Watches a page from before its first script. */
export async function watch(page: Page): Promise<Watched> {
  const origins = new Set<string>();
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http')) origins.add(origin);
  });
  await page.addInitScript(() => {
    const seen = { kept: [] as string[], violations: [] as string[] };
    Object.assign(globalThis, { seen });
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
    const spy = (target: object, name: string, what: string) => {
      const original = (target as Record<string, (...input: unknown[]) => unknown>)[name]!;
      Object.assign(target, {
        [name](this: unknown, ...input: unknown[]) {
          seen.kept.push(`${what} ${String(input[0])}`);
          return original.apply(this, input);
        },
      });
    };
    spy(Storage.prototype, 'setItem', 'storage');
    spy(IDBFactory.prototype, 'open', 'indexedDB');
    if ('CacheStorage' in globalThis) spy(CacheStorage.prototype, 'open', 'cache');
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
    Object.defineProperty(Document.prototype, 'cookie', {
      ...cookie,
      set(value: string) {
        seen.kept.push(`cookie ${value}`);
      },
    });
  });
  const seen = () =>
    page.evaluate(
      () => (globalThis as unknown as { seen: { kept: string[]; violations: string[] } }).seen,
    );
  return {
    origins: () => [...origins].sort(),
    violations: async () => (await seen()).violations,
    async kept() {
      const cookies = await page.context().cookies();
      const stored = await page.evaluate(() => [
        ...Object.keys(localStorage).map((name) => `localStorage ${name}`),
        ...Object.keys(sessionStorage).map((name) => `sessionStorage ${name}`),
      ]);
      return [...(await seen()).kept, ...stored, ...cookies.map(({ name }) => `cookie ${name}`)];
    },
  };
}
