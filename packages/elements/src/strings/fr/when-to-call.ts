import { isDay } from './dates.ts';
import { failureFr } from './errors.ts';

/** French texts of `<sas-when-to-call>`. */
export const whenToCallFr = {
  codes: {
    unavailable: 'Le service ne répond pas.',
    'not-found': 'Les numéros de ce territoire ne sont pas à leur adresse.',
    'invalid-response': 'Les numéros de ce territoire ne sont pas lisibles.',
    'other-site': 'Les numéros de ce territoire ne sont pas sur ce site.',
  } as Record<string, string | undefined>,
  other: 'La demande n’a pas abouti. Réessayez.',
  ...failureFr,
  heading: 'Qui appeler maintenant\u00a0?',
  loading: 'Recherche du numéro…',
  need: 'Besoin d’un soin rapidement, sans urgence vitale\u00a0?',
  ownDoctor: 'Avez-vous un médecin traitant\u00a0? Est-il joignable\u00a0?',
  ownDoctorHint: 'Appelez-le d’abord\u00a0: il vous connaît. Sinon\u00a0:',
  or: 'ou',

  regimes: {
    sas: 'En journée',
    pdsa: 'Soirs, nuits, week-ends et jours fériés',
  },
  hoursUnknown: 'Horaires à annoncer',
  reasons: {
    'sas-hours': 'C’est un horaire de journée',
    night: 'C’est un horaire de soirée ou de nuit',
    saturday: 'C’est samedi après-midi',
    sunday: 'C’est dimanche',
    'public-holiday': 'C’est un jour férié\u00a0: ',
    'bridge-day': 'C’est un pont, près d’un jour férié\u00a0: ',
    'outside-hours': 'C’est en dehors des horaires de journée',
    'hours-to-be-announced': 'Les horaires de ce territoire ne sont pas encore annoncés',
  },
  holidays: {
    'new-year': 'le jour de l’An',
    'good-friday': 'le Vendredi saint',
    'easter-monday': 'le lundi de Pâques',
    'labour-day': 'la fête du Travail',
    'victory-1945': 'la victoire de 1945',
    ascension: 'l’Ascension',
    'whit-monday': 'le lundi de Pentecôte',
    'bastille-day': 'la fête nationale',
    assumption: 'l’Assomption',
    'all-saints': 'la Toussaint',
    'armistice-1918': 'l’armistice de 1918',
    christmas: 'Noël',
    'second-day-of-christmas': 'le lendemain de Noël',
    'abolition-of-slavery': 'l’abolition de l’esclavage',
  },
  statuses: {
    'other-hours': 'Les numéros de ce territoire ne répondent pas à cette heure. Appelez le',
    'to-be-announced': 'Le numéro de ce territoire n’est pas encore annoncé. Appelez le',
    expired: 'Le numéro connu de ce territoire n’est plus valable. Appelez le',
  },
  until: {
    today: (time: string) => `Jusqu’à ${time}`,
    tomorrow: (time: string) => `Jusqu’à demain, ${time}`,
    day: (day: string, time: string) => `Jusqu’au ${day}, ${time}`,
  },
  next: 'Ensuite',
  changed: 'Les horaires viennent de changer.',
  zone: (zone: string) => `Les heures sont celles du territoire (${zone}), pas les vôtres.`,

  signs: 'Signes d’urgence\u00a0: appelez le 15',
  doubt: 'En cas de doute, appelez le',
  signsOf: (version: string, date: string) => `Version ${version}, ${date}`,
  validatedBy: (names: string) => `validé par\u00a0: ${names}`,
  notValidated: 'texte non validé',

  about: 'Horaires, dates et sources',
  dayHours: 'Horaires de journée',
  hours: (from: string, to: string) => `de ${from} à ${to}`,
  numbersKnown: 'Numéros',
  from: (date: string) => `depuis ${isDay(date) ? 'le ' : ''}${date}`,
  to: (date: string) => `jusqu’${isDay(date) ? 'au' : 'en'} ${date}`,
  source: (source: string) => `Source\u00a0: ${source}`,
  checked: (date: string) => `Vérifié le ${date}.`,
  old: (date: string) =>
    `Ces informations n’ont pas été vérifiées depuis le ${date}. Elles ont pu changer. Dans le doute\u00a0:`,
  kept: (day: string, time: string) =>
    `Le service ne répond pas. Ces informations ont été lues le ${day} à ${time}.`,
  independent: 'Projet indépendant, non publié par le ministère ni par l’ANS.',
};

export type WhenToCallStrings = typeof whenToCallFr;
