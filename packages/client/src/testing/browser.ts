import { chromium, type Browser } from 'playwright-core';

interface Chromium {
  readonly chromiumArguments: readonly string[];
  readonly findChromium: () => Promise<string>;
}

/** A real browser. */
export async function openBrowser(): Promise<Browser> {
  const tool = new URL('../../../../tools/chromium.ts', import.meta.url).href;
  const { chromiumArguments, findChromium } = (await import(tool)) as Chromium;
  return chromium.launch({ executablePath: await findChromium(), args: [...chromiumArguments] });
}
