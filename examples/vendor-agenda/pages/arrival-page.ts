import { html } from '@remix-run/html-template';
import type { RegulatorAccount } from '@sas-kit/connector';
import { decideArrival } from '@sas-kit/connector/single-sign-on';
import { regulatorStore } from '../sas/regulators.ts';
import type { Opening } from '../store/slots.ts';
import { bookingPage } from './booking-page.ts';
import { type AgendaOwner, type Desk, ownerOf, ownerOfSlot } from './desk.ts';
import { refusalPage } from './error-page.ts';
import type { Page } from './layout.ts';
import { phoneLine } from './phone.ts';
import type { Reply } from './reply.ts';

/** Names by which SAS sends people: production, then before it. */
const NAMES = ['sas', 'sas-preprod'];

/** Somebody who follows a booking address, `Slot.comment`. */
export interface Arriving {
  /** Path and query of the request. */
  readonly url: string;
  /** Who Pro Santé Connect says they are. */
  readonly nationalId: string | null;
}

/** What a booking address leads to. */
export interface Target {
  readonly owner: AgendaOwner | null;
  readonly slot: Opening | null;
}

const REFUSALS = {
  'unknown-origin': [
    'Provenance inconnue',
    'Cette adresse dit venir d’un service que nous ne connaissons pas. Repassez par la recherche du SAS.',
  ],
  'no-account': [
    'Pas de compte ici',
    'Le SAS n’a pas créé de compte à votre nom dans ce logiciel. Demandez-le au gestionnaire de comptes de votre territoire, et réservez par téléphone en attendant.',
  ],
  disabled: [
    'Compte désactivé',
    'Le SAS a désactivé votre compte dans ce logiciel. Voyez le gestionnaire de comptes de votre territoire.',
  ],
} as const;

/**
 * Answers an arrival (flow V2). A regulator's rights come from the address, Pro Santé Connect and the
 * account, anew at each request: they last for the visit.
 *
 * @param act what to do in the name of the regulator; without it the booking page is shown.
 */
export async function arrive(
  desk: Desk,
  arriving: Arriving,
  act?: (regulator: RegulatorAccount, target: Target) => Promise<Reply>,
): Promise<Reply> {
  const regulators = regulatorStore(desk.program.store.accounts);
  const arrival = await decideArrival({ ...arriving, names: NAMES, regulators });
  switch (arrival.kind) {
    case 'login':
      return loginPage(desk, findTarget(desk, arriving.url));
    case 'refused': {
      const [title, sentence] = REFUSALS[arrival.reason];
      return refusalPage(403, title, sentence);
    }
    case 'authenticate':
      return { redirect: `/pro-sante-connect?retour=${encodeURIComponent(arrival.returnTo)}` };
    case 'open': {
      const target = findTarget(desk, arrival.agenda);
      if (act !== undefined) return act(arrival.regulator, target);
      return bookingPage(desk, arrival.regulator, target, arriving.url);
    }
  }
}

/** The slot by its whole address, else by its id; the practitioner by the slot, else by the address. */
export function findTarget({ program }: Desk, url: string): Target {
  const { slots } = program.store;
  const query = new URL(url, program.origin).searchParams;
  const slot = slots.findByAddress(url) ?? slots.find(query.get('creneau') ?? '');
  const owner =
    slot === null
      ? ownerOf(program, 'practitioner', query.get('praticien') ?? '')
      : ownerOfSlot(program, slot);
  return { owner, slot };
}

function loginPage({ program }: Desk, { owner, slot }: Target): Page {
  return {
    title: 'Connexion',
    outside: true,
    body: html`<h1>Connexion à ${program.name}</h1>
      <p>
        Les patients se connectent ici avec leur compte. Ce programme d’exemple n’en a pas&nbsp;:
        ${owner === null ? 'appelez votre cabinet.' : `pour un rendez-vous avec ${owner.name}, appelez le cabinet.`}
      </p>
      ${phoneLine(program, owner, slot)}
      <p>
        Vous êtes du cabinet&nbsp;? <a href="${owner?.path ?? '/agenda'}">Ouvrir l’agenda</a>. Vous
        régulez pour le SAS&nbsp;? Repassez par sa recherche&nbsp;: elle vous connecte avec Pro
        Santé Connect.
      </p>`,
  };
}
