import type { Schemas } from '../contract.ts';
import { hashOf } from '../random.ts';
import { nameOf, professionalId, structureId } from './people.ts';

type RuleRequest = Schemas['RuleRequest'];

/** An agenda to open, and the weekly rules that fill it. */
export type FakeAgenda = Schemas['ScheduleRequest'] & {
  rules?: readonly RuleRequest[];
  /** Away for the coming weeks: the agenda is connected and has nothing free. */
  away?: boolean;
};

const WORKDAYS: RuleRequest['days'] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const EVERY_DAY: RuleRequest['days'] = [...WORKDAYS, 'sat', 'sun'];

/** Slots of twenty minutes that everybody sees, every day. */
function hours(startTime: string, endTime: string, change: Partial<RuleRequest> = {}): RuleRequest {
  return {
    days: EVERY_DAY,
    startTime,
    endTime,
    slotMinutes: 20,
    modalities: ['AMB'],
    visibility: ['PUBLIC'],
    publicDisplay: true,
    ...change,
  };
}

type Where = readonly [
  insee: string,
  postcode: string,
  city: string,
  line: string,
  lat: number,
  lon: number,
];

const LE_HAVRE: readonly Where[] = [
  ['76351', '76600', 'Le Havre', '7 rue des Embruns', 49.4921, 0.1034],
  ['76351', '76620', 'Le Havre', '18 allée des Cabanes', 49.5083, 0.1101],
  ['76351', '76610', 'Le Havre', '31 avenue des Tilleuls', 49.5112, 0.1671],
  ['76351', '76600', 'Le Havre', '2 quai des Gabares', 49.4867, 0.1142],
  ['76552', '76310', 'Sainte-Adresse', '5 sente du Sémaphore', 49.5085, 0.0861],
  ['76341', '76700', 'Harfleur', '9 rue du Pont-Fictif', 49.5071, 0.1969],
  ['76447', '76290', 'Montivilliers', '14 rue de la Chènevière', 49.5449, 0.1891],
  ['76259', '76400', 'Fécamp', '26 rue des Doris', 49.7571, 0.3752],
];

const PARIS: readonly Where[] = [
  ['75111', '75011', 'Paris', '3 passage des Horlogers', 48.8588, 2.3801],
  ['75112', '75012', 'Paris', '40 rue du Chemin-Creux', 48.8411, 2.3949],
  ['75120', '75020', 'Paris', '11 rue des Vignes-Fictives', 48.8641, 2.3996],
];

/** What each agenda offers, in the order of the places. */
const RULES: readonly (readonly RuleRequest[])[] = [
  [
    hours('09:00', '12:00'),
    hours('14:00', '17:00'),
    hours('17:00', '18:00', { visibility: ['SNP'] }),
  ],
  [hours('08:00', '11:00'), hours('11:00', '12:00', { visibility: ['PRO'] })],
  [hours('14:00', '19:00')],
  [
    hours('10:00', '12:00'),
    hours('14:00', '17:00', { slotMinutes: 180, booking: 'WALKIN', capacity: 12 }),
  ],
  [hours('09:00', '11:00'), hours('15:00', '18:00', { slotMinutes: 60, modalities: ['HH'] })],
  [hours('09:00', '12:00', { days: WORKDAYS }), hours('18:00', '20:00', { modalities: ['VR'] })],
  [hours('13:00', '17:00')],
  [hours('09:00', '12:00')],
  [hours('09:00', '12:00'), hours('14:00', '18:00')],
  [hours('12:00', '16:00')],
  [hours('08:00', '10:00'), hours('19:00', '21:00', { modalities: ['VR'] })],
];

/** The agendas of a seed: the same people at the same addresses every time. */
export function agendasOf(seed: number): FakeAgenda[] {
  const regular = [...LE_HAVRE, ...PARIS].map((where, index): FakeAgenda => {
    const number = index + 1;
    // One of Le Havre looks after children.
    const specialty = index === 2 ? 'SM40' : 'SM54';
    return { ...agendaAt(where, number, seed, specialty), rules: RULES[index]! };
  });
  const [embruns, , , quai] = LE_HAVRE;
  const beside = ([insee, postcode, city, , lat, lon]: Where, line: string): Where => [
    insee,
    postcode,
    city,
    line,
    lat + 0.004,
    lon + 0.003,
  ];
  return [
    ...regular,
    // Seen by professionals only.
    {
      ...agendaAt(beside(embruns!, '22 rue des Jusants'), 12, seed),
      publicDisplay: false,
      rules: [hours('09:00', '12:00')],
    },
    // Connected, and nothing free.
    {
      ...agendaAt(beside(quai!, '4 rue du Cabestan'), 13, seed),
      rules: [hours('09:00', '12:00')],
      away: true,
    },
    // Opened and never filled.
    agendaAt(beside(embruns!, '17 rue de la Misaine'), 14, seed),
    // A site without a practitioner: whoever is on duty.
    {
      ...siteAt(beside(quai!, '60 boulevard des Phares'), 15),
      rules: [
        hours('20:00', '23:40'),
        hours('10:00', '16:00', { slotMinutes: 60, modalities: ['HH'] }),
      ],
    },
  ];
}

function siteAt([insee, postcode, city, line, lat, lon]: Where, number: number): FakeAgenda {
  const phone = `${insee.startsWith('75') ? '01 99 00' : '02 61 91'} 20 ${String(number).padStart(2, '0')}`;
  return {
    ref: `factice-${number}`,
    structure: {
      nationalId: structureId(number),
      kind: number === 15 ? 'sos' : 'practice',
      name:
        number === 15 ? 'SOS Médecins de démonstration' : `Cabinet de démonstration nᵒ ${number}`,
    },
    location: { line, postcode, city, insee, lat, lon, phone },
    publicDisplay: true,
  };
}

function agendaAt(where: Where, number: number, seed: number, specialty = 'SM54'): FakeAgenda {
  return {
    ...siteAt(where, number),
    practitioner: {
      nationalId: professionalId(number),
      ...nameOf(number, seed),
      specialties: [specialty],
    },
    participates: hashOf(`participates ${number} ${seed}`) % 2 === 0,
  };
}
