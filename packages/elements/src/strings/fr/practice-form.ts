import { practiceFactsFr } from './practice-facts.ts';

/** French texts of what an owner says of its practice. */
export const practiceFormFr = {
  title: 'Ce que lit la régulation sur votre cabinet',
  intro: 'Rien n’est obligatoire. Le public ne le voit pas.',
  noPlace: 'Aucun lieu connu. Ouvrez d’abord un agenda à l’adresse où vous exercez.',
  notRead: 'Ce que dit le cabinet n’a pas pu être lu.',
  feeSector: 'Secteur de conventionnement',
  sectors: practiceFactsFr.feeSector,
  languageNames: practiceFactsFr.languageNames,
  notSaid: 'Non précisé',
  yes: 'Oui',
  no: 'Non',
  thirdPartyPayment: 'Tiers payant',
  wheelchair: 'Accès en fauteuil roulant',
  newPatients: 'Nouveaux patients acceptés',
  languages: 'Langues parlées',
  openingHours: 'Horaires d’ouverture',
  openingHoursHint: 'Une nuit s’écrit en deux plages. 0 h en fin de plage est minuit.',
  period: (number: number) => `Plage ${number}`,
  days: 'Jours',
  from: 'De',
  to: 'À',
  addPeriod: 'Ajouter une plage',
  removePeriod: (number: number) => `Supprimer la plage ${number}`,
  information: 'Informations complémentaires',
  informationHint: 'Accès, étage, matériel. Rien sur un patient. 1\u00a0000 caractères au plus.',
  badHours: 'Chaque plage a au moins un jour et une fin après son début.',
  end: {
    never: 'Ce cabinet ne dit encore rien.',
    fields: {
      information: 'Informations complémentaires',
      feeSector: 'Secteur de conventionnement',
      thirdPartyPayment: 'Tiers payant',
      wheelchair: 'Accès en fauteuil roulant',
      languages: 'Langues parlées',
      newPatients: 'Nouveaux patients',
      openingHours: 'Horaires d’ouverture',
    } as Record<string, string | undefined>,
  },
};

export type PracticeFormStrings = typeof practiceFormFr;
