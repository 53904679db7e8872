import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeAppointment, writeBooking } from '@sas-kit/fhir';
import { ask, resourcesOf, slotSearch } from '../testing/fhir.ts';
import { NOW, startVendor } from '../testing/vendor.ts';

const LAMBREVAL = '810999002016';
const vendor = await startVendor(['--book-in-one-step']);
const { bookings } = vendor.store;

const offered = async () => {
  const { body } = await ask(slotSearch(vendor.base, [LAMBREVAL], NOW));
  return resourcesOf(body, 'Slot').filter(
    ({ appointmentType }) => appointmentType.coding[0].code === 'ROUTINE',
  ) as { id: string; start: string; end: string }[];
};

async function post(value: string, reference: string, { id, start, end } = first, at = vendor) {
  const { resource } = writeBooking({
    ...{ slot: id, reference },
    appointment: {
      identifier: { system: 'urn:ietf:rfc:3986', value },
      ...{ status: 'booked', start, end, practitioner: LAMBREVAL },
      regulator: { kind: 'national', value: '3760009001/4242' },
    },
  });
  return ask(`${at.base}/Appointment`, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(resource),
  });
}

async function cancel(value: string, at = vendor) {
  const { start, end } = first;
  const { resource } = writeAppointment({
    identifier: { system: 'urn:ietf:rfc:3986', value },
    ...{ status: 'cancelled', start, end, practitioner: LAMBREVAL },
    regulator: { kind: 'national', value: '3760009001/4242' },
  });
  const identifier = encodeURIComponent(`urn:ietf:rfc:3986|${value}`);
  return ask(`${at.base}/Appointment?identifier=${identifier}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(resource),
  });
}

const [first] = (await offered()) as [{ id: string; start: string; end: string }];

test('of ten at once one has the slot; asked again it still has it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => post(`urn:uuid:${index}`, `R${index}`)),
  );
  const won = answers.findIndex(({ status }) => status === 201);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [
    201,
    ...Array.from({ length: 9 }, () => 409),
  ]);
  assert.equal((await post(`urn:uuid:${won}`, `R${won}`)).status, 201);
  assert.deepEqual(
    bookings.of(first.id).map(({ reference }) => reference),
    [`R${won}`],
    'the practice reads what the regulator reads',
  );
  const page = await (await fetch(`${vendor.origin}/creneaux/${first.id}`)).text();
  assert.match(page, new RegExp(`R${won}</strong>, pris par la régulation du SAS`));
  assert.ok((await offered()).every(({ id }) => id !== first.id));

  const [booking] = bookings.of(first.id);
  bookings.take('lambreval-9', '', NOW);
  const own = await (await fetch(`${vendor.origin}/creneaux/lambreval-9`)).text();
  assert.match(own, /pris par le secrétariat/);
  assert.doesNotMatch(own, /false|Prévenez/);
  assert.equal(bookings.cancel(booking!.id, NOW), true);
  assert.equal((await post(`urn:uuid:${won}`, `R${won}`)).status, 409, 'cancelled since');
  assert.equal((await post('urn:uuid:other', 'R5')).status, 201, 'for another it is free');
});

test('a reference that another appointment has is not given out twice', async () => {
  const [slot] = (await offered()) as [typeof first];
  const { reference } = bookings.of(first.id)[0]!;
  assert.equal((await post('urn:uuid:same', reference, slot)).status, 409);
  assert.deepEqual(bookings.of(slot.id), []);
});

test('what was booked so is cancelled so, any number of times; what the secretary took is not', async () => {
  const [slot] = (await offered()) as [typeof first];
  assert.equal((await post('urn:uuid:gone', 'R77', slot)).status, 201);
  for (const _time of [1, 2]) assert.equal((await cancel('urn:uuid:gone')).status, 200);
  assert.deepEqual(bookings.of(slot.id), []);
  assert.ok(
    (await offered()).some(({ id }) => id === slot.id),
    'free again',
  );
  const own = bookings.take(slot.id, '', NOW)!;
  for (const value of ['urn:uuid:never', own.id]) {
    assert.equal((await cancel(value)).status, 404);
  }
  assert.equal(bookings.of(slot.id).length, 1);
});

test('one that has begun is cancelled by the practice', async () => {
  let now = NOW;
  const moving = await startVendor(['--book-in-one-step'], { now: () => now });
  assert.equal((await post('urn:uuid:begun', 'R78', first, moving)).status, 201);
  now = new Date(first.end);
  assert.equal((await cancel('urn:uuid:begun', moving)).status, 409);
});

test('without the option nothing is booked so', async () => {
  const plain = await startVendor();
  assert.equal((await post('urn:uuid:0', 'R0', first, plain)).status, 404);
});
