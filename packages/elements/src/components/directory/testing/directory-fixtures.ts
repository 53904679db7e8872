import type { AccessNumber, Territory } from '@sas-kit/client';
import { territory } from '../../../testing/fixtures.ts';

const entry = (
  change: Partial<Territory> & Pick<Territory, 'id' | 'name' | 'region'>,
): Territory => ({
  ...territory,
  departments: [],
  communes: [],
  accessNumbers: [],
  ...change,
});

const source = 'Source de démonstration';

const number = (digits: string, change: Partial<AccessNumber> = {}): AccessNumber => ({
  ...(territory.accessNumbers[0] as AccessNumber),
  number: digits,
  label: 'Numéro de démonstration',
  hours: null,
  validFrom: null,
  validUntil: null,
  source,
  ...change,
});

/** Facts of these territories as the founding documents give them; partners partly fictional. */
export const listed: Territory[] = [
  entry({
    id: 'le-havre-fecamp',
    name: 'Le Havre – Fécamp',
    region: 'Normandie',
    status: 'pilot',
    statuses: [{ status: 'pilot', from: '2021-01', source }],
    communes: ['76351', '76259'],
    accessNumbers: [
      number('+33261919191', {
        hours: '8 h-20 h',
        validFrom: '2024-01-01',
        validUntil: '2026-12-31',
      }),
      number('+33261919199', { label: 'Numéro passé', validUntil: '2026-11-22' }),
      number('+33261919192', { label: 'Numéro futur', validFrom: '2027-01' }),
    ],
    // Not in the order in which they must be shown.
    partners: [
      { name: 'SAMU 76B, Le Havre', kind: 'samu' },
      { name: 'CPTS de démonstration', kind: 'cpts' },
      { name: 'Groupe Hospitalier du Havre', kind: 'hospital' },
    ],
    holders: [
      { name: 'Groupe Hospitalier du Havre', side: 'hospital' },
      { name: 'AMUH, Association médicale des urgences du Havre', side: 'ambulatory' },
    ],
  }),
  entry({
    id: 'isere',
    name: 'Isère',
    region: 'Auvergne-Rhône-Alpes',
    status: 'operational',
    statuses: [
      { status: 'pilot', from: '2021', source },
      { status: 'operational', from: '2021-05-26', source },
    ],
    departments: ['38'],
    accessNumbers: [number('to-be-announced', { label: '' })],
  }),
  entry({
    id: 'puy-de-dome',
    name: 'Puy-de-Dôme',
    region: 'Auvergne-Rhône-Alpes',
    status: 'in-design',
    statuses: [{ status: 'in-design', from: null, source }],
    departments: ['63'],
  }),
  entry({
    id: 'cote-d-or-nievre',
    name: 'Côte-d’Or et Nièvre',
    region: 'Bourgogne-Franche-Comté',
    status: 'generalised',
    statuses: [{ status: 'generalised', from: '2023', source }],
    departments: ['21', '58'],
  }),
];

/** A territory whose every text is as long as it may get. */
export const long = entry({
  id: 'long',
  name: 'Territoire de démonstration des communautés de communes de la vallée et du plateau, et au-delà',
  region: 'Provence-Alpes-Côte d’Azur',
  status: 'pilot',
  statuses: [{ status: 'pilot', from: '2021-01', source: 'Document. '.repeat(20).trim() }],
  departments: ['04', '05', '06', '13', '83', '84'],
  partners: Array.from({ length: 12 }, (_, index) => ({
    name: `Communauté professionnelle territoriale de santé de démonstration n° ${index + 1}`,
    kind: 'cpts',
  })),
});
