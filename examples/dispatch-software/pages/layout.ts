import { html, type SafeHtml } from '@remix-run/html-template';

/** A page of the program. */
export interface Page {
  readonly title: string;
  readonly body: SafeHtml;
  /** Scripts of the page, modules of this server. */
  readonly scripts?: readonly string[];
  /** HTTP status. Default 200. */
  readonly status?: number;
}

/** The whole document. */
export function documentOf({ title, body, scripts = [] }: Page): string {
  const all = ['/public/desk.js', ...scripts];
  return String(
    html`<!doctype html>
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} – Régulation de démonstration</title>
          <link rel="icon" href="/shared/mark.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/shared/base.css" />
          <link rel="stylesheet" href="/public/site.css" />
          ${all.map((path) => html`<script type="module" src="${path}"></script>`)}
        </head>
        <body>
          <a class="skip" href="#contenu">Aller au contenu</a>
          <header>
            <p class="ribbon">Démonstration&nbsp;: aucun dossier n’est réel.</p>
            <p class="brand"><a href="/">Régulation de démonstration</a></p>
          </header>
          <p class="frozen" id="frozen" role="alert" hidden></p>
          <main id="contenu">${body}</main>
          <footer>
            <p>
              Programme d’exemple de <strong>SAS Kit</strong>, projet indépendant, non publié par le
              ministère ni par l’ANS. Un vrai logiciel demande de se connecter avant ces pages.
            </p>
          </footer>
        </body>
      </html>`,
  );
}
