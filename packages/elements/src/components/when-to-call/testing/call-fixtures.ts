import type { Territory } from '@sas-kit/client';
import { territory as base } from '../../../testing/fixtures.ts';

type Number = Territory['accessNumbers'][number];

/** A number of nights and weekends, and one of the day. */
export const dayNumber: Number = {
  number: '+33261919191',
  label: 'Soins non programmés',
  regimes: ['sas'],
  hours: null,
  validFrom: '2024-01-01',
  validUntil: null,
  source: 'Association de démonstration',
};
export const nightNumber: Number = {
  ...dayNumber,
  number: '116117',
  label: 'Le 116 117, médecine générale',
  regimes: ['pdsa'],
  validFrom: '2023-11',
};

/** A territory of demonstration: 8 h to 20 h, Saturday morning, bridge days. */
export const territory: Territory = {
  ...base,
  id: 'demonstration',
  name: 'Territoire de démonstration',
  accessNumbers: [dayNumber, nightNumber],
  openingHours: [
    {
      validFrom: '2023-11-20',
      validUntil: null,
      sas: [
        { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '20:00' },
        { days: ['sat'], from: '08:00', to: '12:00' },
      ],
      holidays: 'national',
      bridgeDays: ['friday-after-holiday'],
      source: 'Association de démonstration',
    },
  ],
  dangerSigns: {
    version: '1',
    date: '2026-11-22',
    notice: 'texte de démonstration, non validé',
    validatedBy: [],
    fr: [
      'Douleur forte dans la poitrine',
      'Grande difficulté à respirer',
      'En cas de doute, appelez',
    ],
    en: ['Strong pain in the chest', 'Great difficulty breathing', 'If in doubt, call'],
  },
};

export function where(change: Partial<Territory>): Territory {
  return { ...territory, ...change };
}
