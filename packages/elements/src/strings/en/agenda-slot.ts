import type { AgendaTexts } from '../fr/agenda.ts';
import { agendaAudienceEn } from './agenda-audience.ts';

/** English texts. */
export const texts = {
  ...agendaAudienceEn,
  slotFacts: {
    state: 'State',
    visibility: 'Visibility',
    booking: 'Arrival',
    origin: 'Origin',
  },
  slotTitle: (day, range) => `${day}, ${range}`,
  originsLong: {
    rule: 'Made by a weekly rule.',
    'one-off': 'Added once.',
    push: 'Published by your software.',
  },
  bookings: {
    ROUTINE: 'Each place is booked.',
    WALKIN: 'Without booking, no fixed time.',
  },
  fixed: {
    push: 'This slot is published by your software: change it there, not here.',
    booked: 'This slot is booked. To withdraw it, the appointment must be cancelled first.',
    held: 'This slot is being booked. Wait a few minutes.',
    withdrawn: 'An absence withdrew it. If its rule still stands, it comes back after the absence.',
    past: 'This slot has already begun.',
  },
  bookedInAbsence:
    'An appointment is already booked in it. The absence does not cancel it: tell the regulation.',
  remove: 'Withdraw this slot',
  removeAsk: 'Withdraw which slots of the rule? Those that are booked stay in any case.',
  reaches: {
    slot: 'This one only',
    day: 'All of that day',
    following: 'This one and the following',
  },
  withdrawn: {
    day: (day) => `Slots of the rule withdrawn on ${day}.`,
    following: (day) => `Slots of the rule withdrawn from ${day} on.`,
  },
  withdrawnUndone: (day) => `Slots of the rule put back from ${day} on.`,
  move: 'Move',
  copy: 'Copy',
} satisfies Partial<AgendaTexts>;
