import type { Schemas } from '../contract.ts';

/** An item of the information list; what is left out is empty. */
export type FakeNews = Partial<Schemas['News']> & Pick<Schemas['News'], 'title' | 'type'>;

/** Items of the information list, all invented. */
export const NEWS: readonly FakeNews[] = [
  {
    title: 'Trois cabinets de démonstration rejoignent le service',
    type: 'article',
    summary: 'Exemple de la plateforme factice : ni les cabinets ni les chiffres n’existent.',
    url: 'https://actualites.example/trois-cabinets',
    lang: 'fr',
    sector: ['ville'],
    area: ['Normandie'],
    published: '2026-11-18',
    source: 'Rédaction fictive',
  },
  {
    title: 'Une semaine au centre de régulation de démonstration',
    type: 'experience',
    summary: 'Récit inventé.',
    url: 'https://actualites.example/une-semaine',
    lang: 'fr',
    sector: ['régulation'],
    area: ['Île-de-France'],
    published: '2026-10',
    source: 'Rédaction fictive',
  },
];
