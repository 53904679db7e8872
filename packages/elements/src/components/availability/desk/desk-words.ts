import {
  availabilityDeskFr,
  type AvailabilityDeskStrings,
} from '../../../strings/fr/availability-desk.ts';
import { practiceFactsFr, type PracticeFactsStrings } from '../../../strings/fr/practice-facts.ts';
import type { Tables } from '../../../controllers/locale.ts';

/** What a professional reads beside the cards, and on them. */
export interface DeskWords extends AvailabilityDeskStrings {
  readonly practice: PracticeFactsStrings;
}

export const deskWords: Tables<DeskWords> = {
  fr: { ...availabilityDeskFr, practice: practiceFactsFr },
  en: async () => {
    const [{ availabilityDeskEn }, { practiceFactsEn }] = await Promise.all([
      import('../../../strings/en/availability-desk.ts'),
      import('../../../strings/en/practice-facts.ts'),
    ]);
    return { ...availabilityDeskEn, practice: practiceFactsEn };
  },
};
