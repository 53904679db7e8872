import type { ErrorCode } from '@sas-kit/client';
import { failing, hanging, offline, refusal } from '../../../testing/fake-client.ts';
import { get, type as write, until, untilText } from '../../../testing/tree.ts';
import type { SasParticipation } from '../participation.ts';
import { type Answers, FakeParticipation, type Holdings } from './fake-participation.ts';
import * as fixtures from './participation-fixtures.ts';

/** A state of the element: what the platform holds and answers, what the reader does. */
export interface ParticipationScene {
  holdings?: Partial<Holdings>;
  answers?: Answers;
  attributes?: Record<string, string>;
  act?: (element: SasParticipation, platform: FakeParticipation) => Promise<void>;
}

/** The element of a scene, not yet on the page, and the platform that it calls. */
export function createParticipation({
  holdings = {},
  answers = {},
  attributes = {},
}: ParticipationScene): { element: SasParticipation; platform: FakeParticipation } {
  const practitioner = { ...(holdings.practitioner ?? fixtures.throughCpts) };
  const platform = new FakeParticipation({ ...holdings, practitioner }, answers);
  const element = document.createElement('sas-participation');
  element.client = platform.client();
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return { element, platform };
}

/** Chooses a box or a radio by its label. */
export async function choose(element: SasParticipation, ...labels: string[]): Promise<void> {
  for (const label of labels) {
    const found = [...(element.shadowRoot?.querySelectorAll('label') ?? [])].find((other) =>
      other.textContent.trim().startsWith(label),
    );
    if (!found) throw new Error(`no choice « ${label} »`);
    found.click();
    await element.updateComplete;
  }
}

/** Sends the form. */
export async function save(element: SasParticipation): Promise<void> {
  get(element, '[type=submit]').click();
  await element.updateComplete;
}

/** What the platform says of several answers at once. */
export const incomplete = (errors: { pointer: string; code: ErrorCode }[]) =>
  refusal('participation-incomplete', 422, {
    errors: errors.map((error) => ({ ...error, detail: '' })),
  });

const ready = async (element: SasParticipation): Promise<void> => {
  await until(element, '#participates');
};
const structure = { kind: 'structure' };

export const participationScenes = {
  loading: { answers: { read: hanging } },
  'nothing said': { holdings: { practitioner: fixtures.nothingSaid }, act: ready },
  saved: { act: ready },
  unsaved: {
    act: async (element) => {
      await ready(element);
      await choose(element, 'Par ma maison de santé');
    },
  },
  'taking part': {
    holdings: { practitioner: fixtures.nothingSaid },
    act: async (element) => {
      await ready(element);
      await choose(element, 'Je participe au SAS', 'Par ma CPTS', 'Oui, je le déclare');
    },
  },
  'SOS Médecins': {
    act: async (element) => {
      await ready(element);
      await choose(element, 'Par mon association');
    },
  },
  'not eligible': {
    act: async (element) => {
      await ready(element);
      await choose(element, 'Je participe au SAS', 'Je refuse');
    },
  },
  'answers missing': {
    holdings: { practitioner: fixtures.nothingSaid },
    answers: {
      write: failing(
        incomplete([
          { pointer: '/structure', code: 'structure-required' },
          { pointer: '/communityLocations', code: 'location-required' },
          { pointer: '/hasSoftware', code: 'software-answer-required' },
        ]),
      ),
    },
    act: async (element) => {
      await ready(element);
      await choose(element, 'Je participe au SAS', 'Par ma CPTS');
      await save(element);
      await untilText(element, '3 réponses sont à compléter');
    },
  },
  'declaration missing': {
    answers: {
      write: failing(
        incomplete([{ pointer: '/declaresHours', code: 'hours-declaration-required' }]),
      ),
    },
    act: async (element) => {
      await ready(element);
      await choose(element, 'Non');
      await save(element);
      await untilText(element, 'Une réponse est à compléter');
    },
  },
  'saved now': {
    act: async (element) => {
      await ready(element);
      await choose(element, 'Je participe au forfait');
      await save(element);
      await untilText(element, 'Enregistré le lundi 23 novembre à 14 h 20');
    },
  },
  saving: {
    answers: { write: hanging },
    act: async (element) => {
      await ready(element);
      await choose(element, 'Je participe au forfait');
      await save(element);
      await untilText(element, 'Enregistrement…');
    },
  },
  outdated: {
    act: async (element, platform) => {
      await ready(element);
      await choose(element, 'À titre individuel');
      platform.touch({ software: ['Un autre logiciel'], declaresHours: true });
      await save(element);
      await untilText(element, 'ont changé pendant que vous écriviez');
    },
  },
  'not saved': {
    answers: { write: failing(offline()) },
    act: async (element) => {
      await ready(element);
      await choose(element, 'À titre individuel');
      await save(element);
      await untilText(element, 'Le service ne répond pas');
    },
  },
  'read only': {
    answers: {
      places: failing(refusal('forbidden', 403)),
      write: failing(refusal('forbidden', 403)),
    },
    act: async (element) => {
      await ready(element);
      await choose(element, 'À titre individuel');
      await save(element);
      await untilText(element, 'pas les changer');
    },
  },
  nobody: {
    holdings: { session: { nationalIds: [], structures: [], communities: [] } },
    act: (element) => untilText(element, 'Aucun réglage à montrer'),
  },
  error: {
    answers: { read: failing(offline()) },
    act: (element) => untilText(element, 'Le service ne répond pas'),
  },
  'not found': {
    attributes: { 'national-id': '810999900034' },
    answers: { read: failing(refusal('not-found', 404)) },
    act: (element) => untilText(element, 'Aucun réglage à ce numéro'),
  },
  'no place': {
    holdings: { places: [] },
    act: ready,
  },
  'no structure': {
    holdings: { structures: [] },
    act: async (element) => {
      await ready(element);
      await choose(element, 'Par ma maison de santé');
    },
  },
  structure: { attributes: structure, act: ready },
  'structure taking part': {
    attributes: structure,
    answers: {
      write: failing(
        incomplete([
          { pointer: '/declaresHours', code: 'hours-declaration-required' },
          { pointer: '/practitionerCount', code: 'practitioner-count-required' },
        ]),
      ),
    },
    act: async (element) => {
      await ready(element);
      await choose(element, 'La structure participe');
      await save(element);
      await untilText(element, '2 réponses sont à compléter');
    },
  },
  'structure saved': {
    attributes: structure,
    act: async (element) => {
      await ready(element);
      await choose(element, 'La structure participe', 'La structure déclare');
      write(element, '#practitionerCount', '6');
      await save(element);
      await untilText(element, 'Enregistré le lundi');
    },
  },
} satisfies Record<string, ParticipationScene>;
