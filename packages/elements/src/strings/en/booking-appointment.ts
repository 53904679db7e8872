import type { BookingStrings } from '../fr/booking.ts';
import { bookingStepsEn } from './booking-steps.ts';

/** What is said of an appointment that stands: just booked, or opened by its link. */
export const texts = {
  ...bookingStepsEn,
  confirmed: 'Appointment booked',
  moved: 'Appointment moved',
  cancelled: 'Appointment cancelled',
  referenceHint: 'Give this reference to the practice when you arrive.',
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
  lostTitle: 'Appointment not found',
  statuses: {
    pending: 'Waiting for the practice',
    booked: 'Booked',
    fulfilled: 'Past',
    noshow: 'Past, you did not come',
    cancelled: 'Cancelled',
  },
  cancel: 'Cancel the appointment',
  move: 'Move the appointment',
  cancelAsk: 'Cancel this appointment? Someone else may then take the slot.',
  cancelYes: 'Yes, cancel it',
  cancelNo: 'No, keep it',
  cancelledText: 'The practice sees it. You have nothing else to do.',
} satisfies Partial<BookingStrings>;
