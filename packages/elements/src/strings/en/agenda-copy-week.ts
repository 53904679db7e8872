import type { AgendaTexts } from '../fr/agenda.ts';
import { texts as answers } from './agenda-answers.ts';

/** English texts. */
export const texts = {
  ...answers,
  copyWeekTitle: (first, last) => `Copy the week of ${first} to ${last}`,
  copyHint:
    'The same slots, on the same days at the same times. Those of your software are not copied.',
  copyTarget: 'To the week of',
  copyPlan: (count, all) => `${count}\u00a0${count === 1 ? 'slot' : 'slots'} to make, of ${all}.`,
  copyStands: (count) =>
    `${count}\u00a0${count === 1 ? 'slot is' : 'slots are'} there already, at the same time.`,
  copyMake: (count) => `Make ${count}\u00a0${count === 1 ? 'slot' : 'slots'}`,
  copyProgress: (index, count) => `Making ${index} of ${count}…`,
  copyMade: 'Made',
  copyRetry: (count) =>
    count === 1 ? 'Try the missing one again' : `Try the ${count} missing ones again`,
  copied: (made, wanted) => `${made} of ${wanted}\u00a0${wanted === 1 ? 'slot' : 'slots'} made.`,
  copyUndone: (count) =>
    count === 1 ? 'The copied slot is withdrawn.' : `The ${count} copied slots are withdrawn.`,
  copyPartlyUndone: (removed, kept) =>
    `${removed}\u00a0${removed === 1 ? 'copied slot' : 'copied slots'} withdrawn. ` +
    `${kept} left: booked or changed in the meantime.`,
  hindrances: {
    none: 'To be made',
    overlap: 'Another slot is at this time',
    absence: 'You are absent',
    past: 'Past time',
    skipped: 'This time does not exist that day',
  },
} satisfies Partial<AgendaTexts>;
