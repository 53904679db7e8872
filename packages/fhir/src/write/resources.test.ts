import assert from 'node:assert/strict';
import { test } from 'node:test';
import { APPOINTMENT_PROFILES, REGULATOR_PROFILE } from '../guide.ts';
import type { Appointment, Regulator } from '../model.ts';
import { loadBaseValidator } from '../testing/base-validator.ts';
import { loadProfileValidator } from '../testing/profile-validator.ts';
import { writeAppointment } from './appointment.ts';
import { writeCapabilityStatement } from './capability-statement.ts';
import { outcomeOfFindings, writeOperationOutcome } from './operation-outcome.ts';
import { writeRegulator } from './regulator.ts';

const base = await loadBaseValidator();
const profiles = await loadProfileValidator();

const appointment: Appointment = {
  identifier: {
    system: 'https://agenda.example/rdv',
    value: 'b6e39355-8a61-4556-b340-36f7b95fec6a',
  },
  status: 'booked',
  start: '2026-07-14T14:00:00+02:00',
  end: '2026-07-14T14:15:00+02:00',
  created: '2026-07-14T09:00:00Z',
  practitioner: '10 999 001 000',
  regulator: { kind: 'national', value: '3760009001/4242' },
  orientation: 'CPTS',
};

const regulator: Regulator = {
  identifier: { kind: 'technical', value: '1ef1c748-01a3-6180-b098-73283ce4e5b1' },
  active: true,
  family: 'NORMAND',
  given: 'Alix',
  email: 'alix.normand@sas.example',
};

test('an appointment is written with its regulator, times with offset, prefixed practitioner', () => {
  const { resource, findings } = writeAppointment(appointment);
  assert.deepEqual(findings, []);
  assert.equal(resource!.start, '2026-07-14T14:00:00.000+02:00');
  assert.equal(resource!.created, '2026-07-14T11:00:00.000+02:00');
  assert.equal(resource!.participant[0].actor!.identifier!.value, '810999001000');
  assert.equal(resource!.extension.length, 1, 'no orientation category before guide 1.2');
  const operator = resource!.extension[0]!.valueReference!.identifier!;
  assert.deepEqual(operator.type!.coding![0]!.code, 'IDNPS');
  const newer = writeAppointment(appointment, { guide: '1.2' }).resource!;
  assert.equal(newer.extension[1]!.valueCodeableConcept!.coding![0]!.code, '604');
});

test('an SOS appointment may wait for its practitioner', () => {
  const { practitioner: _practitioner, ...waiting } = appointment;
  const written = writeAppointment(
    { ...waiting, status: 'pending', participantStatus: 'needs-action' },
    { flow: 'sos', guide: '1.2' },
  );
  assert.deepEqual(written.findings, []);
  assert.equal(written.resource!.extension.length, 1, 'the SOS profile admits one extension');
  assert.equal(written.resource!.participant[0].status, 'needs-action');
  if (base !== null) assert.deepEqual(base(written.resource), []);
});

test('an appointment that the profile refuses is not written', () => {
  const cases: [Partial<Appointment>, string][] = [
    [{ identifier: { system: '', value: 'x' } }, 'agenda-appointment'],
    [{ status: 'pending' }, 'agenda-appointment'],
    [{ status: 'arrived' as 'booked' }, 'agenda-appointment'],
    [{ start: 'demain' }, 'agenda-slot-time'],
    [{ end: appointment.start }, 'agenda-slot-order'],
    [{ practitioner: 'Dr Aubry' }, 'agenda-practitioner-id'],
    [{ regulator: { kind: 'technical', value: ' ' } }, 'agenda-appointment'],
  ];
  for (const [change, rule] of cases) {
    const { resource, findings } = writeAppointment({ ...appointment, ...change });
    assert.equal(resource, null);
    assert.equal(findings[0]?.rule, rule);
  }
});

test("a regulator's account carries its source, identifier, names and address", () => {
  const { resource, findings } = writeRegulator(regulator);
  assert.deepEqual(findings, []);
  assert.equal(resource!.meta.source, 'urn:oid:1.2.250.1.213.3.6');
  assert.equal(resource!.identifier[0]!.type!.coding![0]!.code, 'INTRN');
  const national = writeRegulator({
    ...regulator,
    identifier: { kind: 'national', value: '10999001000' },
  });
  assert.equal(national.resource!.identifier[0]!.value, '810999001000');
  for (const change of [{ family: '' }, { given: ' ' }, { email: 'alix' }]) {
    assert.equal(writeRegulator({ ...regulator, ...change }).resource, null);
  }
});

test('a CapabilityStatement tells the searches, includes and conditional updates', () => {
  const statement = writeCapabilityStatement({
    baseUrl: 'https://agenda.example/fhir',
    software: { name: 'Agenda', version: '1.0.0' },
    date: '2026-11-22',
    flows: ['ps', 'cpts', 'sos'],
    accounts: true,
    appointments: ['ps', 'sos'],
  });
  const types = statement.rest[0].resource!.map(({ type }) => type);
  assert.deepEqual(types, ['Slot', 'Schedule', 'Practitioner', 'Appointment']);
  if (base !== null) assert.deepEqual(base(statement), []);
  const bare = writeCapabilityStatement({
    baseUrl: 'https://agenda.example/fhir',
    software: { name: 'Agenda', version: '1.0.0' },
    date: '2026-11-22',
    flows: ['ps'],
  });
  assert.deepEqual(bare.rest[0].resource![0]!.searchInclude, ['Slot:schedule', 'Schedule:actor']);
  if (base !== null) assert.deepEqual(base(bare), []);
});

test('a CapabilityStatement tells of booking in one step, and of nothing by no empty list', () => {
  const common = {
    baseUrl: 'https://agenda.example/fhir',
    software: { name: 'Agenda', version: '1.0.0' },
    date: '2026-11-22',
    flows: [],
  };
  const booking = writeCapabilityStatement({ ...common, booking: true });
  const [appointment] = booking.rest[0].resource!;
  assert.equal(appointment!.type, 'Appointment');
  assert.deepEqual(appointment!.interaction, [{ code: 'create' }]);
  const nothing = writeCapabilityStatement(common);
  assert.equal('resource' in nothing.rest[0], false);
  for (const each of [booking, nothing]) if (base !== null) assert.deepEqual(base(each), []);
});

test('an OperationOutcome says why', () => {
  const outcome = writeOperationOutcome(
    { code: 'required', text: 'start est obligatoire', places: ['start'] },
    { code: 'informational', severity: 'information', text: '' },
  );
  assert.deepEqual(outcome.issue[0], {
    severity: 'error',
    code: 'required',
    details: { text: 'start est obligatoire' },
    expression: ['start'],
  });
  assert.deepEqual(outcome.issue[1], { severity: 'information', code: 'informational' });
  if (base !== null) assert.deepEqual(base(outcome), []);
  assert.equal(outcomeOfFindings([]), null);
  const { findings } = writeRegulator({ ...regulator, family: '' });
  assert.equal(outcomeOfFindings(findings)!.issue[0].expression![0], 'family');
});

test('appointments and accounts conform to the profiles of the guide', (t) => {
  if (profiles === null) return t.skip('@medplum/core or …/shared is absent');
  const account = writeRegulator(regulator).resource;
  assert.deepEqual(profiles(account, REGULATOR_PROFILE), []);
  const booked = writeAppointment(appointment).resource;
  assert.deepEqual(profiles(booked, APPOINTMENT_PROFILES.ps), []);
  const sos = writeAppointment(appointment, { flow: 'sos' }).resource;
  assert.deepEqual(profiles(sos, APPOINTMENT_PROFILES.sos), []);
});

test('appointments and accounts are base FHIR R4', (t) => {
  if (base === null) return t.skip('fhir is not installed');
  assert.deepEqual(base(writeRegulator(regulator).resource), []);
  assert.deepEqual(base(writeAppointment(appointment, { guide: '1.2' }).resource), []);
});
