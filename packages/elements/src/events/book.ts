import type { Appointment } from '@sas-kit/client';
import { withoutSecrets, type ToldAppointment } from './told-appointment.ts';

/** A slot was booked. */
export class SasBookEvent extends Event {
  readonly appointment: ToldAppointment;

  constructor(appointment: Appointment) {
    super('sas-book', { bubbles: true, composed: true });
    this.appointment = withoutSecrets(appointment);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-book': SasBookEvent;
  }
}
