import type { Page } from 'playwright-core';
import { HOSTILE_ADDRESSES, HOSTILE_TEXT, NO_DATE } from './hostile-data.ts';

/** Of the hostile text: where it is shown, it has been given to an element. */
const TRACE = 'onerror="globalThis.ran = true"';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const attribute = (name: string, value: string) => ` ${name}="${escaped(value)}"`;
const bad = (index: number) => HOSTILE_ADDRESSES[index % HOSTILE_ADDRESSES.length]!;

/** An element in the hands of somebody else. */
export interface Case {
  /** What the page says, where the platform is at an address. */
  markup: (platform: string) => string;
  /** What is seen once the data are there. */
  seen: string;
  /** Asks the platform. */
  asks?: boolean;
  query?: string;
  use?: (page: Page) => Promise<void>;
}

const open = async (page: Page) => {
  await page.evaluate(() => {
    for (const host of document.querySelectorAll('*'))
      for (const one of host.shadowRoot?.querySelectorAll('details') ?? []) one.open = true;
  });
};

/** Each element, from a platform, from a file, from attributes: whatever it can be given. */
export const CASES: Record<string, [tag: string, Case]> = {
  'sas-directory, from a platform': [
    'sas-directory',
    {
      markup: (platform) => `<sas-directory base-url="${platform}"></sas-directory>`,
      seen: TRACE,
      asks: true,
      use: open,
    },
  ],
  'sas-directory, from a file': [
    'sas-directory',
    {
      markup: () => `<sas-directory src="/territories.json"></sas-directory>`,
      seen: TRACE,
      use: open,
    },
  ],
  'sas-news, from a file and the page’s address': [
    'sas-news',
    {
      markup: () => `<sas-news src="/news.json"${attribute('heading', HOSTILE_TEXT)}></sas-news>`,
      seen: TRACE,
      query: `?type=${encodeURIComponent(HOSTILE_TEXT)}&sector=${encodeURIComponent(bad(0))}`,
    },
  ],
  'sas-news, from articles': [
    'sas-news',
    {
      markup: () =>
        `<sas-news>${[0, 1, 2, 3]
          .map(
            (index) =>
              `<article id="a${index}" data-published="2026-01-01"${[
                attribute('data-type', HOSTILE_TEXT),
                attribute('data-source', HOSTILE_TEXT),
                attribute('data-source-url', bad(index)),
                attribute('data-superseded-by', bad(index + 1)),
              ].join('')}><h3>Titre</h3></article>`,
          )
          .join('')}</sas-news>`,
      seen: TRACE,
    },
  ],
  'sas-access-notice, from a file': [
    'sas-access-notice',
    {
      markup: () => '<sas-access-notice src="/access.json"></sas-access-notice>',
      seen: TRACE,
    },
  ],
  'sas-access-notice, from attributes': [
    'sas-access-notice',
    {
      markup: () =>
        [0, 1, 2, 3]
          .map(
            (index) =>
              `<sas-access-notice access="regulated"${[
                attribute('facility', HOSTILE_TEXT),
                attribute('source', HOSTILE_TEXT),
                attribute('source-url', bad(index)),
                attribute('phone', bad(index + 1)),
              ].join('')}></sas-access-notice>`,
          )
          .join(''),
      seen: TRACE,
    },
  ],
  'sas-join': [
    'sas-join',
    {
      markup: () =>
        `<sas-join kind="holder"${attribute('support-email', `a@b.example?bcc=x, ${HOSTILE_TEXT}`)}></sas-join>
        <sas-join kind="holder" support-email="ars@sante.example"></sas-join>`,
      seen: 'Demander un accompagnement',
      use: async (page) => {
        await page.getByLabel('Territoire').last().fill(HOSTILE_TEXT);
        await page.getByRole('textbox').last().fill(HOSTILE_TEXT);
        await page.getByRole('button', { name: 'Préparer le message' }).last().click();
        await page.getByText('Votre message est prêt').first().waitFor();
      },
    },
  ],
  'sas-pathway': [
    'sas-pathway',
    {
      markup: () =>
        [bad(0), bad(2), HOSTILE_TEXT, '15;javascript:0']
          .map((number) => `<sas-pathway${attribute('number', number)}></sas-pathway>`)
          .join(''),
      seen: 'Vous appelez',
    },
  ],
  'sas-when-to-call, from a platform': [
    'sas-when-to-call',
    {
      markup: (platform) =>
        `<sas-when-to-call territory="demonstration" base-url="${platform}"></sas-when-to-call>`,
      seen: TRACE,
      asks: true,
      use: open,
    },
  ],
  'sas-when-to-call, from a file whose numbers are addresses': [
    'sas-when-to-call',
    {
      markup: () => '<sas-when-to-call src="/numbers.json"></sas-when-to-call>',
      seen: 'ne sont pas lisibles',
    },
  ],
  'sas-when-to-call, from a file': [
    'sas-when-to-call',
    {
      markup: () => '<sas-when-to-call src="/territory.json"></sas-when-to-call>',
      seen: TRACE,
      use: open,
    },
  ],
  'sas-when-to-call, whose platform sends no date': [
    'sas-when-to-call',
    {
      markup: (platform) =>
        `<sas-when-to-call territory="demonstration" base-url="${platform}/dates"></sas-when-to-call>`,
      seen: NO_DATE,
      asks: true,
    },
  ],
  'sas-directory, whose platform sends no date': [
    'sas-directory',
    {
      markup: (platform) => `<sas-directory base-url="${platform}/dates"></sas-directory>`,
      seen: 'Le Havre – Fécamp',
      asks: true,
    },
  ],
  'sas-booking, whose platform sends no date': [
    'sas-booking',
    {
      markup: (platform) =>
        `<sas-booking insee="76351" base-url="${platform}/dates"></sas-booking>`,
      seen: 'La demande n’a pas abouti',
      asks: true,
    },
  ],
  'sas-when-to-call, from a file without a date': [
    'sas-when-to-call',
    {
      markup: () => '<sas-when-to-call src="/undated-territory.json"></sas-when-to-call>',
      seen: 'ne sont pas lisibles',
    },
  ],
  'sas-directory, from a file without a date': [
    'sas-directory',
    {
      markup: () => '<sas-directory src="/undated-territories.json"></sas-directory>',
      seen: 'Annuaire des SAS',
    },
  ],
  'sas-news, from a file without a date': [
    'sas-news',
    { markup: () => '<sas-news src="/undated-news.json"></sas-news>', seen: 'Informations' },
  ],
  'sas-access-notice, from a file without a date': [
    'sas-access-notice',
    {
      markup: () => '<sas-access-notice src="/undated-access.json"></sas-access-notice>',
      seen: 'n’a pas pu être lue',
    },
  ],
};
