import { clock } from '../../../base/clock.ts';
import { failing, hanging, offline, refusal } from '../../../testing/fake-client.ts';
import * as fixtures from '../../../testing/fixtures.ts';
import { get, press, type as write, untilText } from '../../../testing/tree.ts';
import type { SasTerritorySettings } from '../territory-settings.ts';
import { FakeTerritories, faulty, territory, waiting } from './fake-territories.ts';

/** A state of the element. */
export interface SettingsScene {
  attributes?: Record<string, string>;
  platform?: () => FakeTerritories;
  act?: (element: HTMLElement) => Promise<void>;
}

/** What a fake answers in place of its own. */
function answering(answers: FakeTerritories['answers'], pending = [waiting]): FakeTerritories {
  const fake = new FakeTerritories({}, pending);
  fake.answers = answers;
  return fake;
}

/** An element of a scene, not yet on the page. */
export function createSettings(scene: SettingsScene): SasTerritorySettings {
  // A lead in the territory's zone, wherever the browser runs.
  clock.zone = () => fixtures.zone;
  const element = document.createElement('sas-territory-settings');
  element.client = { territories: scene.platform?.() ?? new FakeTerritories() };
  for (const [name, value] of Object.entries({ territory: territory.id, ...scene.attributes })) {
    element.setAttribute(name, value);
  }
  return element;
}

const showing = (text: string) => (element: HTMLElement) => untilText(element, text);

/** Opens a part of the form. */
export async function open(element: HTMLElement, part: string): Promise<void> {
  await untilText(element, 'Numéros d’accès');
  get<HTMLDetailsElement>(element, `#${part}`).open = true;
}

/** Writes another label for the second number. */
export async function relabel(element: HTMLElement): Promise<void> {
  await open(element, 'accessNumbers');
  write(element, '#accessNumbers-1-label', 'Médecine de garde');
  await untilText(element, 'modifié');
}

/** Says from when it is to hold. */
export function dated(element: HTMLElement, at = '2027-02-01T08:00'): void {
  write(element, '#effectiveFrom', at);
}

export const settingsScenes = {
  form: { act: showing('Numéros d’accès') },
  'all open': {
    act: async (element) => {
      await open(element, 'accessNumbers');
      for (const part of ['openingHours', 'statuses', 'partners', 'dangerSigns', 'publicBooking']) {
        await open(element, part);
      }
    },
  },
  loading: { platform: () => answering({ get: hanging }) },
  'no territory': { attributes: { territory: '' }, act: showing('Aucun territoire') },
  'not yours': {
    platform: () => answering({ changes: failing(refusal('forbidden', 403)) }),
    act: showing('Vous ne dirigez pas'),
  },
  offline: {
    platform: () => answering({ get: failing(offline()) }),
    act: showing('Le service ne répond pas'),
  },
  changed: { act: relabel },
  preview: {
    act: async (element) => {
      await relabel(element);
      dated(element);
      press(element, 'Voir ce que verra le public');
      await untilText(element, 'avec ce changement');
    },
  },
  saved: {
    act: async (element) => {
      await relabel(element);
      press(element, 'Enregistrer');
      await untilText(element, 'C’est en vigueur');
    },
  },
  scheduled: {
    act: async (element) => {
      await relabel(element);
      dated(element);
      await untilText(element, 'Programmer');
      press(element, 'Programmer');
      await untilText(element, 'Programmé :');
    },
  },
  faulty: {
    platform: () =>
      answering({
        update: failing(
          faulty(
            { pointer: '/accessNumbers/0/number', code: 'emergency-number' },
            { pointer: '/openingHours/0/sas/1/to', code: 'end-before-start' },
          ),
        ),
      }),
    act: async (element) => {
      await relabel(element);
      press(element, 'Enregistrer');
      await untilText(element, '2 champs à corriger');
    },
  },
  conflict: {
    act: async (element) => {
      await relabel(element);
      const { territories } = (element as SasTerritorySettings).client!;
      (territories as FakeTerritories).changeElsewhere({ partners: [] });
      press(element, 'Enregistrer');
      await untilText(element, 'est gardé');
    },
  },
  'not sent': {
    platform: () => answering({ update: failing(offline()) }),
    act: async (element) => {
      await relabel(element);
      press(element, 'Enregistrer');
      await untilText(element, 'Le service ne répond pas');
    },
  },
  pending: { platform: () => new FakeTerritories({}, [waiting]), act: showing('4 janvier') },
  'asked to withdraw': {
    platform: () => new FakeTerritories({}, [waiting]),
    act: async (element) => {
      await untilText(element, 'Retirer ce changement');
      press(element, 'Retirer ce changement');
      await untilText(element, 'Oui, le retirer');
    },
  },
  withdrawn: {
    platform: () => new FakeTerritories({}, [waiting]),
    act: async (element) => {
      await untilText(element, 'Retirer ce changement');
      press(element, 'Retirer ce changement');
      await untilText(element, 'Oui, le retirer');
      press(element, 'Oui, le retirer');
      await untilText(element, 'Changement retiré');
    },
  },
  'long texts': {
    platform: () =>
      new FakeTerritories({
        name: 'Territoire de la vallée et du plateau '.repeat(5).trim(),
        partners: Array.from({ length: 4 }, (_, index) => ({
          name: `Communauté professionnelle territoriale de santé de démonstration numéro ${index} `
            .repeat(3)
            .trim(),
          kind: 'cpts',
        })),
      }),
    act: (element) => open(element, 'partners'),
  },
} satisfies Record<string, SettingsScene>;
