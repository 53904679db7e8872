import { html, type SafeHtml } from '@remix-run/html-template';
import type { Account } from '../store/accounts.ts';
import type { Desk } from './desk.ts';
import type { Page } from './layout.ts';
import { nameOf } from './words.ts';

/** Accounts of regulators that SAS made (INT_R02). */
export function accountsPage({ program }: Desk): Page {
  const accounts = program.store.accounts.all();
  return {
    title: 'Comptes SAS',
    menu: '/regulateurs',
    body: html`<div class="heading">
        <h1>Comptes de régulateurs reçus du SAS</h1>
        <p class="quiet">
          Le SAS les crée, les change et les désactive. Ils n’ouvrent rien par eux-mêmes&nbsp;:
          leurs droits valent pour une visite qui vient du SAS.
        </p>
      </div>
      ${
        accounts.length === 0
          ? html`<p>Aucun compte reçu pour l’instant.</p>`
          : html`<ul class="cards">
              ${accounts.map(card)}
            </ul>`
      }`,
  };
}

function card(account: Account): SafeHtml {
  const { active, email, kind, value } = account;
  const identifier =
    value === null
      ? 'sans identifiant\u00a0: repris par un autre compte'
      : `${kind === 'national' ? 'identifiant national' : 'identifiant technique du SAS'} ${value}`;
  return html`<li class="card">
    <h2>${nameOf(account)}</h2>
    <p>${identifier}</p>
    <p>${email}</p>
    <p><span class="tag ${active ? 'sent' : 'kept'}">${active ? 'Actif' : 'Désactivé'}</span></p>
  </li>`;
}
