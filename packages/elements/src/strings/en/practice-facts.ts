import type { PracticeFactsStrings } from '../fr/practice-facts.ts';

/** English texts of what a practice says of itself. */
export const practiceFactsEn: PracticeFactsStrings = {
  title: 'What the practice says',
  feeSector: {
    none: 'No agreement with the health insurance',
    1: 'Sector 1',
    '1-dp': 'Sector 1 with a permanent right to exceed',
    2: 'Sector 2',
    '2-optam': 'Sector 2, Optam',
  },
  thirdPartyPayment: (yes) => (yes ? 'Third-party payment' : 'No third-party payment'),
  wheelchair: (yes) => (yes ? 'Wheelchair access' : 'No wheelchair access'),
  newPatients: (yes) => (yes ? 'Takes new patients' : 'No new patients'),
  languageNames: { fsl: 'French sign language' },
  languages: (languages) => `Speaks ${languages.join(', ')}`,
  period: (from, to) => `${from}\u00a0– ${to}`,
  openToday: (periods) => `Open today: ${periods.join(', ')}`,
  closedToday: 'Closed today',
};
