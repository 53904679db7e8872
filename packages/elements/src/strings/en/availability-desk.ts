import type { AvailabilityDeskStrings } from '../fr/availability-desk.ts';
import { practiceFactsEn } from './practice-facts.ts';

const several = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

function names(editors: readonly string[]): string {
  const [first = '', second = ''] = editors;
  if (editors.length < 2) return first;
  if (editors.length === 2) return `${first} and ${second}`;
  return `${first}, ${second} and ${several(editors.length - 2, 'other', 'others')}`;
}

export const availabilityDeskEn: AvailabilityDeskStrings = {
  status: 'State of the search',
  first: (cards) => `${several(cards, 'first place', 'first places')}, the search goes on.`,
  asking: (count) => `${several(count, 'system is', 'systems are')} still answering…`,
  answered: (count) =>
    count === 1 ? 'The connected system has answered.' : `All ${count} systems have answered.`,
  missing: (editors) =>
    `${names(editors)} did not answer: ${editors.length === 1 ? 'its' : 'their'} slots are missing.`,
  allMissing:
    'No system answered: only slots entered on the platform are here. There may be others.',
  frozen: (time) => `List frozen since ${time}: use the telephone.`,
  approximate: (place) => `Approximate position: distances are from the centre${place}.`,
  ofPlace: (place) => ` of ${place}`,

  arrived: (count) => several(count, 'new proposal', 'new proposals'),
  show: (count) => (count > 1 ? 'Show them' : 'Show it'),

  departures: {
    overdue: 'Nothing heard from the vendor for 10 minutes.',
    asked: 'Have you booked on the vendor’s site?',
    taken: 'This slot has just been taken, or a colleague holds it.',
    unknown: 'Your leaving for the vendor could not be noted.',
    booked: 'Booked',
    givenUp: 'Given up',
    close: 'Close',
    said: {
      booked: 'Noted: booked.',
      'given-up': 'Noted: given up.',
      'closed-already': 'The vendor had told already.',
      'not-closed': 'Not noted: try again.',
    },
  },
  practice: practiceFactsEn,
  searched: 'Search',
  filters: {
    title: 'Filters',
    none: 'none',
    hint: 'A practice that says nothing of it is not shown. The own doctor stays.',
    practice: 'The practice',
    open: 'Open now',
    feeSector: 'Fee sector',
    language: 'Language spoken',
    anyLanguage: 'Any',
    clear: 'Remove the filters',
    only: (wishes) => `Only: ${wishes.join(', ')}.`,
  },
  search: {
    heading: 'Free slots within 48 hours',
    origin: 'Slots published by practices and by their software.',
    ownDoctor: 'Own doctor: can they be reached?',
    ownDoctorHint: 'If so, their patient goes to them first.',
    emptyModality: 'Try with fewer criteria.',
    wayOut:
      'Nothing that fits? Search around another place, or call the practices. Life-threatening emergency:',
  },
  preferred: 'Own doctor',
  notAsked: 'Their agenda could not be asked: there may be slots.',
  taken: 'taken',
  unsure: 'to be checked',
  elsewhere: 'other site',
  opens: (editor) => `opens on the site of the vendor ${editor}, in another window`,
};
