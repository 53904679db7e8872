import { parted } from './parted.ts';
import type { AgendaTexts } from '../fr/agenda.ts';

/** English texts of the agenda as it opens. */
export const texts = {
  title: 'Agenda',
  titleOf: (name) => `Agenda of ${name}`,
  choose: 'Agenda shown',
  otherZone: (zone) => `Times are those of the place of care (${zone}), not yours.`,
  loading: 'Loading the agenda…',
  refresh: 'Refresh',
  retry: 'Try again',
  close: 'Close',
  undo: 'Undo',
  notUndone: 'It was not undone.',

  week: (first, last) => `Week of ${first} to ${last}`,
  viewsLabel: 'View',
  views: { day: 'Day', week: 'Week' },
  turn: {
    day: { previous: 'Previous day', next: 'Next day', now: 'Today' },
    week: { previous: 'Previous week', next: 'Next week', now: 'This week' },
  },
  today: 'today',
  counts: (slots, booked) =>
    slots === 0 ? 'No slot.' : `${slots}\u00a0${slots === 1 ? 'slot' : 'slots'}, ${booked} booked.`,
  noSlotThatDay: 'Nothing',
  empty: { day: 'No slot that day', week: 'No slot this week' },
  emptyHint: 'Add a slot, a range or a weekly rule. Nothing is shown without you.',
  referencesMissing:
    'The references of the appointments could not be read. The bookings shown are up to date.',

  bookingsOfDay: 'Bookings of the day',
  noBookings: 'No appointment is booked that day.',
  bookingTime: 'Time',
  printBookings: 'Print this day',
  hours: (published, declared) =>
    `Time published this week in this agenda: ${published}, of ${declared} announced.`,
  hoursHint: 'These hours are declared: nothing enforces them here.',

  range: (from, to) => `${from} – ${to}`,
  of: (act, what) => `${act}: ${what}`,
  at: (day, time) => `${day}, ${time}`,
  shortModalities: { AMB: 'practice', HH: 'home', VR: 'video' },
  modalities: { AMB: 'At the practice', HH: 'Home visit', VR: 'Video consultation' },
  visibilities: { PUBLIC: 'Public', PRO: 'Professionals', SNP: 'Regulation (SNP)', CPTS: 'CPTS' },
  origins: { rule: 'Every week', 'one-off': 'One-off', push: 'Your software' },
  walkIn: 'no appointment',
  state: {
    free: 'Free',
    held: 'Being booked',
    partly: (booked, capacity) => `${booked} of ${capacity} booked`,
    full: (capacity) => (capacity > 1 ? `Full (${capacity})` : 'Booked'),
    withdrawn: 'Withdrawn',
    past: 'Past',
  },
  facts: { references: 'References', modalities: 'How' },

  addSlot: 'Add a slot',

  agendaDisplay: 'Agenda visible to the public',
  agendaDisplayHint:
    'Visitors of websites then see your “Public” slots that are marked as visible too. Else only professionals and the regulation do.',

  rules: 'Weekly rules',
  noRules: 'No rule: your slots are added one by one.',
  rule: (days, range) => `${days}, ${range}`,
  ruleSlots: (minutes, count) =>
    `slots of ${minutes} min` + (count > 1 ? `, ${count} patients each` : ''),
  ruleFrom: (date) => `since ${date}`,
  ruleFromLater: (date) => `from ${date}`,
  ruleUntil: (date) => `until ${date}`,
  ruleEveryOther: (rule) => `${rule}, every other week`,
  ruleHolidays: 'not on public holidays',
  ruleExceptions: (count) => `not on ${count}\u00a0${count === 1 ? 'day' : 'days'}`,
  edit: 'Change',
  delete: 'Delete',
  keepIt: 'No, keep it',

  copyWeek: 'Copy the week',
  feedTitle: 'Agenda in your calendar',
  saveWeek: 'Export the week (.ics)',
  fileFree: 'Slot',
  fileBooked: 'Appointment',

  absences: 'Absences',
  noAbsences: 'No absence to come.',
  addAbsence: 'Add an absence',
  absenceDays: (first, last) => `${first} to ${last}`,
  absenceHours: (day, fromTime, toTime) => `${day}, ${fromTime} to ${toTime}`,
  absenceTimes: (from, to) => `${from} to ${to}`,
  running: 'under way',
  bookedSlots: (count) =>
    count === 0
      ? 'No appointment in this absence.'
      : `${count}\u00a0${count === 1 ? 'booked slot' : 'booked slots'} in this absence. ` +
        'The absence does not cancel them: tell the regulation.',
  end: 'End',

  codes: {
    'absence-overlap': 'An absence covers this period.',
    forbidden: 'You may not change this agenda.',
    'invalid-transition': 'This slot cannot be changed here.',
    'not-found': 'This agenda does not exist, or is not yours.',
    'precondition-failed': 'It has changed meanwhile. It was read again: check, then start again.',
    'rate-limited': 'Too many requests in a short time. Wait a minute, then try again.',
    'slot-booked': 'This slot has just been booked: it stays as it is.',
    'slot-in-past': 'This time is past.',
    unauthenticated: 'Your session is over. Sign in again.',
    connection: 'The service does not answer. Check your connection, then try again.',
    timeout: 'The service takes too long to answer. Try again.',
    unavailable: 'The service does not answer at the moment. Try again in a few minutes.',
  },
  other: 'The request did not work. Try again.',
} satisfies Partial<AgendaTexts>;

/** Those of its parts. */
export const parts = {
  slot: () => import('./agenda-slot.ts'),
  'slot-form': () => import('./agenda-slot-form.ts'),
  rule: () => import('./agenda-rule.ts'),
  'absence-form': () => import('./agenda-absence.ts'),
  answers: () => import('./agenda-answers.ts'),
  'copy-week': () => import('./agenda-copy-week.ts'),
  feed: () => import('./agenda-feed.ts'),
};

export const agendaEn = parted(texts, parts);
