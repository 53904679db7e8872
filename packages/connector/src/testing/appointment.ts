import type { Appointment } from '@sas-kit/fhir';

/** An appointment that a regulator took, with what a test wants otherwise. */
export const appointment = (value: string, changes: Partial<Appointment> = {}): Appointment => ({
  identifier: { system: 'https://agenda.example/rdv', value },
  status: 'booked',
  start: '2026-11-22T09:00:00+01:00',
  end: '2026-11-22T09:15:00+01:00',
  practitioner: '10999001000',
  regulator: { kind: 'national', value: '3456780581/11242343' },
  ...changes,
});
