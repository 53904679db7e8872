import type { HubState } from '@sas-kit/connector/hub';
import type { ReceivedAppointment } from '@sas-kit/fhir/hub';
import type { Attention } from '../board.ts';
import { clockTime } from './times.ts';

/** What state the appointments are in; never only a colour. */
export const STATUSES: Readonly<Record<ReceivedAppointment['status'], string>> = {
  pending: 'À confirmer',
  booked: 'Pris',
  fulfilled: 'Le patient est venu',
  noshow: 'Le patient n’est pas venu',
  cancelled: 'Annulé',
};

/** Of a case where nobody is ill, and of its appointments. */
export const EXERCISE = 'Exercice';

/** Of an appointment that was booked in the page of its case. */
export const NOT_TOLD = 'Pris ici, pas encore reçu du Hub';

/** Why a case is at the top of the list. */
export const ATTENTION: Readonly<Record<Attention, string>> = {
  cancelled: 'Rendez-vous annulé',
  moved: 'Heure changée',
};

/** Where an appointment is, and with whom. */
export function placeOf({ practitioner, organization }: ReceivedAppointment): string {
  const doctor = practitioner?.lastName;
  const names = [
    ...(doctor === undefined ? [] : [`Dr ${practitioner?.firstName ?? ''} ${doctor}`]),
    ...(organization?.name === undefined ? [] : [organization.name]),
  ];
  return names.join(', ').replace(/ +/g, ' ') || 'Effecteur à confirmer';
}

/** How the connection to the Hub is, for everybody who looks at the board; null when there is nothing to say. */
export function hubLine(state: HubState | null): string | null {
  if (state === null)
    return 'Pas de file de messages : aucun rendez-vous n’arrive du Hub Santé. Ceux qui sont pris ici restent sur leur dossier ; pour les autres, téléphonez.';
  const since = clockTime(state.since);
  switch (state.name) {
    case 'connected':
      return null;
    case 'connecting':
      return `Connexion au Hub Santé en cours depuis ${since}.`;
    case 'reconnecting':
    case 'blocked':
      return `Tableau figé depuis ${since}, passez au téléphone.`;
    case 'stopped':
      return `Réception des rendez-vous arrêtée depuis ${since}.`;
  }
}
