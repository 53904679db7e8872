import { parted } from './parted.ts';
import { careSeekerEn } from './care-seeker.ts';

/** English texts of `<sas-booking>`; the search in it has its own. */
export const bookingEn = parted(careSeekerEn, {
  choice: () => import('./booking-choice.ts'),
  appointment: () => import('./booking-appointment.ts'),
});
