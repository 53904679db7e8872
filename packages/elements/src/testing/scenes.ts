import type { SasClient } from '@sas-kit/client';
import { clock } from '../base/clock.ts';
import { emergencySnippet } from './snippet.ts';
import {
  failing,
  fakeClient,
  hanging,
  offline,
  refusal,
  type Script,
  type Streaming,
} from './fake-client.ts';
import * as fixtures from './fixtures.ts';
import { get, press, type as write, until, untilText } from './tree.ts';

/** A state of an element: what the platform answers, what the page sets, what the reader does. */
export interface Scene {
  script?: Partial<Script> & Streaming;
  attributes?: Record<string, string>;
  /** Fragment of the page's address. */
  fragment?: string;
  act?: (element: HTMLElement) => Promise<void>;
}

export type Scenes = Record<string, Scene>;

type Connected = HTMLElement & { client: Partial<SasClient> | undefined };

/** An element of a scene, not yet on the page, with the published snippet's text inside. */
export function create(tag: string, scene: Scene): Connected {
  // A reader in the fixtures' zone, wherever the browser runs.
  clock.zone = () => fixtures.zone;
  if (scene.script?.stream) clock.today = () => Date.parse(fixtures.asOf);
  const element = document.createElement(tag) as Connected;
  element.innerHTML = emergencySnippet;
  element.client = fakeClient(scene.script);
  for (const [name, value] of Object.entries(scene.attributes ?? {})) {
    element.setAttribute(name, value);
  }
  if (scene.fragment !== undefined) history.replaceState(null, '', scene.fragment);
  return element;
}

const around = { insee: '76351' };
const showing = (text: string) => (element: HTMLElement) => untilText(element, text);

export const availabilityScenes = {
  idle: {},
  loading: { attributes: around, script: { search: hanging } },
  results: { attributes: around, act: showing('Claire Ormelune') },
  expanded: {
    attributes: around,
    act: async (element) => {
      await untilText(element, '2 autres horaires');
      get(element, '.link').click();
    },
  },
  empty: {
    attributes: around,
    script: {
      search: async () =>
        fixtures.answer([fixtures.noneFree, fixtures.notConnected], {
          nextAvailable: '2026-11-26T09:00:00+01:00',
          enlargedFromKm: 10,
          radiusKm: 20,
        }),
    },
    act: showing('Pas de créneau en ligne'),
  },
  partial: {
    attributes: around,
    script: {
      search: async () =>
        fixtures.answer([fixtures.ormelune, fixtures.notAsked], { next: 'page-2' }),
    },
    act: showing('Certains agendas'),
  },
  error: {
    attributes: { ...around, territory: 'le-havre' },
    script: { search: failing(offline()) },
    act: showing('Le service ne répond pas'),
  },
  refused: {
    attributes: around,
    script: { search: failing(refusal('rate-limited', 429)) },
    act: showing('Trop de demandes'),
  },
  'places proposed': {
    act: async (element) => {
      write(element, '#place', 'havre');
      await until(element, '#places:not([hidden])');
    },
  },
  'place missing': {
    act: async (element) => {
      (await until(element, '.submit')).click();
      await untilText(element, 'Écrivez une commune');
    },
  },
} satisfies Scenes;

/** Chooses a slot of the search. */
export async function choose(element: HTMLElement, slot: string): Promise<void> {
  (await until(element, `[data-cell="${slot}"]`)).click();
}

/** Keeps the slot of the fixtures. */
export async function keep(element: HTMLElement): Promise<void> {
  await choose(element, 'm-24-0920');
  await until(element, '#name');
}

/** Fills the contact form and sends it. */
export function send(element: HTMLElement, name = 'Jeanne Roy', phone = '06 39 98 00 01'): void {
  write(element, '#name', name);
  write(element, '#phone', phone);
  get(element, '[part=form] [type=submit]:not(.submit)').click();
}

const link = '#sas-manage=appointment-1.token_123';

/** Opens the manage link and presses buttons, each once it is there. */
const managing =
  (...buttons: string[]) =>
  async (element: HTMLElement): Promise<void> => {
    await untilText(element, 'Référence');
    for (const text of buttons) {
      await untilText(element, text);
      press(element, text);
    }
  };

export const bookingScenes = {
  searching: { attributes: around, act: showing('Claire Ormelune') },
  holding: {
    attributes: around,
    script: { hold: hanging },
    act: async (element) => {
      await choose(element, 'm-24-0920');
      await untilText(element, 'Nous gardons');
    },
  },
  held: { attributes: around, act: keep },
  expiring: {
    attributes: around,
    script: { hold: async () => fixtures.hold({ remainingSeconds: 45 }) },
    act: keep,
  },
  expired: {
    attributes: around,
    script: { hold: async () => fixtures.hold({ remainingSeconds: 1 }) },
    act: async (element) => {
      await keep(element);
      await untilText(element, 'Le temps est passé');
    },
  },
  conflict: {
    attributes: around,
    script: {
      hold: failing(refusal('slot-taken', 409, { alternatives: fixtures.alternatives })),
    },
    act: async (element) => {
      await choose(element, 'm-24-0920');
      await untilText(element, 'Ce créneau vient d’être pris');
    },
  },
  refused: {
    attributes: around,
    script: { hold: failing(refusal('public-booking-off', 422)) },
    act: async (element) => {
      await choose(element, 'm-24-0920');
      await untilText(element, 'n’est pas ouverte ici');
    },
  },
  'form errors': {
    attributes: around,
    act: async (element) => {
      await keep(element);
      send(element, '', '06 12');
      await untilText(element, 'n’est pas complet');
    },
  },
  'not sent': {
    attributes: around,
    script: { book: failing(offline()) },
    act: async (element) => {
      await keep(element);
      send(element);
      await untilText(element, 'Le service ne répond pas');
    },
  },
  confirmed: {
    attributes: around,
    act: async (element) => {
      await keep(element);
      send(element);
      await untilText(element, 'Rendez-vous réservé');
    },
  },
  'walk-in': {
    attributes: around,
    act: async (element) => {
      await choose(element, 'd-walk-in');
      await untilText(element, 'Sans rendez-vous');
    },
  },
  elsewhere: {
    attributes: around,
    act: async (element) => {
      await choose(element, 'v-24-1140');
      await untilText(element, 'Aller sur le site du cabinet');
    },
  },
  opening: { fragment: link, script: { get: hanging }, act: showing('Nous cherchons') },
  managed: { fragment: link, act: managing() },
  'asked to cancel': {
    fragment: link,
    act: async (element) => {
      await managing('Annuler le rendez-vous')(element);
      await untilText(element, 'Oui, annuler');
    },
  },
  cancelled: {
    fragment: link,
    act: async (element) => {
      await managing('Annuler le rendez-vous', 'Oui, annuler')(element);
      await untilText(element, 'Rendez-vous annulé');
    },
  },
  moving: {
    fragment: link,
    act: async (element) => {
      await managing('Déplacer le rendez-vous')(element);
      await untilText(element, 'Claire Ormelune');
    },
  },
  moved: {
    fragment: link,
    act: async (element) => {
      await managing('Déplacer le rendez-vous')(element);
      await choose(element, 'm-25-0900');
      await untilText(element, 'Confirmer le déplacement');
      press(element, 'Déplacer le rendez-vous');
      await untilText(element, 'Rendez-vous déplacé');
    },
  },
  lost: {
    fragment: link,
    script: { get: failing(refusal('not-found', 404)) },
    act: showing('Rendez-vous introuvable'),
  },
} satisfies Scenes;
