import type { Appointment } from '@sas-kit/client';
import { withoutSecrets, type ToldAppointment } from './told-appointment.ts';

/** An appointment was cancelled. */
export class SasCancelEvent extends Event {
  readonly appointment: ToldAppointment;

  constructor(appointment: Appointment) {
    super('sas-cancel', { bubbles: true, composed: true });
    this.appointment = withoutSecrets(appointment);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sas-cancel': SasCancelEvent;
  }
}
