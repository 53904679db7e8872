import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { startTestVendor, type TestVendor } from '../testing/test-vendor.ts';

const WHO = '810999900018';
const HAVRE = '/v1/availability?insee=76351&specialty=SM54';
const [TEN, ELEVEN] = ['2026-11-23T10:00:00.000+01:00', '2026-11-23T11:00:00.000+01:00'];

let platform: TestPlatform;
let vendor: TestVendor;
let agenda: string;

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock('2026-11-23T08:00:00+01:00');
  agenda = await openAgenda(platform);
});
after(() => platform.close());
beforeEach(async () => {
  vendor = await startTestVendor(platform, 'one', [WHO]);
  vendor.slots = [
    { of: WHO, start: TEN },
    { of: WHO, start: ELEVEN },
  ];
});
afterEach(async () => {
  await platform.database.query('delete from editor');
  await vendor.close();
});

const slotsFor = async (as: string) => {
  const { body } = await platform.call('GET', HAVRE, { as });
  return body.items[0].slots as { id: string; start: string; bookingUrl: string | null }[];
};
const take = (path: 'holds' | 'appointments', slotId: string, as = 'regulator') =>
  platform.call('POST', `/v1/${path}`, { as, body: { slotId } });

for (const path of ['holds', 'appointments'] as const) {
  test(`a vendor's slot is not booked by ${path}: the answer says where it is`, async () => {
    const [slot] = await slotsFor('regulator');
    const { status, body } = await take(path, slot!.id);
    assert.deepEqual([status, body.code], [422, 'not-bookable-here']);
    assert.equal(body.bookingUrl, 'https://rdv.example/dr?x=1&origin=sas#jour');
  });
}

test('a slot that is opened is asked for anew, however fresh the answer is', async () => {
  const [slot] = await slotsFor('regulator');
  vendor.slots = [{ of: WHO, start: ELEVEN }];
  const own = await addSlot(platform, agenda, slotAt('2026-11-23T12:00:00+01:00'));
  const { status, body } = await take('holds', slot!.id);
  assert.deepEqual([status, body.code, vendor.asked.length], [409, 'slot-taken', 2]);
  assert.deepEqual(
    body.alternatives.map(({ start, source }: any) => [start.slice(11, 16), source.kind]),
    [
      ['11:00', 'editor'],
      ['12:00', 'platform'],
    ],
  );
  await platform.database.query('delete from slot where id = $1', [own]);
});

test('a vendor that does not answer has not said that the slot is gone', async () => {
  const [slot] = await slotsFor('regulator');
  vendor.mood = 'down';
  const { status, body } = await take('holds', slot!.id);
  assert.deepEqual([status, body.code], [422, 'not-bookable-here']);
});

test('a slot of the platform that is taken has those of vendors as alternatives', async () => {
  await slotsFor('regulator');
  const own = await addSlot(platform, agenda, slotAt('2026-11-23T09:00:00+01:00'));
  assert.equal((await take('appointments', own)).status, 201);
  const { body } = await take('appointments', own);
  assert.deepEqual(
    body.alternatives.map(({ start, bookingUrl }: any) => [start.slice(11, 16), bookingUrl]),
    ['10:00', '11:00'].map((time) => [time, 'https://rdv.example/dr?x=1&origin=sas#jour']),
  );
});

test('who may not know of a slot is not told that there is one', async () => {
  const [slot] = await slotsFor('regulator');
  const hold = await take('holds', slot!.id, 'public');
  assert.deepEqual([hold.status, hold.body.code], [404, 'not-found']);
  assert.equal(vendor.asked.length, 1);
});

test('what the public may see is opened without the mark of regulators', async () => {
  vendor.slots = [{ of: WHO, start: TEN, visibility: ['PUBLIC'], publicDisplay: true }];
  const [slot] = await slotsFor('public');
  assert.equal(slot!.bookingUrl, 'https://rdv.example/dr?x=1#jour');
  const { status, body } = await take('holds', slot!.id, 'public');
  assert.deepEqual([status, body.bookingUrl], [422, 'https://rdv.example/dr?x=1#jour']);
});

test('nobody books where one simply comes', async () => {
  vendor.slots = [{ of: WHO, start: TEN, booking: 'WALKIN' }];
  const [slot] = await slotsFor('regulator');
  assert.equal((await take('holds', slot!.id)).body.code, 'walk-in');
});
