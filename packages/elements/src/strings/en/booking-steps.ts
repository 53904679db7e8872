import type { BookingStrings } from '../fr/booking.ts';
import { careSeekerEn } from './care-seeker.ts';

/** What steps say, both after the choice of a slot and of an appointment that stands. */
export const bookingStepsEn = {
  codes: {
    ...careSeekerEn.codes,
    'idempotency-key-in-use': 'Your request is already under way. Wait a few seconds.',
    'invalid-transition': 'This appointment can no longer be changed here. Call the practice.',
    'manage-token-required': 'This link is not complete. Copy all of it.',
    'not-found': 'We cannot find this appointment. The link may no longer be valid.',
  },
  title: 'Your appointment',
  at: (day, time) => `${day} at ${time}`,
  summary: {
    when: 'When',
    duration: 'Duration',
    how: 'How',
    with: 'With',
    where: 'Where',
    phone: 'Telephone',
    reference: 'Reference',
  },
  worse: 'If it gets worse before the appointment:',
  worseEnd: ', do not wait.',
  moving: (when) => `You are moving the appointment of ${when}. Choose another slot.`,
  stay: 'Keep the present time',
  newSearch: 'Look for another appointment',
} satisfies Partial<BookingStrings>;
