import type { WhenToCallStrings } from '../fr/when-to-call.ts';
import { errorsEn } from './errors.ts';

/** English texts of `<sas-when-to-call>`. */
export const whenToCallEn: WhenToCallStrings = {
  ...errorsEn,
  codes: {
    unavailable: 'The service does not answer.',
    'not-found': 'The numbers of this territory are not at their address.',
    'invalid-response': 'The numbers of this territory cannot be read.',
    'other-site': 'The numbers of this territory are not on this site.',
  },
  other: 'The request did not work. Try again.',
  heading: 'Whom to call now?',
  loading: 'Looking for the number…',
  need: 'Need care soon, but no life-threatening emergency?',
  ownDoctor: 'Do you have a family doctor? Can they be reached?',
  ownDoctorHint: 'Call them first: they know you. Otherwise:',
  or: 'or',

  regimes: {
    sas: 'Daytime',
    pdsa: 'Evenings, nights, weekends and public holidays',
  },
  hoursUnknown: 'Hours to be announced',
  reasons: {
    'sas-hours': 'These are daytime hours',
    night: 'It is evening or night',
    saturday: 'It is Saturday afternoon',
    sunday: 'It is Sunday',
    'public-holiday': 'It is a public holiday: ',
    'bridge-day': 'It is a bridge day, next to a public holiday: ',
    'outside-hours': 'It is outside daytime hours',
    'hours-to-be-announced': 'The hours of this territory are not announced yet',
  },
  holidays: {
    'new-year': 'New Year’s Day',
    'good-friday': 'Good Friday',
    'easter-monday': 'Easter Monday',
    'labour-day': 'Labour Day',
    'victory-1945': 'Victory in Europe Day',
    ascension: 'Ascension Day',
    'whit-monday': 'Whit Monday',
    'bastille-day': 'Bastille Day',
    assumption: 'Assumption Day',
    'all-saints': 'All Saints’ Day',
    'armistice-1918': 'Armistice Day',
    christmas: 'Christmas Day',
    'second-day-of-christmas': 'the day after Christmas',
    'abolition-of-slavery': 'the abolition of slavery',
  },
  statuses: {
    'other-hours': 'The numbers of this territory do not answer at this hour. Call',
    'to-be-announced': 'The number of this territory is not announced yet. Call',
    expired: 'The known number of this territory is no longer valid. Call',
  },
  until: {
    today: (time) => `Until ${time}`,
    tomorrow: (time) => `Until tomorrow, ${time}`,
    day: (day, time) => `Until ${day}, ${time}`,
  },
  next: 'Then',
  changed: 'The hours have just changed.',
  zone: (zone) => `Times are those of the territory (${zone}), not yours.`,

  signs: 'Signs of an emergency: call 15',
  doubt: 'If in doubt, call',
  signsOf: (version, date) => `Version ${version}, ${date}`,
  validatedBy: (names) => `validated by: ${names}`,
  notValidated: 'text not validated',

  about: 'Hours, dates and sources',
  dayHours: 'Daytime hours',
  hours: (from, to) => `${from} to ${to}`,
  numbersKnown: 'Numbers',
  from: (date) => `since ${date}`,
  to: (date) => `until ${date}`,
  source: (source) => `Source: ${source}`,
  checked: (date) => `Checked on ${date}.`,
  old: (date) =>
    `This information has not been checked since ${date}. It may have changed. If in doubt:`,
  kept: (day, time) =>
    `The service does not answer. This information was read on ${day} at ${time}.`,
  independent: 'Independent project, not published by the ministry nor by the ANS.',
};
