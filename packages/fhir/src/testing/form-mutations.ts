import type { Mutation } from './mutations.ts';

type Change = (resource: any) => void;

const account = (rule: string, name: string, change: Change): Mutation => ({
  rule,
  flow: 'accounts',
  name,
  change,
});
const appointment = (rule: string, name: string, change: Change): Mutation => ({
  rule,
  flow: 'appointments',
  name,
  change,
});

const SOS = 'https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-sos-appointment';

/** Faults of accounts and appointments. */
export const FORM_MUTATIONS: readonly Mutation[] = [
  account('resource-type', 'an appointment', (a) => (a.resourceType = 'Appointment')),
  account('profile-url', 'that of a caregiver', (a) => {
    a.meta.profile[0] = 'http://sas.fr/fhir/StructureDefinition/FrPractitionerAgregateur';
  }),
  account('account-identifier', 'none', (a) => delete a.identifier),
  account('account-identifier', 'blank', (a) => (a.identifier[0].value = '')),
  account(
    'account-identifier-pair',
    'INTRN',
    (a) => (a.identifier[0].type.coding[0].code = 'INTRN'),
  ),
  account(
    'account-identifier-system',
    'another',
    (a) => (a.identifier[0].system = 'http://x.example'),
  ),
  account('account-identifier-value', 'no prefix', (a) => (a.identifier[0].value = '10999001000')),
  account('account-active', 'text', (a) => (a.active = 'true')),
  account('account-name', 'no family', (a) => delete a.name[0].family),
  account('account-name', 'two given', (a) => a.name[0].given.push('Noa')),
  account('account-email', 'none', (a) => delete a.telecom),
  account('account-email', 'a telephone', (a) => (a.telecom[0].system = 'phone')),
  account('account-source', 'none', (a) => delete a.meta.source),
  account('element-type', 'one name', (a) => (a.name = a.name[0])),
  account('empty-element', 'no given', (a) => (a.name[0].given = [])),
  appointment('resource-type', 'a Bundle', (a) => (a.resourceType = 'Bundle')),
  appointment('profile-url', 'that of the text', (a) => {
    a.meta.profile[0] = 'http://interopsante.org/fhir/StructureDefinition/FrAppointmentSAS';
  }),
  appointment('appointment-identifier', 'none', (a) => delete a.identifier),
  appointment('appointment-identifier', 'two', (a) => a.identifier.push(a.identifier[0])),
  appointment('appointment-status', 'arrived', (a) => (a.status = 'arrived')),
  appointment('appointment-status', 'pending outside SOS', (a) => (a.status = 'pending')),
  appointment('appointment-operator', 'none', (a) => delete a.extension),
  appointment('appointment-operator-pair', 'INTRN', (a) => {
    a.extension[0].valueReference.identifier.type.coding[0].code = 'INTRN';
  }),
  appointment('appointment-extension', 'two for SOS', (a) => {
    a.meta.profile[0] = SOS;
    a.extension.push({ url: 'http://x.example', valueBoolean: true });
  }),
  appointment('appointment-practitioner', 'none', (a) => delete a.participant),
  appointment('appointment-practitioner', 'another type', (a) => {
    a.participant[0].actor.identifier.type.coding[0].code = 'RPPS';
  }),
  appointment('appointment-practitioner-prefix', 'no prefix', (a) => {
    a.participant[0].actor.identifier.value = '10999001000';
  }),
  appointment(
    'appointment-participant-status',
    'declined',
    (a) => (a.participant[0].status = 'declined'),
  ),
  appointment('appointment-patient', 'a patient', (a) =>
    a.participant.push({ actor: { reference: 'Patient/1' }, status: 'accepted' }),
  ),
  appointment('date-utc', 'Z', (a) => (a.start = '2026-11-23T08:20:00Z')),
  appointment('date-offset', 'the wrong summer offset', (a) => {
    a.start = '2026-07-14T14:00:00+01:00';
    a.end = '2026-07-14T14:15:00+01:00';
  }),
  appointment('date-order', 'the end first', (a) => (a.end = '2026-11-23T09:00:00.000+01:00')),
];
