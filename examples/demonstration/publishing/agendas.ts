/**
 * The agendas of the demonstration around Le Havre and Fécamp. Communes are real; people, practices
 * and streets are not (« fictif »). Telephone numbers are of the block 02 61 91, which the regulator
 * keeps for fiction.
 */
import type { ScheduleRequest, StructureKind } from '@sas-kit/client';
import { type DemonstrationAgenda, NOT_SUNDAY, WORKDAYS } from './agenda.ts';
import { fictiveProfessional, fictiveStructure } from './national-id.ts';
import { PRACTICES } from './practices.ts';

type Location = ScheduleRequest['location'];

const GENERAL_PRACTICE = 'SM54';
const PAEDIATRICS = 'SM40';

/** The community (CPTS) whose members see its CPTS slots. */
export const COMMUNITY = fictiveStructure(50);
/** The health centre whose manager has a token. */
export const MANAGED_STRUCTURE = fictiveStructure(3);
/** The doctor whose agenda page has a token. */
export const FIRST_PRACTITIONER = fictiveProfessional(1);

function doctor(number: number, given: string, family: string, specialty = GENERAL_PRACTICE) {
  return { nationalId: fictiveProfessional(number), given, family, specialties: [specialty] };
}

function structure(number: number, name: string, kind: StructureKind = 'practice') {
  return { nationalId: fictiveStructure(number), kind, name };
}

function inLeHavre(line: string, postcode: string, lat: number, lon: number, phone: string) {
  return { line, postcode, city: 'Le Havre', insee: '76351', lat, lon, phone } satisfies Location;
}

function around(insee: string, postcode: string, city: string, line: string, phone: string) {
  return { line, postcode, city, insee, phone } satisfies Location;
}

const LE_HAVRE: DemonstrationAgenda[] = [
  {
    ref: 'galets',
    practitioner: doctor(1, 'Aline', 'Vaudrelle'),
    structure: structure(1, 'Cabinet de démonstration des Galets'),
    location: inLeHavre('12 rue des Galets', '76600', 49.4925, 0.1012, '02 61 91 10 01'),
    publicDisplay: true,
    participates: true,
    weekly: [
      { days: NOT_SUNDAY, from: '09:00', to: '12:00' },
      { days: WORKDAYS, from: '12:00', to: '12:40', visibility: ['PRO'] },
      { days: WORKDAYS, from: '14:00', to: '17:00' },
      { days: WORKDAYS, from: '17:00', to: '18:00', visibility: ['SNP'] },
    ],
  },
  {
    ref: 'plateau',
    practitioner: doctor(2, 'Bastien', 'Cauvremont'),
    structure: structure(2, 'Cabinet de démonstration du Plateau'),
    location: inLeHavre('3 allée du Belvédère', '76620', 49.5098, 0.1085, '02 61 91 10 02'),
    publicDisplay: true,
    weekly: [
      { from: '08:00', to: '11:00' },
      { from: '11:00', to: '12:00', visibility: ['PRO'] },
    ],
  },
  {
    ref: 'maison-de-sante',
    practitioner: doctor(3, 'Inès', 'Marestin'),
    structure: structure(3, 'Maison de santé de démonstration', 'msp'),
    location: inLeHavre('45 avenue des Peupliers', '76610', 49.513, 0.1693, '02 61 91 10 03'),
    publicDisplay: true,
    participates: true,
    overbooking: true,
    pushed: [
      { from: '12:00', to: '14:00', visibility: ['SNP'] },
      { from: '14:00', to: '20:00' },
    ],
  },
  {
    ref: 'centre-de-sante',
    practitioner: doctor(4, 'Joachim', 'Brizelle'),
    structure: structure(4, 'Centre de santé de démonstration', 'cds'),
    location: inLeHavre('8 place du Vieux-Bassin', '76600', 49.4889, 0.1121, '02 61 91 10 04'),
    publicDisplay: true,
    weekly: [
      { days: NOT_SUNDAY, from: '09:00', to: '12:00' },
      // A range (« plage ») for twelve people, without fixed time.
      { from: '14:00', to: '17:00', minutes: 180, booking: 'WALKIN', capacity: 12 },
    ],
  },
  {
    // Sends PUBLIC slots for regulators, and does not agree that the web shows them.
    ref: 'bassin',
    practitioner: doctor(5, 'Victor', 'Hauteseine'),
    structure: structure(5, 'Cabinet de démonstration du Bassin'),
    location: inLeHavre('27 quai des Voiliers', '76600', 49.4861, 0.1178, '02 61 91 10 05'),
    publicDisplay: false,
    participates: true,
    weekly: [
      { days: WORKDAYS, from: '09:00', to: '11:00' },
      { from: '17:00', to: '18:00', visibility: ['SNP'] },
    ],
  },
  {
    ref: 'jardin',
    practitioner: doctor(6, 'Régis', 'Montgaillon'),
    structure: structure(6, 'Cabinet de démonstration du Jardin'),
    location: inLeHavre('5 rue du Jardin-Clos', '76600', 49.4982, 0.1269, '02 61 91 10 06'),
    publicDisplay: true,
    weekly: [{ days: WORKDAYS, from: '09:00', to: '12:00' }],
    away: true,
  },
  {
    // Opened and never filled: « son agenda n'est pas en ligne ».
    ref: 'colline',
    practitioner: doctor(7, 'Yvonne', 'Dufresnel'),
    structure: structure(7, 'Cabinet de démonstration de la Colline'),
    location: inLeHavre('19 rue de la Colline', '76620', 49.5171, 0.0993, '02 61 91 10 07'),
    publicDisplay: true,
  },
  {
    ref: 'enfants',
    practitioner: doctor(8, 'Lucie', 'Petitval', PAEDIATRICS),
    structure: structure(8, 'Cabinet de pédiatrie de démonstration'),
    location: inLeHavre('2 rue de la Marelle', '76600', 49.4956, 0.1155, '02 61 91 10 08'),
    publicDisplay: true,
    participates: true,
    pushed: [
      { from: '09:00', to: '12:00' },
      { days: WORKDAYS, from: '14:00', to: '17:00' },
    ],
  },
  {
    // A site without a practitioner: whoever is on duty.
    ref: 'sos',
    structure: structure(9, 'SOS Médecins de démonstration', 'sos'),
    location: inLeHavre('60 boulevard du Large', '76600', 49.5003, 0.1094, '02 61 91 10 09'),
    publicDisplay: true,
    participates: true,
    pushed: [
      { from: '10:00', to: '16:00', minutes: 60, modalities: ['HH'] },
      { from: '18:00', to: '20:00', visibility: ['PRO', 'SNP'] },
      { from: '20:00', to: '24:00' },
    ],
  },
];

const AROUND: DemonstrationAgenda[] = [
  {
    ref: 'video',
    practitioner: doctor(9, 'Hugo', 'Landemare'),
    structure: structure(10, 'Téléconsultation de démonstration'),
    location: around('76305', '76700', "Gonfreville-l'Orcher", '1 rue des Ondes', '02 61 91 10 10'),
    publicDisplay: true,
    weekly: [{ from: '08:00', to: '12:00', modalities: ['VR'] }],
    pushed: [{ from: '18:00', to: '22:00', modalities: ['VR'] }],
  },
  {
    ref: 'harfleur',
    practitioner: doctor(10, 'Soraya', 'Falaisier'),
    structure: structure(11, 'Cabinet de démonstration de Harfleur'),
    location: around('76341', '76700', 'Harfleur', '14 rue du Vieux-Pont', '02 61 91 10 11'),
    publicDisplay: true,
    participates: true,
    weekly: [
      { days: NOT_SUNDAY, from: '09:00', to: '12:00' },
      { from: '16:00', to: '17:00', visibility: ['CPTS'], communities: [COMMUNITY] },
      { from: '17:00', to: '18:00', visibility: ['PRO'] },
    ],
  },
  {
    ref: 'montivilliers',
    practitioner: doctor(11, 'Thibault', 'Grandgalet'),
    structure: structure(12, 'Cabinet de démonstration de Montivilliers'),
    location: around('76447', '76290', 'Montivilliers', "9 rue de l'Abreuvoir", '02 61 91 10 12'),
    publicDisplay: true,
    pushed: [{ from: '10:00', to: '13:00' }],
  },
  {
    ref: 'sainte-adresse',
    practitioner: doctor(12, 'Odile', 'Tournevent'),
    structure: structure(13, 'Cabinet de démonstration de Sainte-Adresse'),
    location: around('76552', '76310', 'Sainte-Adresse', '6 sentier du Phare', '02 61 91 10 13'),
    publicDisplay: true,
    participates: true,
    weekly: [
      { days: NOT_SUNDAY, from: '09:00', to: '11:00' },
      { days: NOT_SUNDAY, from: '13:00', to: '17:00', minutes: 40, modalities: ['HH'] },
    ],
  },
  {
    ref: 'fecamp',
    practitioner: doctor(13, 'Mathilde', 'Yprenelle'),
    structure: structure(14, 'Cabinet de démonstration de Fécamp'),
    location: around('76259', '76400', 'Fécamp', '33 rue des Terre-Neuvas', '02 61 91 10 14'),
    publicDisplay: true,
    participates: true,
    weekly: [{ days: NOT_SUNDAY, from: '09:00', to: '12:00' }],
    pushed: [{ from: '15:00', to: '18:00' }],
  },
  {
    ref: 'etretat',
    practitioner: doctor(14, 'Noé', 'Portaval'),
    structure: structure(15, "Cabinet de démonstration d'Étretat"),
    location: around('76254', '76790', 'Étretat', '4 rue de la Valleuse', '02 61 91 10 15'),
    publicDisplay: true,
    weekly: [{ from: '10:00', to: '12:00' }],
  },
  {
    ref: 'saint-romain',
    practitioner: doctor(15, 'Clémence', 'Saindrel'),
    structure: structure(16, 'Cabinet de démonstration de Saint-Romain'),
    location: around(
      '76647',
      '76430',
      'Saint-Romain-de-Colbosc',
      '21 rue du Lin',
      '02 61 91 10 16',
    ),
    publicDisplay: true,
    weekly: [{ from: '09:00', to: '12:00' }],
  },
  {
    ref: 'criquetot',
    practitioner: doctor(16, 'Paul-Émile', 'Clairbosc'),
    structure: structure(17, 'Cabinet de démonstration de Criquetot'),
    location: around('76196', '76280', "Criquetot-l'Esneval", '2 rue du Lavoir', '02 61 91 10 17'),
    publicDisplay: true,
    pushed: [{ from: '09:00', to: '11:00' }],
  },
];

export const AGENDAS: readonly DemonstrationAgenda[] = [...LE_HAVRE, ...AROUND].map((agenda) => {
  const practice = PRACTICES[agenda.ref];
  return practice === undefined ? agenda : { ...agenda, practice };
});
