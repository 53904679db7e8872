import type { OrientationWaysStrings } from '../fr/orientation-ways.ts';

/** English texts of `<sas-orientation>`: the ways to a destination besides the slots of the search. */
export const texts: OrientationWaysStrings = {
  waysTitles: {
    overbooking: 'Beside the slots: whom to call?',
    structures: 'SOS Médecins, CPTS, health houses and centres',
  },
  notRead: 'The list could not be read. Go back, then try again.',
  nobody: 'Nobody to call here.',
  within: (km) => `up to ${km}\u00a0km`,
  noPhone: 'Their number is not known here.',
  besideDate: 'Day',
  besideTime: 'Time',
  choose: 'Choose…',
};
