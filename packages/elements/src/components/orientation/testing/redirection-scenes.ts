import { refusal, failing } from '../../../testing/fake-client.ts';
import { until, untilText } from '../../../testing/tree.ts';
import type { SasOrientation } from '../orientation.ts';
import { redirection, type OrientationScript } from './fake-orientations.ts';
import { act, searching, type OrientationScene } from './orientation-scenes.ts';

const nurse =
  (change: OrientationScript = {}) =>
  (): OrientationScript => ({
    ...searching(),
    roles: ['triage-nurse'],
    protocols: [redirection],
    ...change,
  });

const attributes = { place: 'Le Havre', insee: '76351', mode: 'redirection', 'case-ref': 'P-0042' };

const open = (element: SasOrientation) => untilText(element, 'Sous quel protocole');

/** A protocol, who assessed, the instructions: all said. */
export async function say(element: SasOrientation): Promise<void> {
  await open(element);
  (await until(element, '.waiting')).click();
  await act(element, 'consultation', 'triage-nurse', 'instructions-given');
}

async function keep(element: SasOrientation): Promise<void> {
  await say(element);
  await act(element, 'next');
  (await until(element, '[data-cell="m-24-0920"]')).click();
  await untilText(element, 'Vérifiez');
}

export const redirectionScenes = {
  'redirection, opening': { attributes, script: nurse(), act: open },
  'redirection, said': { attributes, script: nurse(), act: say },
  'redirection, nothing said': {
    attributes,
    script: nurse(),
    act: async (element) => {
      await open(element);
      await act(element, 'next');
      await untilText(element, 'Choisissez un protocole.');
    },
  },
  'redirection, no protocol': {
    attributes,
    script: nurse({ protocols: [] }),
    act: (element) => untilText(element, 'La personne reste aux urgences'),
  },
  'redirection, searching': {
    attributes,
    script: nurse(),
    act: async (element) => {
      await say(element);
      await act(element, 'next');
      await until(element, '[data-cell]');
    },
  },
  'redirection, recap': { attributes, script: nurse(), act: keep },
  'redirection, kept': {
    attributes,
    script: nurse(),
    act: async (element) => {
      await keep(element);
      await act(element, 'keep-here');
      await untilText(element, 'Rien n’est noté');
    },
  },
  'redirection, outside the scheme': {
    attributes,
    script: nurse({ create: failing(refusal('outside-scheme', 403)) }),
    act: async (element) => {
      await keep(element);
      await act(element, 'confirm');
      await untilText(element, 'n’est pas dans le dispositif');
    },
  },
  'redirection, told': {
    attributes,
    script: nurse(),
    act: async (element) => {
      const own = document.createElement('p');
      own.slot = 'instructions';
      own.textContent = 'Consignes de l’hôpital de démonstration (texte non validé).';
      element.append(own);
      await keep(element);
      await act(element, 'confirm');
      await untilText(element, 'À lire au patient');
    },
  },
  'redirection, not a nurse': {
    attributes,
    script: nurse({ roles: ['unscheduled-care-operator'] }),
    act: (element) => untilText(element, 'n’oriente pas'),
  },
} satisfies Record<string, OrientationScene>;
