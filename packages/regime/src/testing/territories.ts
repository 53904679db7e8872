import type { OpeningHours, RegimeNumber, RegimeTerritory } from '../territory.ts';

/** Hours of the Savoie page: 8 h to 20 h from Monday to Friday, 8 h to 12 h on Saturday. */
export function opening(change: Partial<OpeningHours> = {}): OpeningHours {
  return {
    validFrom: null,
    validUntil: null,
    sas: [
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '20:00' },
      { days: ['sat'], from: '08:00', to: '12:00' },
    ],
    holidays: 'national',
    bridgeDays: [],
    source: 'test',
    ...change,
  };
}

/** A number that always answers. */
export function number(change: Partial<RegimeNumber> = {}): RegimeNumber {
  return {
    number: '116117',
    label: 'Le 116 117',
    regimes: ['sas', 'pdsa'],
    validFrom: null,
    validUntil: null,
    source: 'test',
    ...change,
  };
}

export function territory(change: Partial<RegimeTerritory> = {}): RegimeTerritory {
  return {
    id: 'test',
    timeZone: 'Europe/Paris',
    accessNumbers: [number()],
    openingHours: [opening()],
    ...change,
  };
}
