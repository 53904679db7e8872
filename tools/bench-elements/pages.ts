import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Platform } from './platform.ts';

const components = new URL('../../packages/elements/src/components/', import.meta.url);
const EMERGENCY =
  '<p>Urgence vitale ou doute : appelez le <a href="tel:15">15</a> ou le ' +
  '<a href="tel:112">112</a>. Vous ne pouvez pas parler ou entendre : <a href="sms:114">114</a> ' +
  '(SMS, application, <a href="https://www.urgence114.fr">urgence114.fr</a>).</p>';

/** What an element shows only once the platform has answered: an error is not what is measured. */
const SHOWN: Readonly<Record<string, string>> = {
  'sas-booking': '[data-cell]',
  'sas-availability': '[data-cell]',
  'sas-agenda': '[part~=week]',
  'sas-participation': '[part~=form]',
  'sas-territory-settings': '[part~=form]',
  'sas-editor-status': '.top',
  'sas-orientation': '[part~=pane]',
  'sas-orientation-list': '.top',
  'sas-statistics': '[part~=part]',
  'sas-when-to-call': '.now',
};

/** The attributes that a page gives to each element. Files are served beside the page. */
export const TAGS: Readonly<Record<string, string>> = {
  'sas-booking': 'base-url="/" place="Le Havre" insee="76351"',
  'sas-availability': 'base-url="/" place="Le Havre" insee="76351"',
  'sas-when-to-call': 'base-url="/" territory="le-havre-fecamp"',
  'sas-agenda': 'base-url="/"',
  'sas-participation': 'base-url="/"',
  'sas-territory-settings': 'base-url="/" territory="le-havre-fecamp"',
  'sas-editor-status': 'base-url="/"',
  'sas-statistics': 'base-url="/" territory="le-havre-fecamp"',
  'sas-orientation': 'base-url="/" place="Le Havre" insee="76351"',
  'sas-orientation-list': 'base-url="/"',
  'sas-access-notice': 'src="access.json"',
  'sas-directory': 'src="territories.json"',
  'sas-news': 'src="news.json"',
  'sas-join': 'support-email="appui@sas.example"',
  'sas-pathway': 'number="116117"',
};

/** Elements of a desk, and which token of the platform their page gives them. */
const DESK: Readonly<Record<string, keyof Platform['tokens']>> = {
  'sas-agenda': 'practitioner',
  'sas-participation': 'practitioner',
  'sas-territory-settings': 'territory-lead',
  'sas-editor-status': 'administrator',
  'sas-orientation': 'unscheduled-care-operator',
  'sas-statistics': 'territory-lead',
};

/** What `docs/embedding.md` tells a page to reserve, so that what follows an element stays where it is. */
export const RESERVED = `:is(${Object.keys(TAGS).join(', ')}) { display: block; min-block-size: 100vh; }`;

const text = '<p>Les cabinets de notre ville reçoivent sur rendez-vous. </p>'.repeat(3);

function documentOf(tag: string, key: string): string {
  const session = tag in DESK ? `<script type="module" src="${tag}.js"></script>` : '';
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Site</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>body { margin: 1rem; font-family: sans-serif } ${RESERVED}</style>${session}
    <script type="module" src="/cdn/${tag}.js"></script></head>
    <body><header><h1>Se soigner au Havre</h1>${text}</header>
    <main><${tag} ${(TAGS[tag] ?? '').replace('base-url', `key="${key}" base-url`)}>${EMERGENCY}</${tag}></main><footer>${text}</footer></body></html>`;
}

const file = (path: string) => readFile(new URL(path, components), 'utf8');

/** Serves a page of each element on the platform's origin: `/bench/sas-booking`. */
export async function addPages(page: Page, { address, key, tokens }: Platform): Promise<void> {
  const files: Record<string, readonly [type: string, body: string]> = {
    'access.json': ['application/json', await file('access-notice/testing/access.json')],
    'territories.json': ['application/json', await file('directory/testing/territories.json')],
    'news.json': ['application/json', await file('news/testing/news.json')],
  };
  for (const [tag, holder] of Object.entries(DESK)) {
    const token = JSON.stringify(tokens[holder]);
    files[`${tag}.js`] = [
      'text/javascript',
      `document.querySelector('${tag}').getToken = async () => ${token};`,
    ];
  }
  await page.route(`${address}/bench/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice('/bench/'.length);
    const [contentType, body] = files[name] ?? ['text/html; charset=utf-8', documentOf(name, key)];
    return route.fulfill({ contentType, body });
  });
}

/** Opens the page of an element. */
export async function openElement(page: Page, { address }: Platform, tag: string): Promise<void> {
  await page.goto(`${address}/bench/${tag}`);
  await page
    .locator(`${tag} ${SHOWN[tag] ?? '.root'}`)
    .first()
    .waitFor();
  await settled(page, tag);
}

/** Waits until the element shows what it loads, and two frames more. */
export async function settled(page: Page, tag: string): Promise<void> {
  await page.waitForFunction((name) => {
    const roots = (root: ParentNode): ParentNode[] => [
      root,
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot === null ? [] : roots(shadowRoot),
      ),
    ];
    const shadow = document.querySelector(name)?.shadowRoot;
    const all = shadow ? roots(shadow) : [];
    const text = all.map((root) => (root as Node).textContent).join('');
    // More than the emergency text, and nothing that is still awaited.
    return (
      text.length > 300 && !all.some((root) => root.querySelector('.skeleton, [aria-busy=true]'))
    );
  }, tag);
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
}
