import { clock } from '../../../base/clock.ts';
import { failing, hanging, offline, refusal } from '../../../testing/fake-client.ts';
import * as fixtures from '../../../testing/fixtures.ts';
import { get, press, textOf, until, untilText, when } from '../../../testing/tree.ts';
import type { SasStatistics } from '../statistics.ts';
import {
  agendaStatistics,
  callStatistics,
  FakeService,
  figures,
  practitioner,
  reader,
  vendorStatistics,
} from './fake-service.ts';
import { agendas, ownAgendaStatistics } from './own-agendas.ts';

/** A state of the element. */
export interface StatisticsScene {
  service?: (service: FakeService) => void;
  attributes?: Readonly<Record<string, string>>;
  act?: (element: SasStatistics, service: FakeService) => Promise<void>;
}

const services = new WeakMap<SasStatistics, FakeService>();

/** The service that an element of a scene calls. */
export const serviceOf = (element: SasStatistics): FakeService => services.get(element)!;

/** An element of a scene, not yet on the page. */
export function createStatistics(scene: StatisticsScene): SasStatistics {
  // Whoever reads is in the fixtures' zone and day, wherever the browser runs.
  clock.zone = () => fixtures.zone;
  clock.today = () => Date.parse(fixtures.asOf);
  const element = document.createElement('sas-statistics');
  const service = new FakeService();
  scene.service?.(service);
  services.set(element, service);
  element.client = service.client;
  for (const [name, value] of Object.entries({
    from: '2026-11-02',
    to: '2026-11-15',
    ...scene.attributes,
  })) {
    element.setAttribute(name, value);
  }
  return element;
}

/** Plays what the reader does. */
export async function playStatistics(
  scene: StatisticsScene,
  element: SasStatistics,
): Promise<void> {
  await scene.act?.(element, serviceOf(element));
}

/** Waits until the charts are drawn, all but some parts have come, and the reader was told so. */
export async function drawn(element: HTMLElement, hanging = 0): Promise<void> {
  await until(element, 'svg[role=img]');
  const tree = element.shadowRoot!;
  await when(
    () =>
      tree.querySelectorAll('[aria-busy=true]').length === hanging &&
      (hanging > 0 || textOf(get(element, '[role=status]')) !== ''),
    'all parts',
  );
}

const showing = (text: string) => (element: HTMLElement) => untilText(element, text);
const drawnWith = (text: string) => async (element: HTMLElement) => {
  await drawn(element);
  await untilText(element, text);
};

/** A day with counts that are too small, one that is masked whole, one without calls. */
const withMasked: FakeService['calls'] = (query) => {
  const answer = callStatistics(query);
  const items = answer.items.map((item, at) =>
    at === 2
      ? { ...item, abandoned: null, unfinished: null, answeredPercent: null }
      : at === 4
        ? {
            ...figures(item.from, item.to, 0, 0),
            presented: null,
            answered: null,
            answeredPercent: null,
          }
        : at === 6
          ? figures(item.from, item.to, 0, 0)
          : item,
  );
  return { ...answer, items };
};

export const statisticsScenes = {
  figures: { act: (element) => drawn(element) },
  table: {
    act: async (element) => {
      await drawn(element);
      press(element, 'Voir le tableau');
      await untilText(element, 'Cacher le tableau');
    },
  },
  'with masked figures': {
    service: (service) => {
      service.calls = withMasked;
    },
    act: async (element) => {
      await drawn(element);
      press(element, 'Voir le tableau');
      await untilText(element, 'Cacher le tableau');
    },
  },
  'for an authority': {
    service: (service) => {
      service.session = reader({ roles: ['authority'], territories: [] });
    },
    attributes: { from: '2026-10-01', to: '2026-10-31' },
    act: (element) => drawn(element),
  },
  'other dates': {
    act: async (element) => {
      await drawn(element);
      get<HTMLInputElement>(element, '#to').value = '2026-11-01';
      get(element, '#to').dispatchEvent(new Event('input'));
      press(element, 'Afficher ces dates');
      await untilText(element, 'La seconde date est avant la première.');
    },
  },
  'without targets': {
    service: (service) => {
      const targets = { answeredPercent: null, within30sPercent: null, within60sPercent: null };
      service.calls = (query) => callStatistics(query, { targets });
    },
    act: (element) => drawn(element),
  },
  preparing: {
    service: (service) => {
      service.answers = { session: hanging };
    },
  },
  loading: {
    service: (service) => {
      service.answers = { calls: hanging };
    },
    act: (element) => drawn(element, 1),
  },
  empty: {
    service: (service) => {
      service.calls = (query) => callStatistics(query, { total: figures('', '', 0, 0) });
    },
    act: drawnWith('Aucun appel n’a été reçu'),
  },
  'not read': {
    service: (service) => {
      service.answers = { calls: failing(offline()) };
    },
    act: drawnWith('Ces chiffres n’ont pas pu être lus.'),
  },
  'one not read': {
    service: (service) => {
      service.answers = { orientations: failing(offline()) };
    },
    act: drawnWith('Ces chiffres n’ont pas pu être lus.'),
  },
  'agendas and vendors not read': {
    service: (service) => {
      service.answers = { agenda: failing(offline()), vendors: failing(offline()) };
    },
    act: drawnWith('Ces chiffres n’ont pas pu être lus.'),
  },
  'agendas and vendors empty': {
    service: (service) => {
      service.agenda = (query) => {
        const answer = agendaStatistics(query);
        const none = { published: 0, used: 0, overbooked: 0, honoured: 0, noShows: 0 };
        return { ...answer, items: [], total: { ...answer.total, ...none } };
      };
      service.vendors = (query) => ({ ...vendorStatistics(query), items: [], totals: [] });
    },
    act: drawnWith('Aucun éditeur n’a été interrogé'),
  },
  'without the right to agendas': {
    service: (service) => {
      service.session = reader({ rights: ['statistics:read'] });
    },
    act: (element) => drawn(element),
  },
  'of one’s own agenda': {
    service: (service) => {
      service.session = practitioner();
    },
    attributes: { from: '', to: '' },
    act: (element) => drawn(element),
  },
  'of several agendas': {
    service: (service) => {
      service.session = practitioner({ roles: ['structure-manager'] });
      service.ownAgendas = (query) => ownAgendaStatistics(query, Object.values(agendas));
    },
    attributes: { from: '', to: '' },
    act: async (element) => {
      await drawn(element);
      press(element, 'Voir le tableau');
      await untilText(element, 'Cacher le tableau');
    },
  },
  'without slots of one’s own': {
    service: (service) => {
      service.session = practitioner({ roles: ['delegate'] });
      service.ownAgendas = (query) => ownAgendaStatistics(query, []);
    },
    attributes: { from: '', to: '' },
    act: showing('Vous n’avez publié aucun créneau'),
  },
  'nothing read': {
    service: (service) => {
      service.answers = { territories: failing(offline()) };
    },
    act: showing('Vérifiez votre connexion'),
  },
  'not yours': {
    service: (service) => {
      service.session = reader({ rights: [] });
    },
    act: showing('Votre rôle ne permet pas'),
  },
  refused: {
    service: (service) => {
      service.answers = { calls: failing(refusal('forbidden', 403)) };
    },
    act: drawnWith('Votre rôle ne permet pas'),
  },
  'no territory': {
    service: (service) => {
      service.territories = [];
    },
    act: showing('Aucun territoire'),
  },
} satisfies Record<string, StatisticsScene>;
