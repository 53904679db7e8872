import type { Page } from 'playwright-core';

/** How a reader sees a story. */
export interface View {
  scheme: 'light' | 'dark';
  width: number;
  preset: 'neutral' | 'contrast';
}

const HEIGHT = 800;

/** Light, on a computer. */
export const PLAIN: View = { scheme: 'light', width: 1280, preset: 'neutral' };

/** Shows the story that is on the page in another way. */
export async function look(page: Page, view: View): Promise<void> {
  await page.setViewportSize({ width: view.width, height: HEIGHT });
  await page.emulateMedia({ colorScheme: view.scheme });
  await page.evaluate(async (preset) => {
    document.documentElement.dataset['sasPreset'] = preset;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, view.preset);
}
