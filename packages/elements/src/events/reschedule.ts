import type { Appointment } from '@sas-kit/client';
import { withoutSecrets, type ToldAppointment } from './told-appointment.ts';

/** An appointment was moved to another slot. */
export class SasRescheduleEvent extends Event {
  readonly appointment: ToldAppointment;

  constructor(appointment: Appointment) {
    super('sas-reschedule', { bubbles: true, composed: true });
    this.appointment = withoutSecrets(appointment);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-reschedule': SasRescheduleEvent;
  }
}
