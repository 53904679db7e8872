import type { texts as appointment } from '../../strings/en/booking-appointment.ts';
import type { texts as choice } from '../../strings/en/booking-choice.ts';
import type { BookingStrings } from '../../strings/fr/booking.ts';

/** What is opened beside the search, each with texts of its own. */
export interface BookingParts {
  /** From the choice of a slot on, until it is booked or moved. */
  choice: Pick<BookingStrings, keyof typeof choice>;
  /** An appointment that stands. */
  appointment: Pick<BookingStrings, keyof typeof appointment>;
}
