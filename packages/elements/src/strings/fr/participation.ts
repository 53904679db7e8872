import { errorsFr } from './errors.ts';

/** French texts of `<sas-participation>`. */
export const participationFr = {
  ...errorsFr,
  titles: {
    practitioner: 'Ma participation au SAS',
    structure: 'Participation de la structure au SAS',
  },
  intro:
    'Ces réglages disent à la régulation si elle peut compter sur vous. Le public ne les voit pas.',
  id: (nationalId: string) => `Identifiant national ${nationalId}`,
  loading: 'Nous lisons les réglages…',
  nobody: 'Aucun réglage à montrer.',
  nobodyHint: 'Connectez-vous avec le compte du professionnel ou de la structure.',
  participates: {
    practitioner: 'Je participe au SAS',
    structure: 'La structure participe au SAS',
  },
  participatesHint: 'La régulation peut vous adresser des patients.',
  via: 'Comment participez-vous\u00a0?',
  ways: {
    individual: 'À titre individuel',
    cpts: 'Par ma CPTS',
    msp: 'Par ma maison de santé (MSP)',
    'sos-medecins': 'Par mon association SOS Médecins',
  },
  wayHints: {
    individual: 'La régulation peut aussi vous appeler en plus de vos créneaux.',
    cpts: 'La régulation peut aussi vous appeler en plus de vos créneaux.',
    msp: 'La maison de santé gère les demandes en plus des créneaux.',
    'sos-medecins': 'L’association gère l’agenda\u00a0: rien d’autre à déclarer ici.',
  },
  structures: {
    cpts: 'Votre CPTS',
    msp: 'Votre maison de santé',
    'sos-medecins': 'Votre association SOS Médecins',
  },
  noStructure: 'Aucune n’est connue ici. Demandez à votre gestionnaire de comptes de la déclarer.',
  unnamed: (nationalId: string) => `CPTS n°\u00a0${nationalId}`,
  choose: 'Choisissez…',
  communityLocations: 'Lieux d’activité rattachés à votre CPTS',
  communityLocationsHint: 'Au moins un lieu.',
  noPlace: 'Aucun lieu connu. Ouvrez d’abord un agenda à l’adresse où vous exercez.',
  softwareTitle: 'Logiciel de rendez-vous',
  hasSoftware: 'Utilisez-vous un logiciel de rendez-vous relié à la plateforme\u00a0?',
  hasSoftwareHint: 'Réponse obligatoire pour participer.',
  yes: 'Oui, je le déclare sur l’honneur',
  no: 'Non',
  software: 'Nom de vos logiciels, un par ligne',
  softwareHint: 'Au moins un, sauf si vous refusez l’affichage de ses créneaux.',
  refusesVendorSlots:
    'Je refuse d’afficher ici mes créneaux «\u00a0grand public\u00a0» et «\u00a0professionnel\u00a0» de ce logiciel',
  refusesVendorSlotsHint:
    'Ceux que vous réservez à la régulation ou à votre CPTS restent visibles.',
  hoursTitle: 'Heures visibles',
  declaresHours: {
    practitioner:
      'Je déclare sur l’honneur proposer au moins 2 heures par semaine dans l’agenda de la plateforme',
    structure:
      'La structure déclare sur l’honneur proposer au moins 2 heures par semaine et par professionnel',
  },
  declaresHoursHint: {
    practitioner:
      'Obligatoire si vous n’avez pas de logiciel, ou si vous refusez d’afficher ses créneaux.',
    structure: 'Obligatoire pour participer.',
  },
  redirectionTitle: 'Réorientation des urgences',
  redirectionScheme: 'Je participe au forfait de réorientation des urgences',
  redirectionSchemeHint:
    'Un service d’urgences peut vous adresser des patients, selon son protocole.',
  practitionerCount: 'Nombre de professionnels qui participent',
  practitionerCountHint: 'Obligatoire pour une structure qui a un numéro FINESS.',
  notEligible:
    'Sans participer, et sans afficher vos créneaux, vous n’êtes pas éligible à la rémunération SAS prévue par l’avenant n°\u00a09.',
  never: 'Rien n’a encore été enregistré.',
  saved: (day: string, time: string) => `Enregistré le ${day} à ${time}.`,
  savedNow: 'Réglages enregistrés.',
  unsaved: 'Modifications non enregistrées.',
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  reset: 'Annuler les modifications',
  incomplete: (count: number) =>
    count === 1 ? 'Une réponse est à compléter.' : `${count} réponses sont à compléter.`,
  kept: 'Ce que vous avez écrit est gardé.',
  outdated: 'Ces réglages ont changé pendant que vous écriviez.',
  differing: 'Vos réponses diffèrent de ce qui est enregistré\u00a0:',
  fields: {
    participates: 'Participation',
    via: 'Façon de participer',
    structure: 'Structure',
    communityLocations: 'Lieux de la CPTS',
    hasSoftware: 'Logiciel de rendez-vous\u00a0: oui ou non',
    software: 'Noms des logiciels',
    refusesVendorSlots: 'Affichage des créneaux du logiciel',
    declaresHours: 'Déclaration de 2 heures par semaine',
    redirectionScheme: 'Réorientation des urgences',
    practitionerCount: 'Nombre de professionnels',
  } as Record<string, string | undefined>,
  alike: 'Vos réponses sont celles qui sont enregistrées.',
  saveMine: 'Enregistrer mes réponses',
  takeStored: 'Prendre ce qui est enregistré',
  codes: {
    ...errorsFr.codes,
    forbidden: 'Vous pouvez lire ces réglages, pas les changer.',
    unauthenticated: 'Votre session est finie. Reconnectez-vous.',
    'not-found': 'Aucun réglage à ce numéro, ou il n’est pas le vôtre.',
    'way-required': 'Dites comment vous participez.',
    'structure-required': 'Choisissez la structure.',
    'unknown-structure': 'Cette structure n’est pas connue ici.',
    'location-required': 'Choisissez au moins un lieu d’activité.',
    'unknown-location': 'Un de ces lieux n’est plus le vôtre.',
    'software-answer-required': 'Dites si vous utilisez un logiciel de rendez-vous.',
    'software-required': 'Écrivez le nom d’au moins un logiciel.',
    'hours-declaration-required': 'Cochez cette déclaration pour participer.',
    'practitioner-count-required': 'Écrivez le nombre de professionnels, 1 ou plus.',
    'out-of-range': 'Ce nombre ne convient pas.',
    'invalid-value': 'Cette réponse ne convient pas.',
    'invalid-format': 'Écrivez des lettres, des chiffres et la ponctuation courante.',
  } as Record<string, string | undefined>,
  other: 'Les réglages n’ont pas été enregistrés. Réessayez.',
};

export type ParticipationStrings = typeof participationFr;
