import type { AvailabilityStrings } from '../fr/availability.ts';
import { careSeekerEn } from './care-seeker.ts';

const several = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

export const availabilityEn: AvailabilityStrings = {
  ...careSeekerEn,
  heading: 'Find an appointment within 48 hours',
  ownDoctor: 'Do you have your own doctor? Can you reach them?',
  ownDoctorHint: 'Call them first: they know you.',
  directory: 'Find their number on annuairesante.ameli.fr',

  place: 'Town or postcode',
  places: 'Places',
  placesFound: (count) =>
    count === 0
      ? 'No place of this name.'
      : `${several(count, 'place', 'places')}. Down arrow to choose.`,
  placeMissing: 'Write a town or a postcode.',
  department: 'department',
  specialty: 'Specialty',
  defaultSpecialty: 'General practice',
  modality: 'Where?',
  search: 'Search',

  loading: 'Searching…',
  results: (cards, place) => `${place}${several(cards, 'place', 'places')} with free slots`,
  around: (place) => (place === null ? '' : `${place}: `),
  until: (day, time) => `Slots until ${day}, ${time}.`,
  enlarged: (from, to) => `Few slots within ${from}: the search was enlarged to ${to}.`,
  partial: 'Some agendas did not answer. There may be more slots than these.',
  stale: (time) => `These slots were read at ${time}.`,
  refresh: 'Refresh',
  more: 'See more places',

  distance: (distance) => `${distance} away`,
  call: (name, phone) => `Call ${name}, ${phone}`,
  slotsOf: (name) => `Slots: ${name}`,
  today: 'Today',
  tomorrow: 'Tomorrow',
  cutAt: (time) => `until ${time}`,
  noSlotThatDay: 'Nothing that day',
  range: (from, to) => `${from} – ${to}`,
  walkIn: 'no fixed time',
  moreTimes: (count) => several(count, 'more time', 'more times'),
  fewerTimes: 'Fewer times',
  moreSlots: (count) => `Show ${several(count, 'later slot', 'later slots')}`,
  states: {
    'none-free': (day, time) => `No free slot until ${day}, ${time}.`,
    'not-connected': () => 'Their agenda is not online.',
    'not-asked': () => 'Their agenda did not answer: there may be slots.',
  },
  othersNearby: 'Other practices nearby',

  emptyTitle: 'No slot online',
  empty: (day, time) => `No practice offers a free slot until ${day}, ${time}.`,
  emptyPartial: 'The agendas that answered have no free slot, but some did not answer.',
  emptyModality: 'Try without choosing where.',
  next: (day, time) => `Next slot: ${day} at ${time}.`,
  nextSearch: 'See these slots',
  wayOut: 'Need care sooner? Call your own doctor. If you cannot wait, call',
};
