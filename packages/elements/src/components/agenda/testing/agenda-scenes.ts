import { clock } from '../../../base/clock.ts';
import { failing, hanging, offline, refusal } from '../../../testing/fake-client.ts';
import { find, get, press, type as write, until, untilText } from '../../../testing/tree.ts';
import type { SasAgenda } from '../agenda.ts';
import { FakeAgenda, type Holdings, type Method } from './fake-agenda.ts';
import * as fixtures from './agenda-fixtures.ts';

/** A state of the agenda: what the platform holds and answers, what the reader does. */
export interface AgendaScene {
  holdings?: Partial<Holdings>;
  answers?: Partial<Record<Method, () => Promise<unknown>>>;
  attributes?: Record<string, string>;
  act?: (element: SasAgenda) => Promise<void>;
}

/** The reader is in Le Havre and the clock stands still at the time of the fixtures. */
export function standStill(): void {
  clock.zone = () => fixtures.zone;
  clock.today = () => Date.parse(fixtures.asOf);
}

/** The element of a scene, not yet on the page. */
export function createAgenda({
  holdings = {},
  answers = {},
  attributes = {},
}: AgendaScene): SasAgenda {
  const element = document.createElement('sas-agenda');
  const client = new FakeAgenda(holdings);
  Object.assign(client.answers, answers);
  element.client = client;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

export const cell = (id: string): string => `[data-cell="${id}"]`;

/** Opens the details of a slot, on its day where one is shown at a time. */
export async function open(element: SasAgenda, id: string): Promise<void> {
  await until(element, '.week:not([aria-busy=true])');
  if (!find(element, cell(id))) element.week = `2026-11-${id.slice(2, 4)}`;
  (await until(element, cell(id))).click();
  await until(element, '#panel-title');
}

/** Chooses a box or a radio by its label. */
export async function choose(element: SasAgenda, ...labels: string[]): Promise<void> {
  for (const label of labels) {
    const found = [...(element.shadowRoot?.querySelectorAll('label') ?? [])].find((other) =>
      other.textContent.trim().startsWith(label),
    );
    if (!found) throw new Error(`no choice « ${label} »`);
    found.click();
    await element.updateComplete;
  }
}

/** Opens the form of a slot. */
export async function openForm(element: SasAgenda): Promise<void> {
  (await until(element, '#add-slot')).click();
  await until(element, '[part=form]');
}

/** Sends the open form. */
export async function send(element: SasAgenda): Promise<void> {
  get(element, '[part=form] [type=submit]').click();
  await element.updateComplete;
}

/** Fills a single slot on a day of the week. */
export async function fillSlot(
  element: SasAgenda,
  [date, from, to]: [string, string, string] = ['2026-11-24', '10:00', '10:15'],
): Promise<void> {
  await openForm(element);
  write(element, '#date', date);
  write(element, '#from', from);
  write(element, '#to', to);
  await choose(element, 'Consultation au cabinet', 'Public');
}

/** Opens the form that moves a slot of Tuesday. */
async function openMove(element: SasAgenda): Promise<void> {
  await open(element, 's-24-0920');
  press(element, 'Déplacer');
  await untilText(element, 'Déplacer le créneau');
}

/** Opens the copying of the week, its preview read. */
async function openCopyWeek(element: SasAgenda): Promise<void> {
  (await until(element, '#copy-week')).click();
  await until(element, '#next-step');
}

const showing =
  (text: string) =>
  (element: SasAgenda): Promise<void> =>
    untilText(element, text);

const pressing =
  (...buttons: string[]) =>
  async (element: SasAgenda): Promise<void> => {
    for (const text of buttons) {
      await untilText(element, text);
      press(element, text);
      await element.updateComplete;
    }
  };

export const agendaScenes = {
  loading: { answers: { 'schedules.list': hanging } },
  'loading the week': { answers: { 'slots.list': hanging, 'rules.list': hanging } },
  week: { act: showing('4K7P') },
  'several agendas': {
    holdings: { schedules: [fixtures.schedule, fixtures.reunion] },
    attributes: { schedule: 'schedule-reunion' },
    act: showing('heure de La Réunion'),
  },
  empty: {
    holdings: { slots: [], rules: [], absences: [] },
    act: showing('Aucun créneau cette semaine'),
  },
  'no agenda': { holdings: { schedules: [] }, act: showing('Aucun agenda n’est ouvert') },
  error: {
    answers: { 'schedules.list': failing(offline()) },
    act: showing('Le service ne répond pas'),
  },
  'week error': {
    answers: { 'slots.list': failing(offline()), 'rules.list': failing(offline()) },
    act: showing('Le service ne répond pas'),
  },
  partial: {
    answers: { 'appointments.list': failing(refusal('unavailable', 503)) },
    act: showing('Les références des rendez-vous'),
  },
  'free slot': { act: (element) => open(element, 's-24-0920') },
  'booked slot': { act: (element) => open(element, 's-25-1000') },
  'pushed slot': { act: (element) => open(element, 's-27-1140') },
  'withdrawn slot': { act: (element) => open(element, 's-26-0900') },
  'asked to withdraw': {
    act: async (element) => {
      await open(element, 's-24-0830');
      await pressing('Retirer ce créneau')(element);
      await untilText(element, 'Celui-ci seulement');
    },
  },
  withdrawn: {
    act: async (element) => {
      await open(element, 's-24-0920');
      await pressing('Retirer ce créneau')(element);
      await untilText(element, 'Créneau retiré');
    },
  },
  'slot form': { act: openForm },
  'range form': {
    act: async (element) => {
      await openForm(element);
      await choose(
        element,
        'Une plage',
        'Consultation au cabinet',
        'Public',
        'Visible du public sur',
      );
    },
  },
  'weekly form': {
    act: async (element) => {
      await openForm(element);
      await choose(element, 'Chaque semaine', 'Téléconsultation', 'CPTS');
      write(element, '#from', '09:00');
      write(element, '#to', '12:00');
    },
  },
  'long slot': {
    act: async (element) => {
      await fillSlot(element, ['2026-11-24', '10:00', '12:00']);
      await untilText(element, 'Plus d’une heure');
    },
  },
  'form errors': {
    act: async (element) => {
      await openForm(element);
      await send(element);
      await untilText(element, 'Choisissez au moins une modalité');
    },
  },
  overlap: {
    act: async (element) => {
      await fillSlot(element, ['2026-11-24', '09:00', '09:15']);
      await untilText(element, 'À la même heure');
      await send(element);
      await untilText(element, 'Un autre créneau de cet agenda');
    },
  },
  'rule form': {
    act: async (element) => {
      (await until(element, '[data-rule="rule-2"] .edit')).click();
      await untilText(element, 'Modifier la règle');
    },
  },
  'asked to delete': {
    act: async (element) => {
      (await until(element, '[data-rule="rule-1"] .delete')).click();
      await untilText(element, 'Oui, supprimer');
    },
  },
  'absence form': {
    act: async (element) => {
      (await until(element, '#add-absence')).click();
      await untilText(element, 'Journées entières');
      await choose(element, 'Journées entières');
    },
  },
  'absence ended': {
    act: async (element) => {
      (await until(element, '[data-absence="absence-1"] button')).click();
      await untilText(element, 'Absence terminée');
    },
  },
  day: { attributes: { view: 'day' }, act: showing('Rendez-vous du jour') },
  'empty day': {
    attributes: { view: 'day', week: '2026-11-28' },
    act: showing('Aucun créneau ce jour'),
  },
  added: {
    act: async (element) => {
      await fillSlot(element);
      await send(element);
      await untilText(element, 'Créneau ajouté');
    },
  },
  'move form': { act: openMove },
  'move refused': {
    act: async (element) => {
      await openMove(element);
      write(element, '#from', '11:00');
      write(element, '#to', '11:15');
      const client = element.client as FakeAgenda;
      client.change('s-24-0920', { booked: 1, status: 'full' });
      await send(element);
      await untilText(element, 'Rien n’a été déplacé');
    },
  },
  'copy form': {
    act: async (element) => {
      await open(element, 's-25-1000');
      await pressing('Copier')(element);
      await untilText(element, 'Copier le créneau');
    },
  },
  'overlaps elsewhere': {
    holdings: {
      schedules: [fixtures.schedule, fixtures.reunion],
      elsewhere: { 'schedule-reunion': [fixtures.elsewhere] },
    },
    act: async (element) => {
      await fillSlot(element, ['2026-11-24', '11:30', '12:00']);
      await untilText(element, 'deux endroits à la fois');
    },
  },
  'copy week': { act: openCopyWeek },
  'copy week in part': {
    holdings: { slots: [...fixtures.slots, ...fixtures.nextWeek] },
    act: async (element) => {
      await openCopyWeek(element);
      const client = element.client as FakeAgenda;
      // Somebody publishes at the same time.
      client.holdings.slots.push(fixtures.meanwhile);
      get(element, '#next-step').click();
      await untilText(element, 'Réessayer celui qui manque');
    },
  },
  'exceptions of a rule': {
    act: async (element) => {
      (await until(element, '[data-rule="rule-2"] .edit')).click();
      await untilText(element, 'Modifier la règle');
      await choose(element, 'Une semaine sur deux', 'Sauf les jours fériés');
      write(element, '#exceptDate', '2027-02-12');
      await element.updateComplete;
      press(element, 'Ajouter ce jour');
      await untilText(element, 'Vendredi 12 février');
    },
  },
  'absence over bookings': {
    act: async (element) => {
      (await until(element, '#add-absence')).click();
      await untilText(element, 'Journées entières');
      write(element, '#fromDate', '2026-11-23');
      write(element, '#toDate', '2026-11-24');
      await untilText(element, '3 rendez-vous sont déjà pris');
      await until(element, '#warning');
    },
  },
  'private feed': {
    act: async (element) => {
      (await until(element, '#feed')).click();
      await pressing('Créer l’adresse privée')(element);
      await until(element, '#feed-url');
    },
  },
} satisfies Record<string, AgendaScene>;
