import { practiceFactsFr } from './practice-facts.ts';

const several = (count: number, one: string, many: string) =>
  `${count}\u00a0${count > 1 ? many : one}`;

/** « A », « A et B », « A, B et 3 autres ». */
function names(editors: readonly string[]): string {
  const [first = '', second = ''] = editors;
  if (editors.length < 2) return first;
  if (editors.length === 2) return `${first} et ${second}`;
  return `${first}, ${second} et ${several(editors.length - 2, 'autre', 'autres')}`;
}

/** French texts of a search that goes on: what a professional reads beside the cards. */
export const availabilityDeskFr = {
  status: 'État de la recherche',
  first: (cards: number) =>
    `${several(cards, 'premier lieu de soins', 'premiers lieux de soins')}, la recherche continue.`,
  asking: (count: number) =>
    `${several(count, 'logiciel répond encore', 'logiciels répondent encore')}…`,
  answered: (count: number) =>
    count === 1 ? 'Le logiciel connecté a répondu.' : `Les ${count}\u00a0logiciels ont répondu.`,
  missing: (editors: readonly string[]) =>
    editors.length === 1
      ? `${names(editors)} n’a pas répondu\u00a0: ses créneaux manquent.`
      : `${names(editors)} n’ont pas répondu\u00a0: leurs créneaux manquent.`,
  allMissing:
    'Aucun logiciel n’a répondu\u00a0: ne sont là que les créneaux saisis sur la plateforme. Il y en a peut-être d’autres.',
  frozen: (time: string) => `Liste figée depuis ${time}\u00a0: passez au téléphone.`,
  approximate: (place: string) => `Position approchée\u00a0: distances comptées du centre${place}.`,
  ofPlace: (place: string) => ` de ${place}`,

  arrived: (count: number) => several(count, 'nouvelle proposition', 'nouvelles propositions'),
  show: (count: number): string => (count > 1 ? 'Les afficher' : 'L’afficher'),

  departures: {
    overdue: 'Sans nouvelles de l’éditeur depuis 10\u00a0minutes.',
    asked: 'Avez-vous réservé sur le site de l’éditeur\u00a0?',
    taken: 'Ce créneau vient d’être pris ou est retenu par un collègue.',
    unknown: 'Votre départ vers l’éditeur n’a pas pu être noté.',
    booked: 'Réservé',
    givenUp: 'Abandonné',
    close: 'Fermer',
    said: {
      booked: 'Noté\u00a0: réservé.',
      'given-up': 'Noté\u00a0: abandonné.',
      'closed-already': 'L’éditeur l’avait déjà dit.',
      'not-closed': 'Ce n’est pas noté\u00a0: réessayez.',
    },
  },
  practice: practiceFactsFr,
  /** The search form, folded. */
  searched: 'Recherche',
  filters: {
    title: 'Filtres',
    none: 'aucun',
    hint: 'Un cabinet qui n’en dit rien n’est pas montré. Le médecin traitant le reste.',
    practice: 'Le cabinet',
    open: 'Ouvert maintenant',
    feeSector: 'Secteur',
    language: 'Langue parlée',
    anyLanguage: 'Toutes',
    clear: 'Retirer les filtres',
    only: (wishes: readonly string[]) => `Seulement\u00a0: ${wishes.join(', ')}.`,
  },
  /** In the place of what the public reads. */
  search: {
    heading: 'Créneaux libres dans les 48 heures',
    origin: 'Créneaux publiés par les cabinets et par leurs logiciels.',
    ownDoctor: 'Médecin traitant\u00a0: est-il joignable\u00a0?',
    ownDoctorHint: 'S’il l’est, c’est à lui d’abord de recevoir son patient.',
    emptyModality: 'Essayez avec moins de critères.',
    wayOut:
      'Rien qui convienne\u00a0? Cherchez autour d’un autre lieu, ou appelez les cabinets. Urgence vitale\u00a0:',
  },
  preferred: 'Médecin traitant',
  notAsked: 'Son agenda n’a pas pu être interrogé\u00a0: il y a peut-être des créneaux.',
  taken: 'pris',
  unsure: 'à vérifier',
  elsewhere: 'autre site',
  opens: (editor: string) => `s’ouvre sur le site de l’éditeur ${editor}, dans une autre fenêtre`,
};

export type AvailabilityDeskStrings = typeof availabilityDeskFr;
