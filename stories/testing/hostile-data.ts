import { listed } from '../../packages/elements/src/components/directory/testing/directory-fixtures.ts';
import { places, results, specialties } from '../../packages/elements/src/testing/fixtures.ts';
import { withoutDates } from '../../packages/elements/src/testing/without-dates.ts';
import { territory } from '../../packages/elements/src/components/when-to-call/testing/call-fixtures.ts';

/** Runs only where a text became markup. */
const SCRIPT = 'globalThis.ran = true';

/** Ends an attribute, an element, a comment, a style and a script, then tries to run. */
export const HOSTILE_TEXT = `x"'></a></style></script>--><img src=x onerror="${SCRIPT}"><svg onload="${SCRIPT}"><script>${SCRIPT}</script>\${${SCRIPT}}`;

/** Addresses that run script where a link takes them as they are. */
export const HOSTILE_ADDRESSES = [
  `javascript:${SCRIPT}`,
  ` \tjava\nscript:${SCRIPT}`,
  `data:text/html,<script>${SCRIPT}</script>`,
  `vbscript:${SCRIPT}`,
];

const ADDRESSES = /url$|phone$|^number$|email$/i;

/** What decides whether anything is shown: with rubbish in it there would be nothing to look at. */
const KEPT = new Set(
  `id status statuses from to regimes validFrom validUntil days holidays bridgeDays timeZone date
   departments communes kind side type published access updated checkedOn version asOf region`.split(
    /\s+/,
  ),
);

/** The same data, with script in every text and every address. */
export function spoil<T>(value: T, name = '', at = { address: 0 }): T {
  if (KEPT.has(name) && typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((each: unknown) => spoil(each, name, at)) as T;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, each]) => [
      key,
      spoil(each as unknown, key, at),
    ]);
    return Object.fromEntries(members) as T;
  }
  if (typeof value !== 'string') return value;
  if (!ADDRESSES.test(name)) return HOSTILE_TEXT as T;
  at.address += 1;
  return HOSTILE_ADDRESSES[at.address % HOSTILE_ADDRESSES.length] as T;
}

const contact = {
  label: 'Lien',
  phone: '15',
  email: 'sas@sante.example',
  url: 'https://a.example',
};
const article = {
  title: 'Titre',
  url: 'https://source.example/',
  summary: 'Résumé',
  type: 'guide',
  sector: ['Ville'],
  area: 'France',
  published: '2026-06-14',
  source: 'Source',
  sourceUrl: 'https://source.example/',
  licence: 'Licence',
  supersededBy: 'https://source.example/',
};
const notice = {
  facility: 'Urgences',
  access: 'regulated',
  from: '2026-11-23T00:00:00+01:00',
  phone: '15',
  source: 'Hôpital',
  sourceUrl: 'https://source.example/',
};

/** Of the text that stands in the place of every date. */
export const NO_DATE = 'pas une date';

/** Answers of a platform whose dates are none, below `/dates`. */
const undated: Record<string, unknown> = {
  '/dates/v1/territories': withoutDates({ items: listed, next: null }),
  '/dates/v1/territories/demonstration': withoutDates(territory),
  '/dates/v1/availability': withoutDates(results),
  '/dates/v1/specialties': { items: specialties, next: null },
  '/dates/v1/places': { items: places, next: null },
};

/** Answers of a platform that somebody took over, by path. */
export const hostileAnswers: Record<string, unknown> = {
  ...undated,
  '/v1/territories': spoil({ items: listed, next: null }),
  '/v1/territories/demonstration': spoil(territory),
};

/** Static files that somebody changed. */
export const hostileFiles: Record<string, unknown> = {
  '/territories.json': spoil({
    updated: '2026-03-01',
    territories: listed.map((each) => ({ ...each, contacts: [contact] })),
  }),
  '/numbers.json': spoil(territory),
  '/undated-territory.json': withoutDates(territory),
  '/undated-territories.json': withoutDates({ updated: '2026-03-01', territories: listed }),
  '/undated-news.json': withoutDates({ updated: '2026-11-01', news: [{ id: 'a', ...article }] }),
  '/undated-access.json': withoutDates({ notices: [notice] }),
  '/territory.json': {
    ...spoil(territory),
    accessNumbers: territory.accessNumbers.map((each) => ({ ...spoil(each), number: each.number })),
  },
  '/news.json': {
    updated: '2026-11-01',
    news: ['a', 'b', 'c', 'd'].map((id) => spoil({ id, ...article })),
  },
  '/access.json': { notices: ['a', 'b', 'c', 'd'].map(() => notice).map((each) => spoil(each)) },
};
