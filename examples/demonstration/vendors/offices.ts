/**
 * Doctors of the demonstration whose agendas only their vendors have. Communes are real; people, practices
 * and streets are not. Telephone numbers are of the block 02 61 91, which the regulator keeps for fiction.
 */
import type { ScheduleRequest } from '@sas-kit/client';
import type { OfferedSlot } from '@sas-kit/connector';
import { fictiveProfessional } from '../publishing/national-id.ts';

/** Free hours of every day, in the zone of Le Havre. */
export interface VendorHours {
  from: string;
  to: string;
  minutes: number;
  visibility: OfferedSlot['visibility'];
}

/** A doctor and the practice that a vendor knows. */
export interface Office {
  ref: string;
  practitioner: Required<
    Pick<NonNullable<ScheduleRequest['practitioner']>, 'nationalId' | 'family'>
  > & {
    given: string;
    specialties: string[];
  };
  location: Required<
    Pick<
      ScheduleRequest['location'],
      'line' | 'postcode' | 'city' | 'insee' | 'lat' | 'lon' | 'phone'
    >
  >;
  hours: readonly VendorHours[];
}

/** One vendor of the demonstration. */
export interface DemonstrationVendor {
  id: string;
  name: string;
  /** What it takes to answer, ms. */
  delayMs: number;
  /** Whether regulators book with it on the platform, without its page: an addition of SAS Kit. */
  booksInOneStep: boolean;
  offices: readonly Office[];
}

function office(
  number: number,
  [given, family]: readonly [string, string],
  [line, postcode, city, insee, lat, lon]: readonly [
    string,
    string,
    string,
    string,
    number,
    number,
  ],
  hours: readonly VendorHours[],
): Office {
  return {
    ref: `editeur-${number}`,
    practitioner: {
      ...{ nationalId: fictiveProfessional(number), family, given },
      specialties: ['SM54'],
    },
    location: {
      ...{ line, postcode, city, insee, lat, lon },
      phone: `02 61 91 20 ${String(number % 100).padStart(2, '0')}`,
    },
    hours,
  };
}

const PRO: OfferedSlot['visibility'] = ['PRO'];
const SNP: OfferedSlot['visibility'] = ['SNP'];
const morning = (visibility = PRO): VendorHours => ({
  ...{ from: '08:30', to: '11:30', minutes: 30 },
  visibility,
});
const evening = (visibility = PRO): VendorHours => ({
  ...{ from: '17:00', to: '21:00', minutes: 20 },
  visibility,
});

/** The vendors, quick and slow. */
export const VENDORS: readonly DemonstrationVendor[] = [
  {
    id: 'editeur-estuaire',
    name: 'Éditeur fictif Estuaire',
    delayMs: 0,
    booksInOneStep: true,
    offices: [
      office(
        201,
        ['Gaspard', 'Houlemare'],
        ['8 rue des Essais', '76600', 'Le Havre', '76351', 49.4951, 0.1142],
        [morning(), evening(SNP)],
      ),
      office(
        202,
        ['Apolline', 'Dunesque'],
        ['21 quai des Exemples', '76600', 'Le Havre', '76351', 49.4872, 0.1093],
        [evening()],
      ),
      office(
        203,
        ['Ulysse', 'Varengeot'],
        ['5 allée du Belvédère', '76620', 'Le Havre', '76351', 49.5103, 0.1071],
        [],
      ),
    ],
  },
  {
    id: 'editeur-falaises',
    name: 'Éditeur fictif Falaises',
    delayMs: 700,
    booksInOneStep: false,
    offices: [
      office(
        204,
        ['Capucine', 'Rocheval'],
        ['14 rue des Galets', '76600', 'Le Havre', '76351', 49.4928, 0.1019],
        [morning(SNP)],
      ),
      office(
        205,
        ['Anselme', 'Crételle'],
        ['2 place des Essais', '76290', 'Montivilliers', '76447', 49.5455, 0.1881],
        [morning(), evening()],
      ),
      office(
        206,
        ['Séraphine', 'Portelune'],
        ['30 rue des Exemples', '76400', 'Fécamp', '76259', 49.7583, 0.3751],
        [evening(SNP)],
      ),
    ],
  },
];
