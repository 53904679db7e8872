import type { Text } from '../finding.ts';

/**
 * The reasons for and against a case, with their points. A regulator's e-mail within the quarter of
 * an hour is what every appointment should have; an own doctor by number outweighs an hour of
 * delay; a place only tells two equal cases apart. An attachment made by a person outweighs
 * everything together.
 */
export const MATCH_REASONS = {
  'already-attached': {
    points: 200,
    message: {
      fr: 'Ce rendez-vous est déjà rattaché à ce dossier.',
      en: 'This appointment is attached to this case already.',
    },
  },
  'has-another-appointment': {
    points: -20,
    message: {
      fr: 'Ce dossier a déjà un autre rendez-vous.',
      en: 'This case has another appointment already.',
    },
  },
  'regulator-email': {
    points: 40,
    message: {
      fr: 'Le même régulateur.',
      en: 'The same regulator.',
    },
  },
  'other-regulator': {
    points: -10,
    message: {
      fr: 'Un autre régulateur a pris ce rendez-vous.',
      en: 'Another regulator booked this appointment.',
    },
  },
  'within-15-minutes': {
    points: 30,
    message: {
      fr: 'Pris dans le quart d’heure autour de la décision.',
      en: 'Booked within a quarter of an hour of the decision.',
    },
  },
  'within-1-hour': {
    points: 20,
    message: {
      fr: 'Pris dans l’heure après la décision.',
      en: 'Booked within an hour after the decision.',
    },
  },
  'within-4-hours': {
    points: 10,
    message: {
      fr: 'Pris dans les quatre heures après la décision.',
      en: 'Booked within four hours after the decision.',
    },
  },
  'within-48-hours': {
    points: 0,
    message: {
      fr: 'Pris dans les 48 heures après la décision.',
      en: 'Booked within 48 hours after the decision.',
    },
  },
  'booked-before-decision': {
    points: -60,
    message: {
      fr: 'Pris bien avant la décision.',
      en: 'Booked well before the decision.',
    },
  },
  'long-after-decision': {
    points: -60,
    message: {
      fr: 'Pris plus de 48 heures après la décision.',
      en: 'Booked more than 48 hours after the decision.',
    },
  },
  'own-doctor': {
    points: 40,
    message: {
      fr: 'Chez le médecin traitant du patient.',
      en: 'With the patient’s own doctor.',
    },
  },
  'own-doctor-name': {
    points: 20,
    message: {
      fr: 'Chez un médecin du même nom que le médecin traitant.',
      en: 'With a doctor of the same name as the own doctor.',
    },
  },
  'same-commune': {
    points: 15,
    message: {
      fr: 'Dans la commune du patient.',
      en: 'In the patient’s commune.',
    },
  },
  'same-department': {
    points: 5,
    message: {
      fr: 'Dans le département du patient.',
      en: 'In the patient’s department.',
    },
  },
  'other-department': {
    points: -10,
    message: {
      fr: 'Dans un autre département que le patient.',
      en: 'In another department than the patient.',
    },
  },
} as const satisfies Record<string, { points: number; message: Text }>;

/** Name of a reason for or against a case. */
export type MatchReason = keyof typeof MATCH_REASONS;
