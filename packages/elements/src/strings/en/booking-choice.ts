import type { BookingStrings } from '../fr/booking.ts';
import { bookingStepsEn } from './booking-steps.ts';

const minutesAndSeconds = (seconds: number) => {
  const minutes = Math.floor(seconds / 60);
  const rest = `${seconds % 60} s`;
  return minutes > 0 ? `${minutes} min ${rest}` : rest;
};

/** What is said once a slot is chosen, until it is booked or moved. */
export const texts = {
  ...bookingStepsEn,
  codes: {
    ...bookingStepsEn.codes,
    'contact-required': 'Give your name and telephone number.',
    'extensions-exhausted': 'This slot was already kept three more times. Choose it again.',
    'hold-expired': 'The slot is no longer kept for you. Choose it again.',
    'hold-mismatch': 'The slot is no longer kept for you. Choose it again.',
    'hold-required': 'The slot is no longer kept for you. Choose it again.',
    'invalid-phone': 'This telephone number is not complete.',
    'not-bookable-here': 'This slot is booked on the practice’s own site.',
    'outside-window': 'This slot is too far away: slots are booked within 72 hours here.',
    'public-booking-off': 'Online booking is not open here. Call the practice.',
    'slot-in-past': 'This time has already passed.',
    'slot-taken': 'Someone else has just taken this slot.',
    'too-many-bookings':
      'Several appointments were already booked from here. For another, call the practice.',
    'too-many-holds': 'You already keep several slots. Finish a booking, or wait five minutes.',
    'walk-in': 'No appointment is needed here.',
  },
  back: 'Choose another slot',

  holding: 'We are keeping this slot for you…',
  moveTitle: 'Confirm the move',
  moveFrom: (when) => `Your appointment of ${when} stays booked until you confirm.`,

  kept: 'Slot kept for you another',
  remaining: minutesAndSeconds,
  spoken: (seconds) =>
    `The slot is kept for another ${seconds === 60 ? '1 minute' : `${seconds} seconds`}. ` +
    'You can keep it 5 more minutes.',
  keep: 'Keep 5 more minutes',
  expired: 'Time is up. Nothing is erased: you can take this slot again if it is still free.',
  retake: 'Take this slot again',

  contactTitle: 'Your contact details',
  allRequired: 'Both answers are needed.',
  name: 'Full name',
  phone: 'Telephone',
  phoneHint: 'To reach you if the appointment changes. Example: 06 39 98 00 01.',
  faults: {
    'name-missing': 'Write your full name.',
    'name-invalid': 'Write your name with letters only.',
    'phone-missing': 'Write your telephone number.',
    'phone-invalid': 'This number is not complete. Example: 06 39 98 00 01.',
  },
  privacyTitle: 'Your data',
  privacy: (controller, hours) => [
    `Who is responsible: ${controller}.`,
    'Why: so that the practice knows you and can reach you. Nothing else.',
    `How long: erased ${hours} h after the appointment.`,
    'Your rights: see, correct and erase your data, object to their use, ' +
      'and write to the CNIL (cnil.fr).',
  ],
  privacyContact: 'Whom to ask:',
  confirm: 'Book this appointment',
  confirmMove: 'Move the appointment',
  sending: 'Sending…',

  walkInTitle: 'No appointment needed',
  walkIn: (day, from, to) => `${day}: come between ${from} and ${to}, no fixed time.`,
  walkInHint: 'Nothing to book: patients are seen in the order of arrival.',
  elsewhereTitle: 'Booked on the practice’s site',
  elsewhere: 'This slot is booked on the practice’s own site.',
  elsewhereLink: 'Go to the practice’s site',

  conflictHint: 'Here are the nearest free slots:',
  conflictNone: 'Choose another slot below: the list is up to date.',
  callPractice: 'Call the practice:',
} satisfies Partial<BookingStrings>;
