import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { writeAppointment } from '@sas-kit/fhir';
import { openAgenda } from '../../testing/agenda-fixtures.ts';
import type { OneStepAgenda } from '../../testing/one-step-agenda.ts';
import { endOneStepVendor, startOneStepVendor, WHO } from '../../testing/one-step-vendor.ts';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform.ts';
import type { TestVendor } from '../../testing/test-vendor.ts';
import { until } from '../../testing/until.ts';

const HAVRE = '/v1/availability?insee=76351&specialty=SM54';
const NOW = '2026-11-23T08:00:00+01:00';
const TEN = '2026-11-23T10:00:00.000+01:00';
const ELEVEN = '2026-11-23T11:00:00.000+01:00';
const MINUTES_15 = 900_000;

let platform: TestPlatform;
let vendor: TestVendor;
let agenda: OneStepAgenda;

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(NOW);
  await openAgenda(platform);
});
after(() => platform.close());
beforeEach(async () => {
  await platform.setClock(NOW);
  ({ vendor, agenda } = await startOneStepVendor(platform, [TEN, ELEVEN]));
});
afterEach(() => endOneStepVendor(platform, vendor));

async function slotsFor(as = 'regulator') {
  const { body } = await platform.call('GET', HAVRE, { as });
  return body.items[0].slots as { id: string; start: string }[];
}
const take = (slotId: string, as = 'regulator', key?: string, more: object = {}) =>
  platform.call('POST', '/v1/appointments', {
    ...{ as, body: { slotId, ...more } },
    headers: key === undefined ? {} : { 'idempotency-key': key },
  });
const read = async (id: string) =>
  (await platform.call('GET', `/v1/appointments/${id}`, { as: 'regulator' })).body;
const act = (id: string, verb: 'cancel' | 'confirm') =>
  platform.call('POST', `/v1/appointments/${id}/${verb}`, { as: 'regulator' });
const everyAppointment = async () =>
  (await platform.call('GET', '/v1/appointments', { as: 'regulator' })).body.items as any[];
/** The outbox does now what it would do after the editor's deadline. */
const repeat = () => platform.database.query('update outbox set due_at = sas_now()');
/** Waits until it stands so. */
const become = (id: string, status: string) =>
  until(async () => (await read(id)).status === status);

test('a regulator books in the vendor’s agenda: by reference, without a name', async () => {
  const [slot] = await slotsFor();
  const { status, body, headers } = await take(slot!.id);
  assert.equal(status, 201, JSON.stringify(body));
  assert.equal(headers.get('location'), `/v1/appointments/${body.id}`);
  assert.deepEqual([body.status, body.slot.id], ['booked', slot!.id]);
  assert.deepEqual(body.source, { kind: 'editor', editor: 'vendor' });
  const [request] = agenda.requests;
  assert.deepEqual([agenda.requests.length, request!.reference], [1, body.reference]);
  const { identifier, regulator, practitioner } = request!.appointment;
  assert.equal(identifier.value, `urn:uuid:${body.id}`);
  assert.deepEqual(regulator, { kind: 'technical', value: 'regulator' });
  assert.equal(practitioner, WHO);
  assert.deepEqual(
    (await slotsFor()).map(({ start }) => start.slice(11, 16)),
    ['11:00'],
    'searches show it no more',
  );
});

test('of twenty who want one slot one has it, the others alternatives', async () => {
  const [slot] = await slotsFor();
  const roles = ['regulator', 'emergency-regulator', 'call-taker', 'unscheduled-care-operator'];
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => take(slot!.id, roles[index % roles.length])),
  );
  const statuses = answers.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [201, ...Array.from({ length: 19 }, () => 409)]);
  const lost = answers.filter(({ status }) => status === 409);
  assert.ok(lost.every(({ body }) => body.code === 'slot-taken'));
  assert.equal(lost[0]!.body.alternatives[0].start.slice(11, 16), '11:00');
  assert.equal(agenda.booked.size, 1);
  assert.equal((await everyAppointment()).length, 1);
});

test('whoever was faster at the vendor’s own counter has it: 409, and nothing is kept', async () => {
  const [slot] = await slotsFor();
  agenda.booked.set('somebody', `s-${WHO}-${Date.parse(TEN)}`);
  for (const _time of [1, 2]) {
    const { status, body } = await take(slot!.id, 'regulator', 'taken');
    assert.deepEqual([status, body.code], [409, 'slot-taken']);
    assert.equal(body.alternatives[0].start.slice(11, 16), '11:00');
  }
  assert.deepEqual(await everyAppointment(), []);
  assert.deepEqual(
    (await slotsFor()).map(({ start }) => start.slice(11, 16)),
    ['11:00'],
    'the vendor said so',
  );
  await platform.database.query('delete from vendor_answer');
  assert.equal((await slotsFor()).length, 2, 'until it offers it again');
});

test('a vendor killed before its answer: pending, then booked by the same request, once', async () => {
  const [slot] = await slotsFor();
  agenda.afterwards = () => vendor.drop();
  const { status, body } = await take(slot!.id, 'regulator', 'killed');
  assert.deepEqual([status, body.status, body.overdue], [201, 'pending', false]);
  assert.equal(agenda.booked.size, 1, 'it had booked');
  const other = await take(slot!.id, 'call-taker');
  assert.deepEqual([other.status, other.body.code], [409, 'slot-taken']);
  assert.equal((await take(slot!.id, 'regulator', 'killed')).body.id, body.id);
  agenda.afterwards = () => undefined;
  await repeat();
  await become(body.id, 'booked');
  assert.equal(agenda.booked.size, 1);
  assert.deepEqual(
    agenda.requests.map(({ appointment, reference }) => [appointment.identifier.value, reference]),
    agenda.requests.map(() => [`urn:uuid:${body.id}`, body.reference]),
  );
  assert.equal((await read(body.id)).overdue, undefined);
});

test('a vendor that was killed before it booked may have given the slot away: told, not lost', async () => {
  const [slot] = await slotsFor();
  agenda.afterwards = () => vendor.drop();
  const { body } = await take(slot!.id);
  agenda.booked.clear();
  agenda.booked.set('somebody', `s-${WHO}-${Date.parse(TEN)}`);
  await repeat();
  await become(body.id, 'cancelled');
});

test('a vendor that says nothing is asked every minute, for ten minutes', async () => {
  const [slot] = await slotsFor();
  agenda.afterwards = () => vendor.drop();
  await take(slot!.id);
  await platform.database.query('update outbox set attempts = 100');
  await repeat();
  const wait = await until(async () => {
    const rows = await platform.database.query<{ wait: number }>(
      `select extract(epoch from due_at - sas_now())::float8 as wait from outbox
       where state = 'waiting' and attempts > 100 and leased_until is null`,
    );
    return rows[0]?.wait ?? false;
  });
  assert.ok(wait > 10 && wait <= 72, `${wait} s`);
});

test('what the vendor never says becomes overdue and is a person’s to find out', async () => {
  const [slot] = await slotsFor();
  agenda.afterwards = () => vendor.drop();
  const { body } = await take(slot!.id);
  await platform.setClock('2026-11-23T08:10:01+01:00');
  assert.equal((await read(body.id)).overdue, true);
  const state = async () =>
    (await platform.database.query<{ state: string }>('select state from outbox'))[0]?.state;
  await repeat();
  await until(async () => (await state()) === 'dead');
  assert.equal(agenda.requests.length, 1, 'a booking that nobody waits for is not made');
  assert.equal((await act(body.id, 'confirm')).body.status, 'booked');
});

test('who leaves for the page meanwhile has an entry of its own; nobody else is let at it', async () => {
  const [slot] = await slotsFor();
  agenda.afterwards = () => vendor.drop();
  const asked = (await take(slot!.id)).body.id as string;
  const body = { slotId: slot!.id };
  const other = await platform.call('POST', '/v1/departures', { as: 'call-taker', body });
  assert.deepEqual([other.status, other.body.code], [409, 'slot-taken']);
  const left = await platform.call('POST', '/v1/departures', { as: 'regulator', body });
  assert.equal(left.status, 201);
  assert.notEqual(left.body.id, asked);
  await platform.setClock('2026-11-23T08:10:01+01:00');
  const later = await platform.call('POST', '/v1/departures', { as: 'call-taker', body });
  assert.equal(later.status, 201, 'a person finds out what came of it');
});

test('the vendor’s own word closes what was pending; another regulator’s booking does not', async () => {
  const [slot] = await slotsFor();
  agenda.afterwards = () => vendor.drop();
  const { id } = (await take(slot!.id)).body;
  const tell = (value: string, regulator: string) => {
    const { resource } = writeAppointment({
      identifier: { system: 'https://agenda.example/rdv', value },
      ...{ status: 'booked', start: TEN, practitioner: WHO },
      end: new Date(Date.parse(TEN) + MINUTES_15).toISOString(),
      regulator: { kind: 'technical', value: regulator },
    });
    return platform.call('POST', '/fhir/Appointment', { as: 'editor', body: resource });
  };
  assert.notEqual((await tell('a', 'other')).headers.get('location'), `/fhir/Appointment/${id}`);
  assert.equal((await read(id)).status, 'pending');
  assert.equal((await tell('b', 'regulator')).headers.get('location'), `/fhir/Appointment/${id}`);
  assert.equal((await read(id)).status, 'booked');
  await repeat();
  const waiting = () =>
    platform.database.query(`select 1 as one from outbox where state = 'waiting'`);
  await until(async () => (await waiting()).length === 0);
  assert.equal(agenda.requests.length, 1, 'there is nothing left to find out');
});

test('an idempotency key answers the booking that it made', async () => {
  const [slot] = await slotsFor();
  const first = await take(slot!.id, 'regulator', 'once');
  const again = await take(slot!.id, 'regulator', 'once');
  assert.deepEqual([again.status, again.body], [201, first.body]);
  assert.equal(agenda.requests.length, 1);
});

test('a key is in use while the vendor is asked', async () => {
  const [slot] = await slotsFor();
  vendor.mood = 'held';
  const first = take(slot!.id, 'regulator', 'held');
  await vendor.opened(1);
  const again = await take(slot!.id, 'regulator', 'held');
  assert.deepEqual([again.status, again.body.code], [409, 'idempotency-key-in-use']);
  vendor.release();
  assert.equal((await first).body.status, 'booked');
  assert.equal((await take(slot!.id, 'regulator', 'held')).body.id, (await first).body.id);
});

test('a vendor that says yes to another time has not said yes', async () => {
  const [slot] = await slotsFor();
  agenda.shiftMs = MINUTES_15;
  assert.equal((await take(slot!.id)).body.status, 'pending');
});

test('what stands in the vendor’s agenda is cancelled and moved there', async () => {
  const [slot, later] = await slotsFor();
  const { id } = (await take(slot!.id)).body;
  const cancelled = await act(id, 'cancel');
  const moved = await platform.call('POST', `/v1/appointments/${id}/reschedule`, {
    ...{ as: 'regulator', body: { slotId: later!.id } },
  });
  for (const { status, body } of [cancelled, moved]) {
    assert.deepEqual([status, body.code], [409, 'invalid-transition']);
  }
  assert.equal((await read(id)).status, 'booked');
});

for (const as of ['practitioner', 'administrator', 'dispatch-software']) {
  test(`${as} is told where it is booked, and the vendor is not asked to`, async () => {
    const [slot] = await slotsFor();
    const { status, body } = await take(slot!.id, as);
    assert.deepEqual([status, body.code], [422, 'not-bookable-here']);
    assert.deepEqual(agenda.requests, []);
  });
}

test('a triage nurse books none of them: she books by an orientation', async () => {
  const [slot] = await slotsFor();
  const { status, body } = await take(slot!.id, 'triage-nurse');
  assert.deepEqual([status, body.code], [403, 'forbidden']);
  assert.deepEqual(agenda.requests, []);
});

test('the rules hold as for any slot: no contact, nobody books where one simply comes', async () => {
  const [slot] = await slotsFor();
  const contact = { name: 'Camille Fictif', phone: '+33199000000' };
  const named = await take(slot!.id, 'regulator', undefined, { contact });
  assert.deepEqual([named.status, named.body.code], [422, 'contact-not-allowed']);
  vendor.slots = [{ of: WHO, start: TEN, booking: 'WALKIN' }];
  await platform.database.query('delete from vendor_answer');
  const [walkIn] = await slotsFor();
  assert.equal((await take(walkIn!.id)).body.code, 'walk-in');
  assert.deepEqual(agenda.requests, []);
});

test('a vendor that cannot be reached has booked nothing: the page is named', async () => {
  const [slot] = await slotsFor();
  await platform.database.query(`update editor set endpoint = 'http://127.0.0.1:9/fhir'`);
  const { status, body } = await take(slot!.id, 'regulator', 'unsent');
  assert.deepEqual([status, body.code], [422, 'not-bookable-here']);
  assert.equal(body.bookingUrl, 'https://rdv.example/dr?x=1&origin=sas#jour');
  assert.deepEqual(await everyAppointment(), []);
});

test('a vendor that does not book so is never asked to, until it does', async () => {
  await platform.database.query('update editor set books_in_one_step = false');
  const [slot] = await slotsFor();
  assert.equal((await take(slot!.id)).body.code, 'not-bookable-here');
  await platform.database.query('update editor set books_in_one_step = true');
  await platform.database.query(
    `update vendor_answer set answered_at = answered_at - interval '1 min'`,
  );
  await slotsFor();
  assert.equal((await take(slot!.id)).status, 201);
});

test('a slot that the vendor knows no more is taken', async () => {
  const [slot] = await slotsFor();
  vendor.slots = [{ of: WHO, start: ELEVEN }];
  const { status, body } = await take(slot!.id);
  assert.deepEqual([status, body.code], [409, 'slot-taken']);
});
