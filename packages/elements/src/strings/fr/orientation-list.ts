import { orientationWordsFr } from './orientation-words.ts';

const several = (count: number, one: string, many: string) =>
  `${count}\u00a0${count > 1 ? many : one}`;

/** French texts of `<sas-orientation-list>`. */
export const orientationListFr = {
  words: orientationWordsFr,
  heading: 'Orientations du jour',
  loading: 'Lecture des orientations…',
  live: 'À jour, en direct.',
  frozen: (time: string) => `Liste figée depuis ${time}\u00a0: passez au téléphone.`,
  partial: 'La liste n’est pas complète.',
  none: 'Aucune orientation aujourd’hui.',
  noneHint: 'Celles que vous enregistrez viennent ici, avec ce que devient leur rendez-vous.',
  noneShown: 'Aucune orientation dans cette liste.',
  again: 'Lire à nouveau',

  show: {
    legend: 'Montrer',
    mine: 'Les miennes',
    desk: 'Toute l’équipe',
    'to-execute': 'À organiser',
  },
  elsewhere: (count: number) => `${several(count, 'alerte', 'alertes')} chez vos collègues.`,
  showDesk: 'Montrer toute l’équipe',
  held: (waiting: number, others: number) =>
    [
      waiting > 0 ? several(waiting, 'décision à organiser', 'décisions à organiser') : '',
      others > 0 ? several(others, 'nouvelle orientation', 'nouvelles orientations') : '',
    ]
      .filter(Boolean)
      .join(', '),
  showHeld: 'Afficher',
  more: 'Montrer la suite',

  alarms: (count: number) => `À traiter (${count})`,
  toAlarms: 'Aller aux alertes',
  waiting: (count: number) => `À organiser (${count})`,
  others: (count: number) => `Orientations (${count})`,
  reasons: {
    cancelled: 'Rendez-vous annulé',
    moved: 'Rendez-vous déplacé',
    absence: 'Cabinet absent à l’heure du rendez-vous',
    'not-cancelled': 'Rendez-vous non annulé par le cabinet',
    overdue: 'Rendez-vous non confirmé',
    'not-executed': 'Décision non organisée à temps',
  },
  before: 'Avant',
  now: 'Maintenant',
  nowCancelled: 'annulé, plus de rendez-vous',
  nowAbsent: 'toujours inscrit, mais le cabinet a noté une absence. Appelez-le.',
  nowNotCancelled: 'toujours inscrit, le logiciel du cabinet ne l’annule pas. Appelez-le.',
  nowOverdue: 'à confirmer, le logiciel du cabinet n’a rien dit. Appelez-le.',
  nowNotExecuted: 'plus de rendez-vous possible dans le délai décidé. Demandez au médecin.',
  booked: 'Réservé',
  givenUp: 'Abandonné',
  closed: { booked: 'Noté\u00a0: réservé.', givenUp: 'Noté\u00a0: abandonné.' },
  callPractice: (phone: string) => `Appeler le cabinet, ${phone}`,
  acknowledge: 'J’ai vu, je m’en occupe',
  acknowledged: 'Noté\u00a0: vous vous en occupez.',
  seenAt: (time: string) => `Vu à ${time}.`,
  findAnother: 'Chercher un autre rendez-vous',
  alarm: (what: string, who: string, left: number) =>
    `${what}\u00a0: ${who}. ${several(left, 'alerte', 'alertes')} à traiter.`,

  execute: 'Organiser',
  states: {
    'to-execute': 'à organiser',
    executed: 'prise en charge',
    'to-confirm': 'à confirmer',
    done: 'enregistrée',
    withdrawn: 'retirée',
  },
  followUps: {
    pending: 'à confirmer',
    booked: 'réservé',
    moved: 'déplacé',
    honoured: 'venu',
    noshow: 'non venu',
    cancelled: 'annulé',
  },
  overdue:
    'Sans nouvelles du logiciel du cabinet depuis 10\u00a0minutes\u00a0: appelez le cabinet.',
  cancellations: {
    asked: 'Annulation demandée au logiciel du cabinet.',
    overdue: 'L’annulation est sans réponse depuis 10\u00a0minutes\u00a0: appelez le cabinet.',
    refused: 'Le logiciel du cabinet n’annule pas\u00a0: appelez le cabinet.',
  },
  unread: 'Le rendez-vous n’a pas pu être lu.',
  overbooked: 'en plus des créneaux',
  reference: (reference: string) => `réf. ${reference}`,
  entrusted: (structure: string) => `Confiée par téléphone à ${structure}.`,
  triggered: (time: string) => `Déclenchée dans le logiciel de régulation à ${time}.`,
  within: (hours: number) => `sous ${hours}\u00a0h`,
  caseRef: (reference: string) => `dossier ${reference}`,
  recordedAt: (time: string) => `Enregistrée à ${time}`,
  recordedBy: (role: string) => `par un collègue (${role})`,
  decided: {
    doctor: (role: string) => `décision\u00a0: ${role}`,
    case: (role: string) => `décision notée dans le dossier de régulation\u00a0: ${role}`,
    protocol: (title: string, version: number) =>
      `protocole «\u00a0${title}\u00a0», version ${version}`,
  },

  dispatch: 'Logiciel de régulation',
  transmissions: {
    queued: 'en attente d’envoi',
    sent: 'envoyé, sans réponse',
    accepted: 'déposé, pas encore reçu',
    acknowledged: 'reçu',
    refused: 'refusé',
    expired: 'non reçu à temps',
  },
  steps: {
    INTEGRE: 'intégré',
    CONSULTE: 'consulté',
    SUPPRIME: 'supprimé',
    ERREUR: 'en erreur',
  } as Record<string, string | undefined>,
  since: (time: string) => `depuis ${time}`,
  without: {
    practitioner: 'transmis sans le praticien',
    organization: 'transmis sans la structure',
  },
  resend: 'Renvoyer',
  resendOf: (who: string) => `Renvoyer au logiciel de régulation\u00a0: ${who}`,
  resent: 'Renvoyé au logiciel de régulation.',

  failures: {
    forbidden: 'Votre rôle ne permet pas de voir les orientations.',
    unauthenticated: 'Votre session est terminée. Connectez-vous de nouveau.',
    'invalid-transition': 'Cela a changé entre-temps\u00a0: relisez cette ligne.',
    'not-found': 'Cette orientation n’est plus visible pour vous.',
    connection: 'La plateforme ne répond pas. Passez au téléphone, ou réessayez.',
    timeout: 'La plateforme met trop de temps à répondre. Passez au téléphone, ou réessayez.',
    unavailable: 'La plateforme ne répond pas pour le moment. Passez au téléphone.',
    'rate-limited': 'Trop de demandes en peu de temps. Attendez une minute, puis réessayez.',
  } as Record<string, string | undefined>,
  other: 'Cela n’a pas abouti. Passez au téléphone, ou réessayez.',
};

export type OrientationListStrings = typeof orientationListFr;
