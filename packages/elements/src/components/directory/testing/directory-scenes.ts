import { failing, hanging, offline } from '../../../testing/fake-client.ts';
import type { Scenes } from '../../../testing/scenes.ts';
import { get, type as write, untilText } from '../../../testing/tree.ts';
import { listed, long } from './directory-fixtures.ts';

/** Address of a list beside this file, on the page's own site. */
export const staticList = new URL('./territories.json', import.meta.url).href;

const page =
  (items: typeof listed, next: string | null = null) =>
  async () => ({ items, next });
const listedPages = page(listed);
const showing = (text: string) => (element: HTMLElement) => untilText(element, text);

export const directoryScenes = {
  list: { script: { territories: listedPages }, act: showing('Le Havre – Fécamp') },
  open: {
    script: { territories: listedPages },
    act: async (element) => {
      await untilText(element, 'Le Havre – Fécamp');
      for (const card of element.shadowRoot?.querySelectorAll('details') ?? []) card.open = true;
    },
  },
  filtered: {
    script: { territories: listedPages },
    attributes: { region: 'Auvergne-Rhône-Alpes' },
    act: showing('2 SAS sur 4'),
  },
  'no match': {
    script: { territories: listedPages },
    act: async (element) => {
      await untilText(element, 'Le Havre – Fécamp');
      write(element, '#text', 'Atlantide');
      await untilText(element, 'Aucun SAS ne correspond');
    },
  },
  empty: { script: { territories: page([]) }, act: showing('Aucun SAS dans cette liste') },
  loading: { script: { territories: hanging } },
  partial: {
    script: {
      territories: async (query) => {
        if (query?.cursor !== undefined) throw offline();
        return { items: listed, next: 'page-2' };
      },
    },
    act: showing('elle est incomplète'),
  },
  error: { script: { territories: failing(offline()) }, act: showing('Le service ne répond pas') },
  offline: {
    script: { territories: listedPages },
    act: async (element) => {
      await untilText(element, 'Le Havre – Fécamp');
      const { client } = element as HTMLElement & {
        client: { script: { territories: unknown } };
      };
      client.script.territories = failing(offline());
      await (element as unknown as { refresh(): Promise<void> }).refresh();
      await untilText(element, 'La liste ci-dessous a été lue à');
    },
  },
  'static file': { attributes: { src: staticList }, act: showing('Havre de démonstration') },
  'file not there': {
    attributes: { src: staticList.replace('territories.json', 'nothing.json') },
    act: showing('n’est pas à son adresse'),
  },
  'long texts': {
    script: { territories: page([long]) },
    act: async (element) => {
      await untilText(element, 'Territoire de démonstration');
      get<HTMLDetailsElement>(element, 'details').open = true;
    },
  },
} satisfies Scenes;
