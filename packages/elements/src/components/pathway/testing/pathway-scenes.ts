import type { Scenes } from '../../../testing/scenes.ts';

/** The element asks nobody: it has no state of loading, failure or absence. */
export const pathwayScenes = {
  'fifteen alone': {},
  'local number': { attributes: { number: '116117' } },
  'until a day': { attributes: { number: '+33 2 61 91 91 91', 'valid-until': '2026-12-31' } },
  expired: { attributes: { number: '+33261919191', 'valid-until': '2026-11-22' } },
  'not a number': { attributes: { number: 'bientôt' } },
} satisfies Scenes;
