import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeBooking } from '@sas-kit/fhir';
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

test('without the option nothing is booked so', async () => {
  const plain = await startVendor();
  assert.equal((await post('urn:uuid:0', 'R0', first, plain)).status, 404);
});
