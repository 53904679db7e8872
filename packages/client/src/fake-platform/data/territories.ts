import { FRANCE, type Territory } from '../world.ts';

const SOURCE = 'plateforme factice de SAS Kit';

function numberOf(number: string, label: string): Territory['accessNumbers'][number] {
  return {
    number,
    label,
    regimes: ['sas', 'pdsa'],
    hours: null,
    validFrom: '2024-01-01',
    validUntil: null,
    source: SOURCE,
  };
}

function territory(
  facts: Pick<Territory, 'id' | 'name' | 'region' | 'departments' | 'communes' | 'accessNumbers'>,
  bookable: boolean,
): Territory {
  return {
    ...facts,
    status: 'operational',
    statuses: [{ status: 'operational', from: '2024-01-01', source: SOURCE }],
    timeZone: FRANCE,
    checkedOn: '2026-11-20',
    openingHours: [
      {
        validFrom: null,
        validUntil: null,
        sas: [
          { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '20:00' },
          { days: ['sat'], from: '08:00', to: '12:00' },
        ],
        holidays: 'national',
        bridgeDays: [],
        source: SOURCE,
      },
    ],
    partners: [{ name: 'CPTS de démonstration', kind: 'cpts' }],
    holders: [
      { name: 'Association de démonstration', side: 'ambulatory' },
      { name: 'Hôpital de démonstration', side: 'hospital' },
    ],
    publicBooking: {
      enabled: bookable,
      contactFields: ['name', 'phone'],
      controller: bookable ? 'Association de démonstration' : null,
      dataProtectionContact: bookable ? 'dpo@sas-kit.example' : null,
      retentionHours: 24,
    },
    dangerSigns: {
      version: '1',
      date: '2026-11-20',
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
}

/** One around Le Havre, one in Paris, and one in which no agenda is published. */
export const TERRITORIES: readonly Territory[] = [
  territory(
    {
      id: 'le-havre-fecamp',
      name: 'Le Havre – Fécamp',
      region: 'Normandie',
      departments: [],
      communes: ['76351', '76259', '76447', '76305', '76341', '76552', '76254'],
      accessNumbers: [numberOf('+33261911919', 'Soins non programmés (numéro fictif)')],
    },
    true,
  ),
  territory(
    {
      id: 'paris',
      name: 'Paris',
      region: 'Île-de-France',
      departments: ['75'],
      communes: [],
      accessNumbers: [numberOf('+33199001515', 'Soins non programmés (numéro fictif)')],
    },
    true,
  ),
  territory(
    {
      id: 'savoie',
      name: 'Savoie',
      region: 'Auvergne-Rhône-Alpes',
      departments: ['73'],
      communes: [],
      accessNumbers: [numberOf('to-be-announced', 'Numéro à venir')],
    },
    false,
  ),
];
