import { BOOKING_MODES, CONSULTATION_TYPES, SLOT_TYPES, specialtyLabel } from '@sas-kit/fhir';
import type { Audience } from '@sas-kit/connector';
import type { Opening } from '../store/slots.ts';
import type { Person, Room } from '../store/people.ts';

/** What pages say in more than one place. French: the secretary's language. */
export const AUDIENCES: Readonly<Record<Audience, string>> = {
  everyone: 'Tout le monde',
  'own-patients': 'La patientèle du praticien\u00a0: jamais envoyé au SAS',
  structure: 'La structure\u00a0: jamais envoyé au SAS',
};

/** `Camille AUBRY` */
export const nameOf = ({ given, family }: Pick<Person, 'given' | 'family'>): string =>
  `${given} ${family}`.trim();

export const specialtiesOf = (codes: readonly string[]): string =>
  codes.map((code) => specialtyLabel(code)?.fr ?? code).join(', ');

/** `12 rue des Galets, 76600 Le Havre` */
export const addressOf = ({ line, postalCode, city }: Room): string =>
  [line, `${postalCode} ${city}`.trim()].filter((part) => part !== '').join(', ');

export const visibilityOf = ({ visibility }: Opening): string =>
  visibility.map((code) => SLOT_TYPES[code].fr).join(', ') || 'personne';

export const modalitiesOf = ({ modalities }: Opening): string =>
  modalities.map((code) => CONSULTATION_TYPES[code].fr).join(', ');

export const bookingOf = ({ walkIn }: Opening): string =>
  BOOKING_MODES[walkIn ? 'WALKIN' : 'ROUTINE'].fr;

/** State of a slot, in a word and for its style. */
export interface State {
  readonly kind: 'past' | 'booked' | 'busy' | 'free';
  readonly label: string;
}

export function stateOf({ start, busy, booked, capacity }: Opening, now: Date): State {
  if (booked >= capacity) return { kind: 'booked', label: 'Réservé' };
  if (busy) return { kind: 'busy', label: 'Indisponible' };
  if (start <= now) return { kind: 'past', label: 'Passé' };
  if (capacity === 1) return { kind: 'free', label: 'Libre' };
  return { kind: 'free', label: `Libre\u00a0: ${capacity - booked} places sur ${capacity}` };
}

/** What an action did, told on the page that follows. */
export const NOTICES: Readonly<Record<string, string>> = {
  accords: 'Accords enregistrés.',
  annule: 'Rendez-vous annulé. Le créneau est de nouveau libre.',
  'deja-annule': 'Ce rendez-vous était déjà annulé.',
  indisponible: 'Créneau mis de côté\u00a0: il n’est plus proposé.',
  libre: 'Créneau libéré\u00a0: il est de nouveau proposé.',
  partage: 'Partage du créneau enregistré.',
  pris: 'Ce créneau n’est plus libre. Rien n’a été réservé.',
  reserve: 'Rendez-vous pris. Notez sa référence dans le dossier du patient.',
};
