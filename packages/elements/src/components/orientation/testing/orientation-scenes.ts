import { clock } from '../../../base/clock.ts';
import { failing, hanging, offline, refusal } from '../../../testing/fake-client.ts';
import * as fixtures from '../../../testing/fixtures.ts';
import { cardAt, done, liveSearch, professional } from '../../../testing/live-search.ts';
import { get, press, until, untilText } from '../../../testing/tree.ts';
import type { SasOrientation } from '../orientation.ts';
import {
  fakeDesk,
  lost,
  orientation,
  sos,
  type FakeDesk,
  type OrientationScript,
} from './fake-orientations.ts';

/** A state of the element: what the platform answers, what the page sets, what the reader does. */
export interface OrientationScene {
  script?: () => OrientationScript;
  attributes?: Record<string, string>;
  act?: (element: SasOrientation) => Promise<void>;
}

const desks = new WeakMap<SasOrientation, FakeDesk>();

/** The platform that an element of a scene calls. */
export const deskOf = (element: SasOrientation): FakeDesk => desks.get(element)!;

/** What a practice says of itself. */
const practice = {
  information: 'Deuxième étage, ascenseur. Code B42 à l’entrée.',
  feeSector: '1',
  thirdPartyPayment: true,
  wheelchair: true,
  languages: [],
  newPatients: null,
  openingHours: [],
} as const;

export const ormelune = {
  ...professional(fixtures.ormelune),
  practice: { ...practice, languages: [], openingHours: [] },
};
export const vasquerel = professional(fixtures.vasquerel);
/** A practice that takes people beside its slots. */
const generous = { ...vasquerel, overbooking: true };
/** An editor’s slot, booked here or on its own page. */
const vendors = (bookableHere: boolean) => {
  const card = professional(fixtures.vendorCard, 'medagenda');
  const slots = card.slots.map((slot) => ({
    ...slot,
    source: { ...slot.source, ...(bookableHere && { bookableHere }) },
  }));
  return { ...card, slots };
};

/** A search that finds two practices and a range without appointment. */
export const searching = (): OrientationScript => ({
  search: {
    stream: liveSearch(
      cardAt('20', ormelune),
      cardAt('30', vasquerel),
      cardAt('40', professional(fixtures.dutySite)),
      done(),
    ).stream,
  },
});

/** The same, with somebody to call. */
export const telephoning = (): OrientationScript => ({
  search: {
    ...searching().search,
    search: async () => fixtures.answer([generous, ormelune]),
  },
  structures: [sos],
});

/** A search that finds an editor's slot alone. */
export const atVendor = (bookableHere: boolean) => (): OrientationScript => ({
  search: { stream: liveSearch(cardAt('10', vendors(bookableHere)), done()).stream },
});

const there = { place: 'Le Havre', insee: '76351' };
const inCase = { ...there, 'case-ref': 'DRM-2026-0042', 'share-case-ref': '' };

/** Leaves for an editor's page, and says that it was booked there. */
export async function bookAtVendor(element: SasOrientation): Promise<void> {
  const link = await until(element, 'a[data-cell]');
  element.addEventListener('click', (event) => event.preventDefault(), { once: true });
  link.click();
  await until(element, '.departure .button:not([aria-disabled])');
  press(element, 'Réservé');
  await untilText(element, 'reste pris');
}

/** An element of a scene, not yet on the page. */
export function createOrientation(scene: OrientationScene): SasOrientation {
  clock.zone = () => fixtures.zone;
  clock.today = () => Date.parse(fixtures.asOf);
  const element = document.createElement('sas-orientation');
  const desk = fakeDesk(scene.script?.() ?? searching());
  desks.set(element, desk);
  element.client = desk.client;
  for (const [name, value] of Object.entries(scene.attributes ?? there)) {
    element.setAttribute(name, value);
  }
  return element;
}

/** Plays what the reader does. */
export async function playOrientation(
  scene: OrientationScene,
  element: SasOrientation,
): Promise<void> {
  await scene.act?.(element);
}

/** Presses the button of an action, once it is there. */
export async function act(element: SasOrientation, ...actions: string[]): Promise<void> {
  for (const action of actions) {
    (await until(element, `[data-action="${action}"]`)).click();
    await element.updateComplete;
  }
}

const open = (element: SasOrientation) => untilText(element, 'Qui a décidé');

/** A decision that waits, chosen and carried on with. */
export async function takeWaiting(element: SasOrientation): Promise<void> {
  await open(element);
  await act(element, 'orientation');
  (await until(element, '.waiting')).click();
  await act(element, 'next');
  await until(element, '[data-cell]');
}

/** Another appointment, for the orientation that is about to lose its own. */
export async function takeLost(element: SasOrientation): Promise<void> {
  await element.again(lost);
  await until(element, '[data-cell]');
}

/** The slot of the fixtures, kept. */
export async function keepSlot(element: SasOrientation): Promise<void> {
  await takeWaiting(element);
  (await until(element, '[data-cell="m-24-0920"]')).click();
  await untilText(element, 'Vérifiez');
}

/** The same, recorded. */
export async function record(element: SasOrientation): Promise<void> {
  await keepSlot(element);
  await act(element, 'confirm');
  await untilText(element, 'À lire au patient');
}

/** A practice that is called, says yes and gets a time beside its slots. */
export async function acceptBeside(element: SasOrientation): Promise<void> {
  await takeWaiting(element);
  await act(element, 'overbooking');
  (await until(element, '.candidates .waiting')).click();
  await act(element, 'accepted');
  pick(await until(element, '#beside-date'), '2026-11-24');
  await element.updateComplete;
  pick(get(element, '#beside-time'), '2026-11-24T12:15:00+01:00');
  await until(element, '[data-action=next]');
}

/** Chooses of a select. */
function pick(select: HTMLElement, value: string): void {
  (select as HTMLSelectElement).value = value;
  select.dispatchEvent(new Event('change'));
}

const doctor = (): OrientationScript => ({ ...searching(), roles: ['regulator'] });
const failingWith = (script: OrientationScript) => (): OrientationScript => ({
  ...searching(),
  ...script,
});

const taken = refusal('slot-taken', 409, { alternatives: fixtures.alternatives });

export const orientationScenes = {
  opening: { act: open },
  'no place': { attributes: {}, act: open },
  'nothing said': {
    attributes: {},
    act: async (element) => {
      await open(element);
      await act(element, 'next');
      await untilText(element, 'Dites qui a décidé.');
    },
  },
  'of a doctor': {
    script: doctor,
    attributes: inCase,
    act: async (element) => {
      await open(element);
      await act(element, 'own', 'smur');
    },
  },
  'in the dispatch program': {
    attributes: inCase,
    act: async (element) => {
      await open(element);
      await act(element, 'dispatch-case', 'regulator', 'consultation');
    },
  },
  waiting: {
    act: async (element) => {
      await open(element);
      await act(element, 'orientation');
      await untilText(element, 'Décisions qui attendent');
    },
  },
  'nothing waits': {
    script: () => ({ ...searching(), waiting: [] }),
    act: async (element) => {
      await open(element);
      await act(element, 'orientation');
    },
  },
  protocol: {
    act: async (element) => {
      await open(element);
      await act(element, 'protocol');
      (await until(element, '.waiting')).click();
      await act(element, 'consultation');
      get<HTMLDetailsElement>(element, 'details').open = true;
    },
  },
  'own doctor': {
    attributes: { ...there, 'own-doctor': '810009876543' },
    script: () => ({
      search: {
        ...searching().search,
        search: async () => fixtures.answer([{ ...vasquerel, preferred: true }]),
      },
    }),
    act: async (element) => {
      await untilText(element, 'Paul Vasquerel');
      await act(element, 'unreachable');
    },
  },
  searching: { act: takeWaiting },
  'walk-in': {
    act: async (element) => {
      await takeWaiting(element);
      (await until(element, '[data-cell="d-walk-in"]')).click();
      await untilText(element, 'Rien n’est réservé');
    },
  },
  enlarged: {
    act: async (element) => {
      await takeWaiting(element);
      await act(element, 'enlarge');
      await untilText(element, 'Recherche jusqu’à 30');
    },
  },
  'beside the slots': {
    script: telephoning,
    act: async (element) => {
      await takeWaiting(element);
      await act(element, 'overbooking');
      await untilText(element, 'Paul Vasquerel');
    },
  },
  'a practice said yes': {
    script: telephoning,
    act: (element) => acceptBeside(element),
  },
  'a practice said no': {
    script: telephoning,
    act: async (element) => {
      await takeWaiting(element);
      await act(element, 'overbooking');
      (await until(element, '.candidates .waiting')).click();
      await act(element, 'refused');
      await untilText(element, 'Refusé');
    },
  },
  'nobody to call': {
    act: async (element) => {
      await takeWaiting(element);
      await act(element, 'overbooking');
      await untilText(element, 'Personne à appeler');
    },
  },
  'by telephone': {
    script: telephoning,
    act: async (element) => {
      await takeWaiting(element);
      await act(element, 'structures');
      (await until(element, '.candidates li:nth-child(2) .waiting')).click();
      await act(element, 'accepted', 'next');
      await untilText(element, 'accepté au téléphone');
    },
  },
  'booked at a vendor': {
    script: atVendor(true),
    act: async (element) => {
      await takeWaiting(element);
      (await until(element, '[data-cell="v-24-1140"]')).click();
      await act(element, 'confirm');
      await untilText(element, 'À lire au patient');
    },
  },
  'left for a vendor': {
    script: atVendor(false),
    act: async (element) => {
      await takeWaiting(element);
      await bookAtVendor(element);
    },
  },
  'given back': {
    act: async (element) => {
      await takeWaiting(element);
      await act(element, 'give-back');
      await untilText(element, 'À rendre au médecin régulateur');
    },
  },
  'another appointment': { act: takeLost },
  'an appointment is moved': {
    act: async (element) => {
      await takeLost(element);
      (await until(element, '[data-cell="m-24-0920"]')).click();
      await untilText(element, 'sera déplacé');
    },
  },
  'asked before it is left': {
    act: async (element) => {
      await keepSlot(element);
      void element.again(lost);
      await untilText(element, 'Une orientation est commencée');
    },
  },
  'not taken': {
    act: async (element) => {
      await open(element);
      await element.execute(orientation({ state: 'executed' }));
    },
  },
  recap: { act: keepSlot },
  expired: {
    script: failingWith({
      search: { ...searching().search, hold: async () => fixtures.hold({ remainingSeconds: 1 }) },
    }),
    act: async (element) => {
      await keepSlot(element);
      await untilText(element, 'Le temps est passé');
    },
  },
  conflict: {
    script: failingWith({ create: failing(taken) }),
    act: async (element) => {
      await keepSlot(element);
      await act(element, 'confirm');
      await untilText(element, 'Ce créneau vient d’être pris');
    },
  },
  refused: {
    script: failingWith({ create: failing(refusal('medical-decision', 403)) }),
    act: async (element) => {
      await keepSlot(element);
      await act(element, 'confirm');
      await untilText(element, 'Cela revient à un médecin');
    },
  },
  'not sent': {
    script: failingWith({ create: failing(offline()) }),
    act: async (element) => {
      await keepSlot(element);
      await act(element, 'confirm');
      await untilText(element, 'passez au téléphone');
    },
  },
  told: { act: record },
  'told of a SMUR': {
    script: doctor,
    attributes: inCase,
    act: async (element) => {
      await open(element);
      await act(element, 'own', 'smur');
      const time = get<HTMLInputElement>(element, '#triggered-at');
      time.value = '14:05';
      time.dispatchEvent(new Event('input'));
      await act(element, 'next', 'confirm');
      await untilText(element, 'Rien n’est parti d’ici');
    },
  },
  'left to an operator': {
    script: doctor,
    act: async (element) => {
      await open(element);
      await act(element, 'own', 'consultation', 'next');
      await until(element, '[data-cell]');
      await act(element, 'leave', 'confirm');
      await untilText(element, 'Un opérateur cherche');
    },
  },
  withdrawn: {
    act: async (element) => {
      await record(element);
      await act(element, 'undo');
      await untilText(element, 'C’est repris');
    },
  },
  'without keys': {
    attributes: { ...there, shortcuts: 'off' },
    act: open,
  },
  'not mine': {
    script: () => ({ roles: ['practitioner'], rights: ['agenda:read'] }),
    act: (element) => untilText(element, 'n’oriente pas'),
  },
  loading: { script: () => ({ session: hanging }) },
  'signed out': {
    script: () => ({ session: failing(refusal('unauthenticated', 403)) }),
    act: (element) => untilText(element, 'session est terminée'),
  },
  offline: {
    script: () => ({ session: failing(offline()) }),
    act: (element) => untilText(element, 'Passez au téléphone'),
  },
} satisfies Record<string, OrientationScene>;
