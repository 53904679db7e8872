import { isDay, onDate, withArticle } from './dates.ts';
import { errorsFr } from './errors.ts';

const several = (count: number, one: string, many = `${one}s`) =>
  `${count}\u00a0${count > 1 ? many : one}`;

/** French texts of `<sas-directory>`. */
export const directoryFr = {
  ...errorsFr,
  codes: {
    ...errorsFr.codes,
    'not-found': 'La liste des SAS n’est pas à son adresse.',
    'invalid-response': 'La liste des SAS n’est pas lisible.',
    'other-site': 'La liste des SAS n’est pas sur ce site.',
  } as Record<string, string | undefined>,
  other: 'La demande n’a pas abouti. Réessayez.',
  heading: 'Annuaire des SAS',
  intro: 'Où en est chaque service d’accès aux soins, qui l’anime, quel numéro appeler.',
  loading: 'Lecture de la liste…',
  search: 'Territoire, région ou département',
  region: 'Région',
  department: 'Département',
  status: 'Statut',
  all: { region: 'Toutes', department: 'Tous', status: 'Tous' },
  reset: 'Effacer les filtres',
  count: (shown: number, all: number) =>
    shown === all ? several(all, 'SAS', 'SAS') : `${shown} SAS sur ${all}`,
  coverage: (whole: number, part: number, of: number) =>
    `Départements où un SAS répond\u00a0: ${whole} en entier` +
    `${part > 0 ? `, ${part} en partie` : ''}, sur ${of}.`,
  statuses: {
    'in-design': 'En conception',
    pilot: 'Site pilote',
    operational: 'Ouvert',
    generalised: 'Généralisé',
  },
  unknownStatus: 'Statut non indiqué',
  timeline: 'Étapes',
  since: (date: string) => `depuis ${withArticle(date)}`,
  noDate: 'date non indiquée',
  noStage: 'Aucune étape datée par une source.',
  source: (source: string) => `Source\u00a0: ${source}`,
  partOf: (departments: string) => `une partie de ${departments}`,
  numbers: 'Numéros',
  toBeAnnounced: 'Numéro à annoncer. D’ici là, appelez le',
  from: (date: string) => `dès ${withArticle(date)}`,
  until: (date: string) => `jusqu’${isDay(date) ? 'au' : 'en'} ${date}`,
  contacts: 'Contacts pour les professionnels',
  contactToBeAnnounced: 'à annoncer',
  holders: 'Porteurs',
  sides: { hospital: 'hôpital', ambulatory: 'ville' },
  partners: 'Partenaires',
  partnersOrder: 'Par ordre alphabétique.',
  noneTitle: 'Aucun SAS dans cette liste',
  none: 'La liste ne contient encore aucun territoire. Le 15 répond partout, jour et nuit.',
  noMatchTitle: 'Aucun SAS ne correspond',
  noMatch: 'Le 15 répond partout, jour et nuit, même là où aucun SAS n’est listé.',
  unreadable: (count: number) =>
    `${several(count, 'fiche n’a pas pu être lue', 'fiches n’ont pas pu être lues')}\u00a0: la liste est incomplète.`,
  cut: 'La fin de la liste n’a pas été reçue\u00a0: elle est incomplète.',
  updated: (date: string) => `Liste vérifiée ${onDate(date)}.`,
  old: (date: string) =>
    `Cette liste n’a pas été vérifiée depuis ${withArticle(date)}. Elle a pu changer.`,
  kept: (time: string) => `La liste ci-dessous a été lue à ${time}.`,
  asSourced:
    'Statuts et dates\u00a0: ceux des sources citées\u00a0; la situation a pu changer depuis.',
  independent: 'Projet indépendant, non publié par le ministère ni par l’ANS.',
};

export type DirectoryStrings = typeof directoryFr;
