import type { AgendaTexts } from '../fr/agenda.ts';
import { texts as answers } from './agenda-answers.ts';

/** English texts. */
export const texts = {
  ...answers,
  sending: 'Sending…',
  cancel: 'Discard',
  wholeDays: 'Whole days',
  absenceFrom: 'Start',
  absenceTo: 'End',
  firstDay: 'First day',
  lastDay: 'Last day (included)',
  startTime: 'Start time',
  endTime: 'End time',
  absenceHint: 'Free slots are withdrawn, and come back if you end the absence.',
  saveAbsence: 'Add',
  bookedTitle: (count) =>
    `${count}\u00a0${count === 1 ? 'appointment is' : 'appointments are'} already booked during this absence.`,
  bookedHint: 'The absence does not cancel them: tell the regulation.',
  bookedUnknown: 'The appointments of this period could not be read.',
  absenceAdded: 'Absence added.',
  absenceEnded: 'Absence ended. Its slots are offered again.',
  absenceRestored: 'Absence back.',
} satisfies Partial<AgendaTexts>;
