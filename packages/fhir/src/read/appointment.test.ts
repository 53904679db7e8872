import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Appointment } from '../model.ts';
import { copy } from '../testing/mutate.ts';
import { withOddValue } from '../testing/odd-values.ts';
import { writeAppointment } from '../write/appointment.ts';
import { readAppointment } from './appointment.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const appointment: Appointment = {
  identifier: { system: 'https://agenda.example/rdv', value: 'b6e39355' },
  status: 'booked',
  start: '2026-07-14T14:00:00.000+02:00',
  end: '2026-07-14T14:15:00.000+02:00',
  created: '2026-07-14T09:00:00.000+02:00',
  practitioner: '810999001000',
  participantStatus: 'accepted',
  regulator: { kind: 'technical', value: '1ef1c748-01a3-6180-b098-73283ce4e5b1' },
  orientation: 'PS',
};
const resource = (): any => copy(writeAppointment(appointment, { guide: '1.2' }).resource);

test('an appointment that was written is read back', () => {
  assert.deepEqual(readAppointment(resource()), { appointment, findings: [] });
  for (const status of ['fulfilled', 'noshow', 'cancelled'] as const) {
    const changed = { ...appointment, status };
    const written = writeAppointment(changed, { guide: '1.2' }).resource;
    assert.deepEqual(readAppointment(written).appointment, changed);
  }
});

test('an SOS appointment may wait, without practitioner', () => {
  const { practitioner: _practitioner, orientation: _orientation, ...rest } = appointment;
  const waiting: Appointment = { ...rest, status: 'pending', participantStatus: 'needs-action' };
  const written = writeAppointment(waiting, { flow: 'sos' }).resource;
  assert.deepEqual(readAppointment(written), { appointment: waiting, findings: [] });
  assert.equal(readAppointment(written, { sos: false }).appointment, null);
});

test('what vendors send otherwise is read all the same', () => {
  const cases: [string, (a: any) => void, string | null][] = [
    ['no milliseconds', (a) => (a.start = '2026-07-14T14:00:00+02:00'), null],
    ['Z', (a) => (a.start = '2026-07-14T12:00:00Z'), 'read-time-form'],
    ['the wrong summer offset', (a) => (a.start = '2026-07-14T13:00:00+01:00'), 'read-time-offset'],
    [
      'an unprefixed RPPS',
      (a) => (a.participant[0].actor.identifier.value = '10999001000'),
      'read-identifier-prefix',
    ],
    [
      'the profile of the text',
      (a) =>
        (a.meta.profile = ['http://interopsante.org/fhir/StructureDefinition/FrAppointmentSAS']),
      null,
    ],
    ['no profile', (a) => delete a.meta, null],
    [
      'the category as a code',
      (a) => (a.extension[1] = { url: a.extension[1].url, valueCode: 'PS' }),
      null,
    ],
    [
      'a patient among the participants',
      (a) =>
        a.participant.push({ actor: { reference: 'Patient/1', display: 'x' }, status: 'accepted' }),
      null,
    ],
  ];
  for (const [name, change, rule] of cases) {
    const odd = resource();
    change(odd);
    const read = readAppointment(odd);
    assert.deepEqual(read.appointment, appointment, name);
    assert.equal(read.findings[0]?.rule ?? null, rule, name);
    assert.doesNotMatch(JSON.stringify(read), /Patient/);
  }
  const odd = resource();
  odd.created = 'hier';
  const { created: _created, ...rest } = appointment;
  assert.deepEqual(readAppointment(odd).appointment, rest, 'an optional date costs nothing');
});

test('an appointment without what the profile requires is not read', () => {
  const cases: [(a: any) => void, string][] = [
    [(a) => delete a.identifier, 'read-required'],
    [(a) => delete a.identifier[0].system, 'read-required'],
    [(a) => (a.status = 'arrived'), 'read-code'],
    [(a) => (a.status = 'pending'), 'read-code'],
    [(a) => delete a.start, 'read-time'],
    [(a) => (a.end = '2026-07-14'), 'read-time'],
    [(a) => (a.end = a.start), 'read-order'],
    [(a) => delete a.extension, 'read-required'],
    [(a) => delete a.participant, 'read-identifier'],
    [
      (a) => (a.extension[0].valueReference.identifier.type.coding[0].code = 'IDNPS'),
      'read-identifier-type',
    ],
  ];
  for (const [change, rule] of cases) {
    const odd = resource();
    change(odd);
    const { appointment: read, findings } = readAppointment(odd);
    assert.equal(read, null, change.toString());
    assert.ok(
      findings.some((finding) => finding.rule === rule),
      change.toString(),
    );
  }
  assert.equal(readAppointment([]).findings[0]!.rule, 'read-resource');
});

test('whatever is sent, nothing throws', () => {
  fc.assert(fc.property(withOddValue(resource), (odd) => void readAppointment(odd)));
});
