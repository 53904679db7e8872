import type { Page } from 'playwright-core';

/** Pages with one fault each, to see that the checks find it. */
const faulty = {
  'a control that Tab passes over': [
    '<button>A</button><div role="grid"><button tabindex="-1">B</button></div>',
    '',
  ],
  'a part that no arrow reaches': [
    '<div role="grid"><button>A</button><button tabindex="-1">B</button></div>',
    '',
  ],
  'focus that is not seen': ['<button id="plain">A</button>', '#plain:focus { outline: none }'],
  'focus outside of the window': [
    '<button id="far">A</button>',
    '#far { position: fixed; top: -99px }',
  ],
  'a trap': ['<button id="a">A</button><button id="b">B</button>', ''],
  'a pop-up that Escape leaves open': [
    '<div role="dialog" aria-label="D"><button>A</button></div>',
    '',
  ],
  'a text at 3:1': ['<p id="pale">Un texte pâle</p>', '#pale { background: #fff; color: #949494 }'],
  'a text at 5:1': ['<p id="grey">Un texte gris</p>', '#grey { background: #fff; color: #6b6b6b }'],
  'a choice that only its ground shows': [
    '<p><button aria-pressed="true">A</button><button aria-pressed="false">B</button></p>',
    '[aria-pressed=true] { background: #cdf }',
  ],
  'a control without an edge': ['<button id="flat">A</button>', '#flat { border: 0 }'],
  'a text that is cut': [
    '<p id="box">Un texte assez long</p>',
    '#box { inline-size: 10em; block-size: 1.2em; overflow: hidden; font-size: 16px }',
  ],
  'a thing that moves': ['<p id="slow">A</p>', '#slow { transition: color 1s }'],
  'a field without a name': ['<input>', ''],
} as const;

export type Fault = keyof typeof faulty;

/** Puts a page with the fault in the place of a story. */
export async function show(page: Page, fault: Fault): Promise<void> {
  await page.evaluate(([markup, style]) => {
    document.body.innerHTML = `<main>${markup}</main>`;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
    document.querySelector('#b')?.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key !== 'Tab') return;
      event.preventDefault();
      document.querySelector<HTMLElement>('#a')?.focus();
    });
  }, faulty[fault]);
}

/** Takes away what a faulty page leaves behind. */
export const tidy = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
