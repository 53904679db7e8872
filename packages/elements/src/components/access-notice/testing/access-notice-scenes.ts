import { create, type Scene } from '../../../testing/scenes.ts';
import { hanging } from '../../../testing/fake-client.ts';
import { untilText } from '../../../testing/tree.ts';

/** Address of a list beside this file, on the page's own site. */
export const staticAccess = new URL('./access.json', import.meta.url).href;

const showing = (text: string) => (element: HTMLElement) => untilText(element, text);
/** Seen on a Monday at 14:20. */
const regulated = {
  facility: 'Urgences de démonstration, Le Havre',
  access: 'regulated',
  from: '2026-11-23T08:00:00+01:00',
  to: '2026-11-23T20:00:00+01:00',
  source: 'Hôpital de démonstration',
};

/** The static file never comes. */
function neverComing(scene: Scene): HTMLElement {
  const real = window.fetch.bind(window);
  window.fetch = () => {
    window.fetch = real;
    return hanging();
  };
  return create('sas-access-notice', scene);
}

export const accessNoticeScenes = {
  regulated: { attributes: regulated, act: showing('Appelez avant de venir') },
  open: {
    attributes: { ...regulated, access: 'open', to: '', 'source-url': 'https://source.example/' },
    act: showing('Accès libre'),
  },
  'local number': {
    attributes: { ...regulated, phone: '+33261919191' },
    act: showing('02 61 91 91 91'),
  },
  upcoming: {
    attributes: { ...regulated, from: '2026-11-23T18:00:00+01:00' },
    act: showing('À venir'),
  },
  expired: {
    attributes: { ...regulated, to: '2026-11-23T14:00:00+01:00' },
    act: showing('Aucune consigne'),
  },
  'another zone': {
    attributes: {
      ...regulated,
      'time-zone': 'Indian/Reunion',
      from: '2026-11-23T08:00:00+04:00',
      to: '2026-11-23T20:00:00+04:00',
    },
    act: showing('pas les vôtres'),
  },
  empty: { act: showing('Aucune consigne') },
  'half a notice': {
    attributes: { ...regulated, to: '20 h' },
    act: showing('Aucune consigne'),
  },
  loading: { attributes: { src: staticAccess } },
  'static file': { attributes: { src: staticAccess }, act: showing('Fécamp') },
  error: {
    attributes: { src: staticAccess.replace('access.json', 'nothing.json') },
    act: showing('ne sont pas à leur adresse'),
  },
  'long texts': {
    attributes: {
      ...regulated,
      facility: 'Service d’accueil des urgences adultes et pédiatriques de démonstration '.repeat(
        3,
      ),
      source: 'Arrêté de démonstration '.repeat(12),
    },
    act: showing('Appelez avant de venir'),
  },
} satisfies Record<string, Scene>;

/** An element of a scene, not yet on the page. */
export function createScene(scene: Scene): HTMLElement {
  return scene === accessNoticeScenes.loading
    ? neverComing(scene)
    : create('sas-access-notice', scene);
}
