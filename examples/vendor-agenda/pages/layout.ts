import { html, type SafeHtml } from '@remix-run/html-template';
import type { Program } from '../program.ts';
import { NOTICES } from './words.ts';

/** A page of the program. */
export interface Page {
  readonly title: string;
  /** Address of the entry of the menu that it belongs to. */
  readonly menu?: string;
  readonly body: SafeHtml;
  /** Name of a notice of `NOTICES`. */
  readonly notice?: unknown;
  /** For people from outside the practice: without its menu. */
  readonly outside?: boolean;
  /** Script of the page, a module of this server. */
  readonly scripts?: readonly string[];
  /** HTTP status. Default 200. */
  readonly status?: number;
}

const MENU = [
  ['/agenda', 'Agendas'],
  ['/regulateurs', 'Comptes SAS'],
  ['/plateforme', 'SAS Kit'],
] as const;

const EMERGENCY = html`<aside class="emergency" aria-label="Urgence">
  <p>
    Urgence vitale ou doute&nbsp;: appelez le <a href="tel:15">15</a> ou le
    <a href="tel:112">112</a>. Vous ne pouvez pas parler ou entendre&nbsp;:
    <a href="sms:114">114</a> (SMS, application,
    <a href="https://www.urgence114.fr">urgence114.fr</a>).
  </p>
</aside>`;

const footer = (outside: boolean): SafeHtml =>
  html`<footer class="bottom">
    <p>
      Programme d’exemple de <strong>SAS Kit</strong>, projet indépendant, non publié par le
      ministère ni par l’ANS. Personnes et cabinets fictifs.
      ${outside ? null : 'Un vrai logiciel demande de se connecter avant ces pages.'}
    </p>
  </footer>`;

function noticeOf(name: unknown): SafeHtml | null {
  const text = typeof name === 'string' && Object.hasOwn(NOTICES, name) ? NOTICES[name] : undefined;
  if (text === undefined) return null;
  const role = name === 'pris' ? 'alert' : 'status';
  return html`<p class="notice" role="${role}" tabindex="-1" autofocus>${text}</p>`;
}

function menuEntry([address, label]: (typeof MENU)[number], current: string | undefined): SafeHtml {
  const mark = address === current ? html.raw` aria-current="page"` : null;
  return html`<li><a href="${address}" ${mark}>${label}</a></li>`;
}

const SKIP = html`<a class="skip" href="#contenu">Aller au contenu</a>`;

function header(name: string, { menu, outside = false }: Page): SafeHtml {
  const brand = html`<img src="/favicon.svg" alt="" width="36" height="36" />
    <strong>${name}</strong>`;
  if (outside)
    return html`<header class="top">
      ${SKIP}
      <p class="brand">${brand}</p>
    </header>`;
  return html`<header class="top">
    ${SKIP}
    <a class="brand" href="/agenda">${brand}</a>
    <nav aria-label="Pages">
      <ul>
        ${MENU.map((entry) => menuEntry(entry, menu))}
      </ul>
    </nav>
  </header>`;
}

/** The whole document. The emergency numbers come first, on every page. */
export function documentOf({ name }: Program, page: Page): string {
  const { title, body, notice, outside = false, scripts = [] } = page;
  const document = html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${name}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/public/site.css" />
        ${scripts.map((source) => html`<script type="module" src="${source}"></script>`)}
      </head>
      <body>
        ${EMERGENCY} ${header(name, page)}
        <main id="contenu" tabindex="-1">${noticeOf(notice)} ${body}</main>
        ${footer(outside)}
      </body>
    </html>`;
  return String(document);
}
