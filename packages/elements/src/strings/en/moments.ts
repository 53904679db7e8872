/** What an element asks for in English at one moment. */
export interface EnglishMoment {
  /** Files of this folder that it imports when used; what they import themselves comes with them. */
  readonly loads: readonly string[];
  /** The moment before it, whose files are there. */
  readonly after?: string;
}

/**
 * When an element asks for which English texts. `tools/budget.ts` adds up what one moment loads; the
 * tests of the elements see that it is so. An element that is not named here loads all when it opens.
 */
export const englishMoments: Readonly<Record<string, Readonly<Record<string, EnglishMoment>>>> = {
  'sas-agenda': {
    opening: { loads: ['agenda'] },
    slot: { loads: ['agenda-slot'], after: 'opening' },
    'slot form': { loads: ['agenda-slot-form'], after: 'opening' },
    'rule form': { loads: ['agenda-slot-form', 'agenda-rule'], after: 'opening' },
    'absence form': { loads: ['agenda-absence'], after: 'opening' },
    'copied week': { loads: ['agenda-copy-week'], after: 'opening' },
    feed: { loads: ['agenda-feed'], after: 'opening' },
    answer: { loads: ['agenda-answers'], after: 'opening' },
  },
  'sas-availability': {
    opening: { loads: ['availability'] },
    desk: { loads: ['availability-desk'], after: 'opening' },
  },
  'sas-participation': {
    opening: { loads: ['participation'] },
    practice: { loads: ['practice-form'], after: 'opening' },
  },
  'sas-territory-settings': {
    opening: { loads: ['errors', 'territory-form'] },
    answer: { loads: ['territory-answers'], after: 'opening' },
    preview: { loads: ['territory-answers', 'when-to-call'], after: 'opening' },
  },
  'sas-orientation': {
    opening: { loads: ['orientation'] },
    search: { loads: ['availability'], after: 'opening' },
    desk: { loads: ['availability-desk'], after: 'opening' },
    choice: { loads: ['orientation-choice'], after: 'opening' },
    ways: { loads: ['orientation-ways'], after: 'choice' },
    told: { loads: ['orientation-told'], after: 'choice' },
  },
  'sas-statistics': {
    opening: { loads: ['errors', 'statistics'] },
    figures: { loads: ['statistics-figures'], after: 'opening' },
  },
  'sas-booking': {
    opening: { loads: ['booking', 'availability'] },
    'slot chosen': { loads: ['booking-choice'], after: 'opening' },
    booked: { loads: ['booking-appointment'], after: 'slot chosen' },
    'link opened': { loads: ['booking', 'booking-appointment'] },
    'another slot': { loads: ['availability'], after: 'link opened' },
    'another slot chosen': { loads: ['booking-choice'], after: 'another slot' },
  },
};
