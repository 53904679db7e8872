import { html, type SafeHtml } from '@remix-run/html-template';
import type { Account } from '../store/accounts.ts';
import type { Desk } from './desk.ts';
import { refusalPage } from './error-page.ts';
import type { Page } from './layout.ts';
import type { Reply } from './reply.ts';
import { nameOf } from './words.ts';

/** Stands in for Pro Santé Connect, whose real door needs an agreement with the ANS. */
export function signInPage({ program }: Desk, returnTo: string): Page {
  const accounts = program.store.accounts
    .all()
    .filter(({ active, kind, value }) => active && kind === 'national' && value !== null);
  return {
    title: 'Imitation de Pro Santé Connect',
    outside: true,
    body: html`<h1>Imitation de Pro Santé Connect</h1>
      <p>
        Cette page n’est pas celle de Pro Santé Connect, service du ministère de la Santé et de la
        Prévention&nbsp;: elle en tient lieu pour l’essai et vous croit sur parole. Dites quel
        régulateur fictif vous êtes.
      </p>
      <form class="panel" method="post" action="/pro-sante-connect">
        <input type="hidden" name="retour" value="${returnTo}" />
        ${accounts.length === 0 ? html`<p>Le SAS n’a encore créé aucun compte avec un identifiant national.</p>` : accountChoice(accounts)}
        <label class="field">
          <span
            >${accounts.length === 0 ? 'Identifiant national' : 'Ou un autre identifiant national'}</span
          >
          <input name="autre" autocomplete="off" maxlength="100" />
        </label>
        <button>Se connecter</button>
      </form>`,
  };
}

function accountChoice(accounts: readonly Account[]): SafeHtml {
  return html`<fieldset>
    <legend>Comptes connus</legend>
    ${accounts.map(
      (account) =>
        html`<label class="switch">
          <input type="radio" name="identifiant" value="${account.value}" />
          <span>${nameOf(account)} (${account.value})</span>
        </label>`,
    )}
  </fieldset>`;
}

/** What the form sends. */
export interface SignIn {
  readonly returnTo: string;
  readonly nationalId: string;
}

/** Opens a session and goes back to the booking address. */
export function signIn({ sessions }: Desk, { returnTo, nationalId }: SignIn): Reply {
  if (!isBookingAddress(returnTo) || nationalId === '') {
    return refusalPage(
      400,
      'Connexion impossible',
      'Repassez par la recherche du SAS, puis dites qui vous êtes.',
    );
  }
  return { redirect: returnTo, session: sessions.open(nationalId.slice(0, 100)) };
}

/** An address of another site would make an open redirect. */
export const isBookingAddress = (address: string): boolean =>
  /^\/(?:rdv|sos)(?:\?|$)/.test(address);
