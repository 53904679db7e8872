import { orientationChoiceFr } from './orientation-choice.ts';
import { orientationToldFr } from './orientation-told.ts';
import { orientationWaysFr } from './orientation-ways.ts';

/** French texts of `<sas-orientation>` as it opens: who decided, and what. */
export const orientationOpeningFr = {
  other: 'La demande n’a pas abouti. Réessayez, ou appelez le cabinet.',
  retry: 'Réessayer',
  heading: 'Orientation',
  loading: 'Lecture de vos droits…',
  notYours: 'Ce compte n’oriente pas de patients.',
  signedOut: 'Votre session est terminée. Connectez-vous de nouveau.',
  silent: 'La plateforme ne répond pas. Passez au téléphone.',
  keyNames: { Enter: 'Entrée', Escape: 'Échap' },
  shortcuts: 'Touches du clavier',
  shortcutsHint: 'Une lettre, sans autre touche. Pas pendant la saisie.',
  stepOf: (step: number, all: number, name: string) =>
    `Étape ${step} sur\u00a0${all}\u00a0: ${name}`,
  steps: {
    decision: 'décision',
    destination: 'lieu de soins',
    recap: 'vérification',
    told: 'patient',
  },
  caseRef: 'Dossier',
  otherCase: 'Autre dossier',
  caseChanged:
    'Le dossier a changé\u00a0: l’orientation recommence. Ce qui était en cours n’est pas noté.',
  leaving: {
    underWay: 'Une orientation est commencée\u00a0: elle n’est pas notée.',
    told: 'Ce qui est à lire au patient est encore affiché.',
    leave: 'Abandonner et ouvrir l’autre',
    stay: 'Rester',
  },
  notTaken: {
    'not-yours': 'Ce compte ne peut pas organiser cette orientation. Demandez à un collègue.',
    'not-waiting': 'Cette décision n’attend plus\u00a0: elle est déjà organisée, ou retirée.',
    'nothing-lost': 'Cette orientation n’a pas de rendez-vous à remplacer.',
  },
  back: 'Revenir',
  next: 'Continuer',

  withdrawn: 'C’est repris\u00a0: rien n’est noté, rien n’est réservé.',
  givenBack:
    'À rendre au médecin régulateur\u00a0: dites-le-lui. Rien n’est noté, rien n’est réservé.',
  decision: 'Qu’a décidé le médecin\u00a0?',
  where: 'Où est le patient\u00a0?',
  place: 'Commune',
  places: 'Communes proposées',
  department: 'département',
  who: 'Qui a décidé\u00a0?',
  kinds: {
    own: 'Moi, médecin régulateur',
    orientation: 'Un médecin, noté ici',
    'dispatch-case': 'Un médecin, dans le logiciel de régulation',
    protocol: 'Un protocole signé',
  },
  roles: { regulator: 'Médecin régulateur', 'emergency-regulator': 'Médecin de l’aide urgente' },
  whichRole: 'Quel médecin\u00a0?',
  decidedAt: 'Heure de la décision',
  waiting: 'Décisions qui attendent',
  noWaiting: 'Aucune décision n’attend.',
  decidedBy: (role: string, time: string) => `décidé à ${time} (${role.toLowerCase()})`,
  withinHours: (hours: number) => `dans les ${hours}\u00a0h`,
  protocols: 'Protocoles signés',
  noProtocol: 'Aucun protocole signé n’est en vigueur.',
  version: (version: number) => `version\u00a0${version}`,
  readProtocol: 'Lire le protocole',
  source: (source: string) => `Source\u00a0: ${source}`,
  what: 'Décision',
  outcomes: {
    consultation: 'Consultation',
    'home-visit': 'Visite à domicile',
    teleconsultation: 'Téléconsultation',
    advice: 'Conseil',
    'phone-prescription': 'Prescription téléphonique',
    'emergency-department': 'Service d’urgences',
    ambulance: 'Ambulance',
    smur: 'SMUR',
    'other-prehospital-team': 'Autre équipe préhospitalière',
  },
  triggeredAt: 'Heure du déclenchement',
  triggeredHint: 'Déclenché dans le logiciel de régulation. Rien ne part d’ici.',
  missing: {
    kind: 'Dites qui a décidé.',
    role: 'Dites quel médecin a décidé.',
    'decided-at': 'Écrivez l’heure de la décision.',
    waiting: 'Choisissez une décision qui attend.',
    protocol: 'Choisissez un protocole.',
    outcome: 'Dites ce qui a été décidé.',
    'triggered-at': 'Écrivez l’heure du déclenchement.',
    place: 'Choisissez une commune dans la liste.',
    'assessed-by': 'Dites qui a évalué la personne.',
    instructions: 'Dites si les consignes écrites sont remises.',
  },

  redirection: {
    heading: 'Réorientation',
    title: 'Sous quel protocole\u00a0?',
    noProtocol:
      'Aucun protocole de réorientation n’est signé et en vigueur. La personne reste aux urgences.',
    assessedBy: 'Évaluation faite par',
    assessors: {
      'triage-nurse': 'Infirmier d’accueil (IOA)',
      regulator: 'Médecin régulateur',
      'emergency-regulator': 'Médecin de l’aide urgente',
    },
    assessed: (who: string) => `évaluation\u00a0: ${who}`,
    instructions: 'Consignes écrites remises',
    given: { true: 'Oui', false: 'Non' },
    told: { true: 'consignes remises', false: 'consignes non remises' },
    keep: 'Garder aux urgences, ou demander au médecin',
    kept: 'La personne reste aux urgences. Rien n’est noté, rien n’est réservé.',
  },

  ownDoctor: 'Médecin traitant',
  ownDoctorAsk: 'Le patient en a-t-il un\u00a0? Est-il joignable\u00a0?',
  noOwnDoctor: 'Pas de médecin traitant',
  ownDoctorNotFound: 'Le médecin indiqué n’a pas été retrouvé.',
  ownDoctorUnknown: 'Son agenda n’est pas sur la plateforme.',
  directory: 'Annuaire santé (autre fenêtre)',
  call: 'Appeler',
  callResult: 'Résultat de l’appel',
  callResults: { accepted: 'Accepté', refused: 'Refusé', unreachable: 'Injoignable' },
  callNoted: 'Noté.',
  callNotNoted: 'L’appel n’a pas pu être noté.',
  accepted: 'Il prend le patient\u00a0: choisissez son horaire, s’il en a un.',
};

/** All that it says, part by part. */
export const orientationFr = {
  ...orientationOpeningFr,
  ...orientationChoiceFr,
  ...orientationWaysFr,
  ...orientationToldFr,
};

export type OrientationOpeningStrings = typeof orientationOpeningFr;
export type OrientationStrings = typeof orientationFr;
