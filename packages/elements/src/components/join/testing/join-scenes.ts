import type { Scenes } from '../../../testing/scenes.ts';
import { get, press, type as write, untilText } from '../../../testing/tree.ts';

const mail = { kind: 'holder', 'support-email': 'ars@sante.example, cpam@sante.example' };

async function prepare(element: HTMLElement): Promise<void> {
  await untilText(element, 'Préparer le message');
  write(element, '#territory', 'Puy-de-Dôme');
  get<HTMLInputElement>(element, '.check input').click();
  write(element, '#message', 'Première rencontre & suite ?');
  press(element, 'Préparer le message');
  await untilText(element, 'Votre message est prêt');
}

/** The element asks nobody: it has no state of loading or of a failed call. */
export const joinScenes = {
  practitioner: {},
  regulator: { attributes: { kind: 'regulator' } },
  cpts: { attributes: { kind: 'cpts' } },
  centre: { attributes: { kind: 'centre' } },
  sos: { attributes: { kind: 'sos' } },
  'holder without address': { attributes: { kind: 'holder' } },
  holder: { attributes: mail },
  'territory missing': {
    attributes: mail,
    act: async (element) => {
      await untilText(element, 'Préparer le message');
      press(element, 'Préparer le message');
      await untilText(element, 'Écrivez le territoire');
    },
  },
  ready: { attributes: mail, act: prepare },
} satisfies Scenes;
