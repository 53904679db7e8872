import type { BookingStrings } from '../fr/booking.ts';
import { careSeekerEn } from './care-seeker.ts';

const minutesAndSeconds = (seconds: number) => {
  const minutes = Math.floor(seconds / 60);
  const rest = `${seconds % 60} s`;
  return minutes > 0 ? `${minutes} min ${rest}` : rest;
};

export const bookingEn: BookingStrings = {
  ...careSeekerEn,
  codes: {
    ...careSeekerEn.codes,
    'contact-required': 'Give your name and telephone number.',
    'extensions-exhausted':
      'This slot was kept three more times, which is the most. Choose a slot again.',
    'hold-expired': 'The slot is no longer kept for you. Choose it again.',
    'hold-mismatch': 'The slot is no longer kept for you. Choose it again.',
    'hold-required': 'The slot is no longer kept for you. Choose it again.',
    'idempotency-key-in-use': 'Your request is already under way. Wait a few seconds.',
    'invalid-phone': 'This telephone number is not complete.',
    'invalid-transition': 'This appointment can no longer be changed here. Call the practice.',
    'manage-token-required': 'This link is not complete. Copy all of it.',
    'not-bookable-here': 'This slot is booked on the practice’s own site.',
    'not-found': 'We cannot find this appointment. The link may no longer be valid.',
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
  at: (day, time) => `${day} at ${time}`,

  holding: 'We are keeping this slot for you…',
  detailsTitle: 'Your appointment',
  moveTitle: 'Confirm the move',
  summary: {
    when: 'When',
    duration: 'Duration',
    how: 'How',
    with: 'With',
    where: 'Where',
    phone: 'Telephone',
    reference: 'Reference',
  },
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
  elsewhere: 'This slot is booked on the site that the practice uses.',
  elsewhereLink: 'Go to the practice’s site',

  conflictHint: 'Here are the nearest free slots:',
  conflictNone: 'Choose another slot below: the list has just been updated.',
  callPractice: 'Call the practice:',

  confirmed: 'Appointment booked',
  moved: 'Appointment moved',
  cancelled: 'Appointment cancelled',
  referenceHint: 'Give this reference to the practice when you arrive.',
  worse: 'If it gets worse before the appointment:',
  worseEnd: ', do not wait.',
  print: 'Print',
  manage: 'Cancel or move',
  calendar: 'Add to my calendar',
  calendarTitle: 'Appointment',
  calendarText: (reference) =>
    `Reference ${reference}. If it gets worse before the appointment: 15, do not wait.`,
  manageLink: 'Link to cancel or move this appointment',
  manageLinkHint: 'Keep it to yourself: it can cancel the appointment.',
  copy: 'Copy the link',
  copied: 'Link copied.',
  copyByHand: 'The link is selected: copy it.',

  opening: 'We are looking for your appointment…',
  manageTitle: 'Your appointment',
  lostTitle: 'Appointment not found',
  newSearch: 'Look for another appointment',
  statuses: {
    pending: 'Waiting for the practice',
    booked: 'Booked',
    fulfilled: 'Past',
    noshow: 'Past, you did not come',
    cancelled: 'Cancelled',
  },
  cancel: 'Cancel the appointment',
  move: 'Move the appointment',
  cancelAsk: 'Cancel this appointment? Someone else will be able to take the slot.',
  cancelYes: 'Yes, cancel it',
  cancelNo: 'No, keep it',
  cancelledText: 'The practice sees it. You have nothing else to do.',
  moving: (when) => `You are moving the appointment of ${when}. Choose another slot.`,
  stay: 'Keep the present time',
};
