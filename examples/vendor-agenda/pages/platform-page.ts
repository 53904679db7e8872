import { html } from '@remix-run/html-template';
import type { Desk } from './desk.ts';
import type { Page } from './layout.ts';

/** The agenda element of SAS Kit, in the vendor's own page. */
export function platformPage({ program }: Desk): Page {
  const { platform, key } = program;
  const title = 'Agenda SAS Kit';
  if (platform === null || key === null) {
    return {
      title,
      menu: '/plateforme',
      body: html`<h1>${title}</h1>
        <p>
          Pour voir ici l’élément <code>&lt;sas-agenda&gt;</code>, lancez
          <code>npm start -- --credentials FICHIER</code>, puis ce programme avec
          <code>--platform</code> et l’adresse de la plateforme, et <code>--key</code> et le jeton
          <code>practitioner</code> du fichier.
        </p>`,
    };
  }
  return {
    title,
    menu: '/plateforme',
    scripts: ['/public/platform.js', '/cdn/sas-agenda.js'],
    body: html`<h1>${title}</h1>
      <p class="quiet">Ce que ce praticien publie sur la plateforme ${platform}, modifiable ici.</p>
      <sas-agenda base-url="${platform}">
        <p>
          L’agenda ne s’affiche pas&nbsp;? Le programme le prépare au premier appel&nbsp;: attendez
          une minute, puis rechargez la page.
        </p>
      </sas-agenda>
      <p class="notice" id="connexion" role="status" hidden></p>`,
  };
}
