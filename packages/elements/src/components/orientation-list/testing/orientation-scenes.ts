import type { AttentionReason, Orientation } from '@sas-kit/client';
import { clock } from '../../../base/clock.ts';
import * as fixtures from '../../../testing/fixtures.ts';
import { get, until, untilText, when } from '../../../testing/tree.ts';
import type { SasOrientationList } from '../orientation-list.ts';
import {
  booked,
  FakeOrientations,
  orientation,
  struck,
  transmission,
} from './fake-orientations.ts';

/** A state of the element. */
export interface OrientationScene {
  platform?: () => FakeOrientations;
  attributes?: Record<string, string>;
  act?: (element: SasOrientationList, platform: FakeOrientations) => Promise<void>;
}

const platforms = new WeakMap<SasOrientationList, FakeOrientations>();

/** The platform that an element of a scene calls. */
export const platformOf = (element: SasOrientationList): FakeOrientations =>
  platforms.get(element)!;

const none = { appointment: null, followUp: null, firstStart: null };
const vasquerel = {
  practitioner: fixtures.vasquerel.practitioner,
  structure: fixtures.vasquerel.structure,
  location: fixtures.vasquerel.location,
};

export const first = orientation('first');
export const second = orientation('second', {
  created: '2026-11-23T13:40:00+01:00',
  caseRef: 'SAMU76-2026-0398',
  appointment: booked('a-second', {
    ...vasquerel,
    reference: '7H2M',
    slot: fixtures.slot('2026-11-24T18:10:00+01:00'),
  }),
});
/** A doctor's decision that nobody has carried out. */
export const decision = orientation('decision', {
  ...none,
  state: 'to-execute',
  mine: false,
  form: 'home-visit',
  decision: { ...first.decision, kind: 'own', decidedAt: '2026-11-23T14:10:00+01:00' },
  executedBy: { role: 'regulator' },
  created: '2026-11-23T14:10:00+01:00',
  caseRef: 'SAMU76-2026-0420',
});
/** What a colleague recorded. */
export const colleagues = orientation('colleagues', {
  mine: false,
  created: '2026-11-23T14:12:00+01:00',
  executedBy: { role: 'call-taker' },
  appointment: booked('a-colleagues', { reference: '2C9D' }),
});

/** Every outcome and what may become of one. */
const everything = [
  first,
  second,
  orientation('pending', {
    followUp: 'pending',
    appointment: booked('a-pending', {
      status: 'pending',
      overdue: true,
      transmission: transmission({ state: 'queued', step: null }),
    }),
  }),
  orientation('moved', {
    followUp: 'moved',
    firstStart: '2026-11-24T08:30:00+01:00',
    appointment: booked('a-moved', {
      transmission: transmission({ state: 'accepted', step: null, without: ['practitioner'] }),
    }),
  }),
  orientation('honoured', {
    followUp: 'honoured',
    appointment: booked('a-h', { status: 'fulfilled' }),
  }),
  orientation('noshow', { followUp: 'noshow', appointment: booked('a-n', { status: 'noshow' }) }),
  orientation('cancelled', {
    followUp: 'cancelled',
    appointment: booked('a-c', { status: 'cancelled', cancellation: 'refused' }),
  }),
  orientation('overbooked', { appointment: booked('a-o', { overbooked: true }) }),
  orientation('withdrawn', {
    state: 'withdrawn',
    withdrawnAt: '2026-11-23T14:05:20+01:00',
    followUp: 'cancelled',
  }),
  orientation('entrusted', { ...none, category: 'SOS', recipient: fixtures.dutySite.structure }),
  orientation('ambulance', {
    ...none,
    outcome: 'ambulance',
    triggeredAt: '2026-11-23T13:55:00+01:00',
    decision: { ...first.decision, kind: 'own' },
    withinHours: null,
  }),
  orientation('protocol', {
    decision: {
      ...first.decision,
      kind: 'protocol',
      role: null,
      version: 2,
      title: 'Plaies simples',
    },
  }),
  orientation('executed', { ...none, state: 'executed', executedIn: 'first' }),
  orientation('unread', { ...none, appointmentId: 'a-unread' }),
];

const refused = transmission({
  state: 'refused',
  step: null,
  code: 501,
  detail: {
    fr: 'Le destinataire n’est pas connu du Hub Santé.',
    en: 'The Hub Santé does not know the recipient.',
  },
});

const of =
  (...items: Orientation[]) =>
  () =>
    new FakeOrientations(...items);

/** An element of a scene, not yet on the page. */
export function createList(scene: OrientationScene): SasOrientationList {
  // A reader in the fixtures' zone, wherever the browser runs.
  clock.zone = () => fixtures.zone;
  clock.today = () => Date.parse(fixtures.asOf);
  const element = document.createElement('sas-orientation-list');
  const platform = (scene.platform ?? of(first, second, decision, colleagues))();
  platforms.set(element, platform);
  element.client = platform.client;
  for (const [name, value] of Object.entries(scene.attributes ?? {})) {
    element.setAttribute(name, value);
  }
  return element;
}

/** Plays what the reader and the platform do. */
export async function playList(scene: OrientationScene, element: SasOrientationList) {
  await scene.act?.(element, platformOf(element));
}

const showing = (text: string) => (element: HTMLElement) => untilText(element, text);

/** Waits for the list and lets something happen to an appointment. */
export const strike =
  (reason: AttentionReason, one = second) =>
  async (element: SasOrientationList, platform: FakeOrientations): Promise<void> => {
    await untilText(element, 'Paul Vasquerel');
    platform.tell(struck(one, reason));
    await untilText(element, 'À traiter (1)');
  };

export const orientationScenes = {
  day: { act: showing('Paul Vasquerel') },
  'every state': { platform: of(...everything), act: showing('Plaies simples') },
  'whole team': { attributes: { show: 'desk' }, act: showing('2C9D') },
  'to arrange': { attributes: { show: 'to-execute' }, act: showing('À organiser (1)') },
  cancelled: { act: strike('cancelled') },
  moved: { act: strike('moved') },
  absent: { act: strike('absence') },
  'not cancelled': { act: strike('not-cancelled') },
  'not confirmed': { act: strike('overdue') },
  'not carried out': { act: strike('not-executed', decision) },
  acknowledged: {
    act: async (element, platform) => {
      await strike('cancelled')(element, platform);
      get(element, '#second-acknowledge').click();
      await when(() => !textIncludes(element, 'À traiter'), 'acknowledged');
    },
  },
  'acknowledged too late': {
    act: async (element, platform) => {
      await strike('moved')(element, platform);
      platform.refused.set('acknowledge', { status: 409, code: 'invalid-transition' });
      get(element, '#second-acknowledge').click();
      await untilText(element, 'Cela a changé entre-temps');
    },
  },
  'of colleagues': {
    platform: of(first, struck(colleagues, 'cancelled')),
    act: showing('1 alerte chez vos collègues'),
  },
  'new ones wait': {
    attributes: { show: 'desk' },
    platform: of(first, second),
    act: async (element, platform) => {
      await untilText(element, 'Paul Vasquerel');
      platform.tell(colleagues);
      await untilText(element, '1 nouvelle orientation');
    },
  },
  'not transmitted': {
    platform: of(
      orientation('first', { appointment: booked('a-first', { transmission: refused }) }),
      orientation('second', {
        appointment: booked('a-second', {
          ...vasquerel,
          transmission: transmission({ state: 'expired', step: null, without: ['practitioner'] }),
        }),
      }),
    ),
    act: showing('non reçu à temps'),
  },
  resent: {
    platform: of(
      orientation('first', { appointment: booked('a-first', { transmission: refused }) }),
    ),
    act: async (element) => {
      (await until(element, '#first-resend')).click();
      await untilText(element, 'en attente d’envoi');
    },
  },
  frozen: {
    act: async (element, platform) => {
      await untilText(element, 'Paul Vasquerel');
      platform.hangUp();
      await untilText(element, 'passez au téléphone');
    },
  },
  partial: {
    platform: () => Object.assign(of(first, second)(), { done: false }),
    act: async (element, platform) => {
      await until(element, '.skeleton');
      await when(() => platform.asked.length > 0, 'asked');
      platform.hangUp();
      await untilText(element, 'La liste n’est pas complète');
    },
  },
  loading: { platform: () => withStream('hanging') },
  empty: { platform: of(), act: showing('Aucune orientation aujourd’hui') },
  'none of these': {
    platform: of(colleagues),
    act: showing('Aucune orientation dans cette liste'),
  },
  forbidden: {
    platform: () => withStream({ status: 403, code: 'forbidden' }),
    act: showing('Votre rôle ne permet pas'),
  },
  offline: { platform: () => withStream('offline'), act: showing('ne répond pas') },
} satisfies Record<string, OrientationScene>;

function withStream(answer: 'hanging' | 'offline' | { status: number; code: string }) {
  const platform = new FakeOrientations(first);
  platform.refused.set('stream', answer);
  return platform;
}

const textIncludes = (element: HTMLElement, text: string) =>
  element.shadowRoot?.textContent.includes(text) ?? false;
