import type { DirectoryStrings } from '../fr/directory.ts';
import { onDate } from './dates.ts';
import { errorsEn } from './errors.ts';

const several = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count > 1 ? many : one}`;

export const directoryEn: DirectoryStrings = {
  ...errorsEn,
  codes: {
    ...errorsEn.codes,
    'not-found': 'The list of SAS is not at its address.',
    'invalid-response': 'The list of SAS cannot be read.',
    'other-site': 'The list of SAS is not on this site.',
  },
  other: 'The request did not work. Try again.',
  heading: 'Directory of the SAS',
  intro: 'How far each access-to-care service is, who runs it, which number to call.',
  loading: 'Reading the list…',
  search: 'Territory, region or department',
  region: 'Region',
  department: 'Department',
  status: 'Status',
  all: { region: 'All', department: 'All', status: 'All' },
  reset: 'Clear the filters',
  count: (shown, all) => (shown === all ? `${all} SAS` : `${shown} of ${all} SAS`),
  coverage: (whole, part, of) =>
    `Departments where a SAS answers: ${whole} whole${part > 0 ? `, ${part} in part` : ''}, of ${of}.`,
  statuses: {
    'in-design': 'Being designed',
    pilot: 'Pilot site',
    operational: 'Open',
    generalised: 'Generalised',
  },
  unknownStatus: 'Status not given',
  timeline: 'Stages',
  since: (date) => `since ${date}`,
  noDate: 'no date given',
  noStage: 'No stage that a source dates.',
  source: (source) => `Source: ${source}`,
  partOf: (departments) => `part of ${departments}`,
  numbers: 'Numbers',
  toBeAnnounced: 'Number to be announced. Until then, call',
  from: (date) => `from ${date}`,
  until: (date) => `until ${date}`,
  contacts: 'Contacts for professionals',
  contactToBeAnnounced: 'to be announced',
  holders: 'Run by',
  sides: { hospital: 'hospital', ambulatory: 'town practices' },
  partners: 'Partners',
  partnersOrder: 'In alphabetical order.',
  noneTitle: 'No SAS in this list',
  none: 'The list has no territory yet. 15 answers everywhere, day and night.',
  noMatchTitle: 'No SAS matches',
  noMatch: 'Call 15 everywhere, day and night, also where no SAS is listed.',
  unreadable: (count) => `${several(count, 'record')} could not be read: the list is incomplete.`,
  cut: 'The end of the list was not received: it is incomplete.',
  updated: (date) => `List checked ${onDate(date)}.`,
  old: (date) => `This list was last checked ${onDate(date)}. It may have changed.`,
  kept: (time) => `The list below was read at ${time}.`,
  asSourced: 'Status and dates are those of the sources named; they may have changed since.',
  independent: 'Independent project, not published by the ministry nor by the ANS.',
};
