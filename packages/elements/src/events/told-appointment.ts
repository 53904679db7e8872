import type { Appointment } from '@sas-kit/client';

/** What the page is told: neither the manage token nor the contact, which every listener would read. */
export type ToldAppointment = Omit<Appointment, 'manageToken' | 'contact'>;

export function withoutSecrets(appointment: Appointment): ToldAppointment {
  const told = { ...appointment };
  delete told.manageToken;
  delete told.contact;
  return told;
}
