import type { AgendaTexts } from '../fr/agenda.ts';
import { agendaAudienceEn } from './agenda-audience.ts';

/** English texts. */
export const texts = {
  ...agendaAudienceEn,
  sending: 'Sending…',
  cancel: 'Discard',
  slotForms: {
    new: { title: 'Add a slot', submit: 'Add' },
    rule: { title: 'Change the rule', submit: 'Save' },
    move: { title: 'Move the slot', submit: 'Move' },
    copy: { title: 'Copy the slot', submit: 'Add the copy' },
  },
  kind: 'What do you offer?',
  kinds: {
    single: ['One slot', 'One patient, at a precise time.'],
    range: ['A range', 'Several patients between two times.'],
    weekly: ['Every week', 'Slots that come back on the same days.'],
  },
  date: 'Date',
  validFrom: 'Starting on',
  from: 'From',
  to: 'To',
  until: 'Until (optional)',
  days: 'Days',
  slotMinutes: 'Length of a slot (minutes)',
  capacity: 'Number of patients',
  capacityEach: 'Patients per slot',
  howMany: (count) =>
    `${count === 0 ? 'No slot' : `${count}\u00a0${count === 1 ? 'slot' : 'slots'}`} a day.`,
  walkInLabel: 'No appointment needed',
  walkInHint: 'Patients come without booking, no fixed time.',
  modalitiesLegend: 'How (at least one)',
  visibilityLegend: 'Visibility (at least one)',
  visibilityHints: {
    PUBLIC: 'All professionals; visitors of websites only if you agree',
    PRO: 'Health professionals and the regulation',
    SNP: 'The regulation only',
    CPTS: 'Members of your CPTS and the regulation',
  },
  community: 'Your CPTS',
  communityChoose: 'Choose',
  communityNone: 'The list of CPTS could not be read. Choose another visibility.',
  slotDisplay: 'Visible to the public on websites',
  slotDisplayHint: 'Visitors of websites see this slot only if the whole agenda agrees too.',
  long: 'More than an hour for one patient: a range often fits better.',
  longAction: 'Make it a range',
} satisfies Partial<AgendaTexts>;
