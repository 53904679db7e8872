import type { OpeningPeriod, PracticeRequest } from '@sas-kit/client';
import { NOT_SUNDAY, WORKDAYS } from './agenda.ts';

const DAYTIME: OpeningPeriod[] = [
  { days: WORKDAYS, from: '08:30', to: '12:30' },
  { days: WORKDAYS, from: '14:00', to: '19:00' },
];

/** What the fictional practices say of themselves, by the `ref` of their agendas. Some say nothing. */
export const PRACTICES: Readonly<Record<string, PracticeRequest>> = {
  galets: {
    information: 'Deuxième étage avec ascenseur. Arriver cinq minutes avant.',
    feeSector: '1',
    thirdPartyPayment: true,
    wheelchair: true,
    languages: ['fr', 'en'],
    newPatients: false,
    openingHours: [...DAYTIME, { days: ['sat'], from: '09:00', to: '12:00' }],
  },
  plateau: {
    information: 'Escalier de douze marches, pas d’ascenseur.',
    feeSector: '2',
    thirdPartyPayment: false,
    wheelchair: false,
    languages: ['fr', 'de'],
    newPatients: true,
    openingHours: [{ days: NOT_SUNDAY, from: '08:00', to: '12:00' }],
  },
  'maison-de-sante': {
    information: 'Petite chirurgie et radiographie sur place. Parking derrière le bâtiment.',
    feeSector: '1',
    thirdPartyPayment: true,
    wheelchair: true,
    languages: ['fr', 'ar', 'en'],
    newPatients: true,
    openingHours: [{ days: NOT_SUNDAY, from: '08:00', to: '20:00' }],
  },
  'centre-de-sante': {
    feeSector: '1',
    thirdPartyPayment: true,
    wheelchair: true,
    languages: ['fr', 'tr', 'uk'],
    newPatients: true,
    openingHours: [{ days: NOT_SUNDAY, from: '09:00', to: '18:00' }],
  },
  bassin: { feeSector: '2-optam', wheelchair: true, languages: ['fr', 'pt'] },
  jardin: { feeSector: '1-dp', thirdPartyPayment: false, newPatients: false },
  enfants: {
    information:
      'Salle d’attente séparée pour les enfants contagieux : se signaler à l’interphone.',
    feeSector: '2-optam',
    thirdPartyPayment: false,
    wheelchair: true,
    languages: ['fr'],
    openingHours: DAYTIME,
  },
  sos: {
    feeSector: '1',
    thirdPartyPayment: true,
    openingHours: [
      {
        days: [...NOT_SUNDAY, 'sun'],
        from: '00:00',
        to: '24:00',
      },
    ],
  },
  harfleur: { feeSector: '1', thirdPartyPayment: true, wheelchair: true, newPatients: true },
  fecamp: { feeSector: 'none', wheelchair: true, languages: ['fr', 'en', 'es'] },
};
