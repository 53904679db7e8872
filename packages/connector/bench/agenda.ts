import type { Place } from '@sas-kit/fhir';
import type { Offer, OfferedPractitioner, OfferedSlot } from '../src/agenda.ts';

/** Start of the searched window: `IN_WINDOW` slots of each practitioner lie in its 72 hours. */
export const FIRST_DAY = Date.parse('2026-11-23T08:00:00+01:00');
export const SLOTS_EACH = 40;
export const IN_WINDOW = 4;

const HOUR = 3_600_000;

/** RPPS number of the n-th practitioner. */
export const rpps = (index: number): string => `10999${String(index).padStart(6, '0')}`;

/** A large agenda: each practitioner at a place of their own, a slot every 20 hours. */
export function largeAgenda(practitioners: number): Offer {
  const people: OfferedPractitioner[] = [];
  const places: Place[] = [];
  const slots: OfferedSlot[] = [];
  for (let index = 0; index < practitioners; index += 1) {
    people.push({
      id: `pr-${index}`,
      nationalId: rpps(index),
      family: `PRATICIEN ${index}`,
      given: 'Camille',
      specialties: ['SM54'],
    });
    places.push({
      id: `place-${index}`,
      name: 'Cabinet de démonstration',
      structure: { finess: '760009001' },
      line: `${index} rue des Galets`,
      postalCode: '76600',
      city: 'Le Havre',
      phone: '02 61 91 10 20',
      lat: 49.49,
      lon: 0.1,
    });
    for (let each = 0; each < SLOTS_EACH; each += 1) {
      const start = FIRST_DAY + (index % 60) * 60_000 + each * 20 * HOUR;
      slots.push({
        id: `slot-${index}-${each}`,
        practitioner: `pr-${index}`,
        place: `place-${index}`,
        start: new Date(start).toISOString(),
        end: new Date(start + HOUR / 4).toISOString(),
        visibility: ['PUBLIC', 'PRO'],
        modalities: ['AMB', 'VR'],
        booking: 'ROUTINE',
        reasons: ['Consultation non programmée', 'Fièvre'],
        url: `https://agenda.example/rdv?praticien=pr-${index}&creneau=${each}`,
      });
    }
  }
  return { practitioners: people, places, slots };
}
