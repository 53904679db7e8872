import type { PracticeFormStrings } from '../fr/practice-form.ts';
import { practiceFactsEn } from './practice-facts.ts';

/** English texts of what an owner says of its practice. */
export const practiceFormEn: PracticeFormStrings = {
  title: 'What regulation reads about your practice',
  intro: 'Nothing is required. The public does not see it.',
  noPlace: 'No place is known. First open an agenda at the address where you practise.',
  notRead: 'What the practice says could not be read.',
  feeSector: 'Fee sector',
  sectors: practiceFactsEn.feeSector,
  languageNames: practiceFactsEn.languageNames,
  notSaid: 'Not said',
  yes: 'Yes',
  no: 'No',
  thirdPartyPayment: 'Third-party payment',
  wheelchair: 'Wheelchair access',
  newPatients: 'Takes new patients',
  languages: 'Languages spoken',
  openingHours: 'Opening hours',
  openingHoursHint: 'A night is two periods. 00:00 at the end of a period is midnight.',
  period: (number) => `Period ${number}`,
  days: 'Days',
  from: 'From',
  to: 'To',
  addPeriod: 'Add a period',
  removePeriod: (number) => `Remove period ${number}`,
  information: 'Additional information',
  informationHint: 'Access, floor, equipment. Nothing about a patient. 1,000 characters at most.',
  badHours: 'Each period has a day at least, and an end after its start.',
  end: {
    never: 'This practice says nothing yet.',
    fields: {
      information: 'Additional information',
      feeSector: 'Fee sector',
      thirdPartyPayment: 'Third-party payment',
      wheelchair: 'Wheelchair access',
      languages: 'Languages spoken',
      newPatients: 'New patients',
      openingHours: 'Opening hours',
    },
  },
};
