import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAppointment } from '../read/appointment.ts';
import type { Appointment } from '../model.ts';
import { BOOKING_REFERENCE, writeBooking } from './booking.ts';

const appointment: Appointment = {
  identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:0' },
  status: 'booked',
  start: '2026-11-23T10:00:00.000+01:00',
  end: '2026-11-23T10:15:00.000+01:00',
  practitioner: '810999900018',
  participantStatus: 'accepted',
  regulator: { kind: 'national', value: '810999900133' },
};

test('a booking is the appointment of INT_R03 with its slot and its short reference', () => {
  const { resource, findings } = writeBooking({ slot: 's-1', reference: '4K7P', appointment });
  assert.deepEqual(findings, []);
  assert.deepEqual(resource?.slot, [{ reference: 'Slot/s-1' }]);
  assert.deepEqual(resource.identifier[1], { system: BOOKING_REFERENCE, value: '4K7P' });
  assert.deepEqual(readAppointment(resource), { appointment, findings: [] });
});

for (const [name, changes] of [
  ['a slot that no reference can name', { slot: 'n° 5/é' }],
  ['no reference', { reference: '' }],
  ['a name in place of a reference', { reference: 'Aubry' }],
  ['a reference of thirteen characters', { reference: 'ABCDEFGHIJKLM' }],
  ['an appointment without a regulator', { appointment: { ...appointment, regulator: undefined } }],
] as const) {
  test(`${name} is not written`, () => {
    const booking = { slot: 's-1', reference: '4K7P', appointment, ...changes };
    const { resource, findings } = writeBooking(booking as never);
    assert.equal(resource, null);
    assert.ok(findings.length > 0);
  });
}
