import { careSeekerFr } from './care-seeker.ts';

const several = (count: number, one: string, many: string) =>
  `${count}\u00a0${count > 1 ? many : one}`;

/** French texts of `<sas-availability>`. */
export const availabilityFr = {
  ...careSeekerFr,
  heading: 'Trouver un rendez-vous dans les 48 heures',
  ownDoctor: 'Avez-vous un médecin traitant\u00a0? Est-il joignable\u00a0?',
  ownDoctorHint: 'Appelez-le d’abord\u00a0: il vous connaît.',
  directory: 'Trouver son numéro sur annuairesante.ameli.fr',

  place: 'Commune ou code postal',
  places: 'Lieux proposés',
  placesFound: (count: number) =>
    count === 0
      ? 'Aucun lieu de ce nom.'
      : `${several(count, 'lieu proposé', 'lieux proposés')}. Flèche bas pour choisir.`,
  placeMissing: 'Écrivez une commune ou un code postal.',
  department: 'département',
  specialty: 'Spécialité',
  defaultSpecialty: 'Médecine générale',
  modality: 'Où\u00a0?',
  search: 'Chercher',

  loading: 'Recherche en cours…',
  results: (cards: number, place: string) =>
    `${place}${several(cards, 'lieu de soins', 'lieux de soins')} avec des créneaux libres`,
  around: (place: string | null) => (place === null ? '' : `${place}\u00a0: `),
  until: (day: string, time: string) => `Créneaux jusqu’au ${day}, ${time}.`,
  enlarged: (from: string, to: string) =>
    `Peu de créneaux à moins de ${from}\u00a0: la recherche a été élargie à ${to}.`,
  partial: 'Certains agendas n’ont pas répondu. Il y a peut-être d’autres créneaux que ceux-ci.',
  stale: (time: string) => `Ces créneaux datent de ${time}.`,
  refresh: 'Actualiser',
  more: 'Voir d’autres lieux de soins',

  distance: (distance: string) => `à ${distance}`,
  call: (name: string, phone: string) => `Appeler ${name}, ${phone}`,
  slotsOf: (name: string) => `Créneaux\u00a0: ${name}`,
  today: 'Aujourd’hui',
  tomorrow: 'Demain',
  cutAt: (time: string) => `jusqu’à ${time}`,
  noSlotThatDay: 'Rien ce jour-là',
  range: (from: string, to: string) => `${from} – ${to}`,
  walkIn: 'sans heure fixe',
  moreTimes: (count: number) => several(count, 'autre horaire', 'autres horaires'),
  fewerTimes: 'Moins d’horaires',
  moreSlots: (count: number) =>
    `Afficher ${several(count, 'créneau plus tard', 'créneaux plus tard')}`,
  states: {
    'none-free': (day: string, time: string) => `Pas de créneau libre d’ici ${day}, ${time}.`,
    'not-connected': () => 'Son agenda n’est pas en ligne.',
    'not-asked': () => 'Son agenda n’a pas répondu\u00a0: il y a peut-être des créneaux.',
  },
  othersNearby: 'Autres cabinets proches',

  emptyTitle: 'Pas de créneau en ligne',
  empty: (day: string, time: string) =>
    `Aucun cabinet ne propose de créneau libre d’ici ${day}, ${time}.`,
  emptyPartial:
    'Les agendas consultés n’ont pas de créneau libre, mais certains n’ont pas répondu.',
  emptyModality: 'Essayez sans choisir le lieu de la consultation.',
  next: (day: string, time: string) => `Prochain créneau\u00a0: ${day} à ${time}.`,
  nextSearch: 'Voir ces créneaux',
  wayOut:
    'Besoin d’un soin avant\u00a0? Appelez votre médecin traitant. Si vous ne pouvez pas attendre, appelez le',
};

export type AvailabilityStrings = typeof availabilityFr;
