import { careSeekerFr } from './care-seeker.ts';
import type { ErrorStrings } from './errors.ts';

const minutesAndSeconds = (seconds: number) => {
  const minutes = Math.floor(seconds / 60);
  const rest = `${seconds % 60}\u00a0s`;
  return minutes > 0 ? `${minutes}\u00a0min\u00a0${rest}` : rest;
};

/** French texts of `<sas-booking>`. */
export const bookingFr = {
  ...careSeekerFr,
  codes: {
    ...careSeekerFr.codes,
    'contact-required': 'Écrivez votre nom et votre téléphone.',
    'extensions-exhausted':
      'Ce créneau a déjà été gardé trois fois de plus. Choisissez-le à nouveau.',
    'hold-expired': 'Ce créneau n’est plus gardé pour vous. Choisissez-le à nouveau.',
    'hold-mismatch': 'Ce créneau n’est plus gardé pour vous. Choisissez-le à nouveau.',
    'hold-required': 'Ce créneau n’est plus gardé pour vous. Choisissez-le à nouveau.',
    'idempotency-key-in-use': 'Votre demande est déjà en cours. Attendez quelques secondes.',
    'invalid-phone': 'Ce numéro de téléphone n’est pas complet.',
    'invalid-transition': 'Ce rendez-vous ne peut plus être changé ici. Appelez le cabinet.',
    'manage-token-required': 'Ce lien n’est pas complet. Copiez-le en entier.',
    'not-bookable-here': 'Ce créneau se réserve sur le site du cabinet.',
    'not-found': 'Nous ne trouvons pas ce rendez-vous. Le lien n’est peut-être plus valable.',
    'outside-window': 'Ce créneau est trop loin\u00a0: ici, on réserve dans les 72 heures.',
    'public-booking-off': 'La réservation en ligne n’est pas ouverte ici. Appelez le cabinet.',
    'slot-in-past': 'Cet horaire est déjà passé.',
    'slot-taken': 'Ce créneau vient d’être pris par une autre personne.',
    'too-many-bookings':
      'Plusieurs rendez-vous ont déjà été pris d’ici. Pour un autre, appelez le cabinet.',
    'too-many-holds':
      'Vous gardez déjà plusieurs créneaux. Finissez une réservation, ou attendez cinq minutes.',
    'walk-in': 'Ici, on vient sans rendez-vous.',
  } as ErrorStrings['codes'],
  back: 'Choisir un autre créneau',
  at: (day: string, time: string) => `${day} à ${time}`,

  holding: 'Nous gardons ce créneau pour vous…',
  title: 'Votre rendez-vous',
  moveTitle: 'Confirmer le déplacement',
  summary: {
    when: 'Quand',
    duration: 'Durée',
    how: 'Comment',
    with: 'Avec',
    where: 'Où',
    phone: 'Téléphone',
    reference: 'Référence',
  },
  moveFrom: (when: string) =>
    `Votre rendez-vous du ${when} reste réservé jusqu’à votre confirmation.`,

  kept: 'Créneau gardé pour vous encore',
  remaining: minutesAndSeconds,
  spoken: (seconds: number) =>
    `Le créneau est gardé encore ${seconds === 60 ? '1 minute' : `${seconds} secondes`}. ` +
    'Vous pouvez le garder 5 minutes de plus.',
  keep: 'Garder 5 minutes de plus',
  expired:
    'Le temps est passé. Rien n’est effacé\u00a0: vous pouvez reprendre ce créneau s’il est encore libre.',
  retake: 'Reprendre ce créneau',

  contactTitle: 'Vos coordonnées',
  allRequired: 'Les deux réponses sont nécessaires.',
  name: 'Nom et prénom',
  phone: 'Téléphone',
  phoneHint: 'Pour vous joindre si le rendez-vous change. Exemple\u00a0: 06 39 98 00 01.',
  faults: {
    'name-missing': 'Écrivez votre nom et votre prénom.',
    'name-invalid': 'Écrivez votre nom avec des lettres seulement.',
    'phone-missing': 'Écrivez votre numéro de téléphone.',
    'phone-invalid': 'Ce numéro n’est pas complet. Exemple\u00a0: 06 39 98 00 01.',
  },
  privacyTitle: 'Vos données',
  privacy: (controller: string, hours: number) => [
    `Responsable\u00a0: ${controller}.`,
    'Pourquoi\u00a0: pour que le cabinet vous reconnaisse et puisse vous joindre. Rien d’autre.',
    `Combien de temps\u00a0: effacées ${hours} h après le rendez-vous.`,
    'Vos droits\u00a0: voir, corriger, faire effacer vos données, vous opposer à leur usage, ' +
      'et écrire à la CNIL (cnil.fr).',
  ],
  privacyContact: 'À qui demander\u00a0:',
  confirm: 'Réserver ce rendez-vous',
  confirmMove: 'Déplacer le rendez-vous',
  sending: 'Envoi en cours…',

  walkInTitle: 'Sans rendez-vous',
  walkIn: (day: string, from: string, to: string) =>
    `${day}\u00a0: venez entre ${from} et ${to}, sans heure fixe.`,
  walkInHint: 'Rien à réserver\u00a0: vous serez reçu dans l’ordre d’arrivée.',
  elsewhereTitle: 'À réserver sur le site du cabinet',
  elsewhere: 'Ce créneau se réserve sur le site du cabinet.',
  elsewhereLink: 'Aller sur le site du cabinet',

  conflictHint: 'Voici les créneaux libres les plus proches\u00a0:',
  conflictNone: 'Choisissez un autre créneau ci-dessous\u00a0: la liste est à jour.',
  callPractice: 'Appeler le cabinet\u00a0:',

  confirmed: 'Rendez-vous réservé',
  moved: 'Rendez-vous déplacé',
  cancelled: 'Rendez-vous annulé',
  referenceHint: 'Donnez cette référence au cabinet en arrivant.',
  worse: 'Si l’état s’aggrave avant le rendez-vous\u00a0:',
  worseEnd: ', n’attendez pas.',
  print: 'Imprimer',
  manage: 'Annuler ou déplacer',
  calendar: 'Ajouter à mon agenda',
  calendarTitle: 'Rendez-vous',
  calendarText: (reference: string) =>
    `Référence ${reference}. Si l’état s’aggrave avant le rendez-vous\u00a0: 15, n’attendez pas.`,
  manageLink: 'Lien pour annuler ou déplacer ce rendez-vous',
  manageLinkHint: 'Gardez-le pour vous\u00a0: il permet d’annuler le rendez-vous.',
  copy: 'Copier le lien',
  copied: 'Lien copié.',
  copyByHand: 'Le lien est sélectionné\u00a0: copiez-le.',

  opening: 'Nous cherchons votre rendez-vous…',
  lostTitle: 'Rendez-vous introuvable',
  newSearch: 'Chercher un autre rendez-vous',
  statuses: {
    pending: 'En attente du cabinet',
    booked: 'Réservé',
    fulfilled: 'Passé',
    noshow: 'Passé, vous n’êtes pas venu',
    cancelled: 'Annulé',
  },
  cancel: 'Annuler le rendez-vous',
  move: 'Déplacer le rendez-vous',
  cancelAsk: 'Annuler ce rendez-vous\u00a0? Une autre personne pourra le prendre.',
  cancelYes: 'Oui, annuler',
  cancelNo: 'Non, le garder',
  cancelledText: 'Le cabinet le voit. Vous n’avez rien d’autre à faire.',
  moving: (when: string) => `Vous déplacez le rendez-vous du ${when}. Choisissez un autre créneau.`,
  stay: 'Garder l’horaire actuel',
};

export type BookingStrings = typeof bookingFr;
