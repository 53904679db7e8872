import { html, type SafeHtml } from '@remix-run/html-template';
import type { PlatformOptions } from '../embedding-server/options.ts';

/** Where people are received. */
const HERE = { place: 'Le Havre', insee: '76351' };

/** The hospital's own text for the patient's sheet. */
const INSTRUCTIONS = html`<div slot="instructions" class="instructions">
  <p><strong>Centre hospitalier des Trois-Caps</strong>, service des urgences</p>
  <p>Gardez cette feuille et montrez-la au cabinet.</p>
  <p>
    Vous pouvez revenir aux urgences à tout moment, de jour comme de nuit. Une question avant le
    rendez-vous&nbsp;? Appelez l’accueil&nbsp;: 02&nbsp;61&nbsp;91&nbsp;00&nbsp;15.
  </p>
  <p>Texte de démonstration, non validé&nbsp;: chaque hôpital écrit le sien.</p>
</div>`;

/** The loader brings one copy of Lit: the policy admits its templates once. */
const SCRIPTS = ['/shared/token.js', '/public/desk.js', '/cdn/loader.js'];

function redirection({ url }: PlatformOptions): SafeHtml {
  return html`<section class="panel" aria-label="Réorientation">
      <sas-orientation
        base-url="${url}"
        mode="redirection"
        place="${HERE.place}"
        insee="${HERE.insee}"
      >
        ${INSTRUCTIONS}
        <p>La réorientation ne s’affiche pas&nbsp;? La personne reste aux urgences.</p>
      </sas-orientation>
    </section>
    <section class="panel" aria-label="Orientations du jour">
      <sas-orientation-list base-url="${url}"></sas-orientation-list>
    </section>`;
}

const NO_PLATFORM = html`<p class="panel" role="status">
  Pas de plateforme SAS&nbsp;: personne n’est réorienté d’ici. Relancez avec
  <code>--platform</code>.
</p>`;

/** The whole document of the desk. */
export function deskPage(platform: PlatformOptions | null): string {
  return String(
    html`<!doctype html>
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Accueil des urgences – Centre hospitalier des Trois-Caps (fictif)</title>
          <link rel="icon" href="/shared/mark.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/shared/base.css" />
          <link rel="stylesheet" href="/public/site.css" />
          ${
            platform === null
              ? null
              : SCRIPTS.map((path) => html`<script type="module" src="${path}"></script>`)
          }
        </head>
        <body>
          <header>
            <a class="skip" href="#contenu">Aller au contenu</a>
            <p class="ribbon">Démonstration&nbsp;: hôpital fictif, aucune personne n’est réelle.</p>
            <p class="brand"><a href="/">Centre hospitalier des Trois-Caps</a></p>
          </header>
          <aside class="reminder" aria-label="Rappel">
            <strong>Garder la personne aux urgences est toujours possible.</strong>
            Au moindre doute, gardez-la ou demandez au médecin.
          </aside>
          <main id="contenu" tabindex="-1">
            <h1>Accueil des urgences</h1>
            <p>
              N’écrivez ici ni nom, ni numéro, ni motif&nbsp;: rien de la personne n’est demandé.
            </p>
            ${platform === null ? NO_PLATFORM : redirection(platform)}
          </main>
          <footer>
            <p>
              Programme d’exemple de <strong>SAS Kit</strong>, projet indépendant, non publié par le
              ministère ni par l’ANS. Un vrai service demande de se connecter avant cette page.
            </p>
          </footer>
        </body>
      </html>`,
  );
}
