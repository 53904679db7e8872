import { onDate } from './dates.ts';
import { errorsFr } from './errors.ts';

const several = (count: number, one: string, many = `${one}s`) =>
  `${count}\u00a0${count > 1 ? many : one}`;

/** French texts of `<sas-news>`. */
export const newsFr = {
  ...errorsFr,
  codes: {
    ...errorsFr.codes,
    'not-found': 'La liste des informations n’est pas à son adresse.',
    'invalid-response': 'La liste des informations n’est pas lisible.',
    'other-site': 'La liste des informations n’est pas sur ce site.',
  } as Record<string, string | undefined>,
  other: 'La demande n’a pas abouti. Réessayez.',
  heading: 'Informations',
  loading: 'Lecture des informations…',
  filters: 'Filtres',
  type: 'Type d’information',
  sector: 'Secteur',
  area: 'Zone géographique',
  period: 'Période',
  sort: 'Tri',
  all: { type: 'Tous', sector: 'Tous', area: 'Toutes', period: 'Toutes' },
  types: {
    'press-release': 'Communiqué',
    article: 'Article',
    report: 'Rapport',
    regulation: 'Texte officiel',
    experience: 'Retour d’expérience',
    guide: 'Guide',
    event: 'Événement',
  } as Record<string, string | undefined>,
  periods: { P3M: '3 derniers mois', P12M: '12 derniers mois' } as Record<string, string>,
  undated: 'Sans date',
  sorts: { newest: 'Plus récentes', oldest: 'Plus anciennes', title: 'Titre' },
  archives: (count: number) => `Montrer aussi les archives (${count})`,
  count: (shown: number) =>
    shown === 0 ? 'Aucune information' : several(shown, 'information', 'informations'),
  print: 'Imprimer la liste',
  shareList: 'Partager la liste',
  share: 'Partager',
  shareItem: (title: string) => `Partager\u00a0: ${title}`,
  copied: 'Lien copié.',
  copyByHand: 'Copiez ce lien\u00a0:',
  published: (date: string) => `Publié ${onDate(date)}`,
  noDate: 'Date de publication non indiquée',
  source: 'Source\u00a0:',
  licence: (licence: string) => `Licence\u00a0: ${licence}`,
  archived: 'Archivé',
  archivedNotice: 'Cet article est archivé\u00a0: il aborde un sujet qui n’est plus d’actualité.',
  archivedOn: (date: string) => `Archivé ${onDate(date)}.`,
  supersededBy: 'Remplacé par\u00a0:',
  newer: 'l’information à jour',
  noneTitle: 'Pas encore d’information',
  none: 'Cette liste est vide pour le moment.',
  noMatchTitle: 'Aucune information ne correspond',
  noMatch: (archived: number) =>
    archived > 0
      ? `Élargissez les filtres, ou cherchez aussi dans les archives (${archived}).`
      : 'Élargissez les filtres.',
  reset: 'Effacer les filtres',
  unreadable: (count: number) =>
    `${several(count, 'information n’a pas pu être lue', 'informations n’ont pas pu être lues')}\u00a0: la liste est incomplète.`,
};

export type NewsStrings = typeof newsFr;
