import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { openAgenda } from '../../testing/agenda-fixtures.ts';
import { type ReadEvent, readStream } from '../../testing/event-reader.ts';
import type { OneStepAgenda } from '../../testing/one-step-agenda.ts';
import { endOneStepVendor, startOneStepVendor, WHO } from '../../testing/one-step-vendor.ts';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform.ts';
import type { TestVendor } from '../../testing/test-vendor.ts';

const QUERY = 'insee=76351&specialty=SM54';
const NOW = '2026-11-23T08:00:00+01:00';
const TEN = '2026-11-23T10:00:00.000+01:00';
const ELEVEN = '2026-11-23T11:00:00.000+01:00';

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

interface Found {
  id: string;
  start: string;
  source: { bookableHere?: boolean };
}
async function slotsFor(as = 'regulator') {
  const { body } = await platform.call('GET', `/v1/availability?${QUERY}`, { as });
  return body.items[0].slots as Found[];
}
const timesFor = async (as = 'regulator') =>
  (await slotsFor(as)).map(({ start }) => start.slice(11, 16));
const hold = (slotId: string, as = 'regulator', headers: Record<string, string> = {}) =>
  platform.call('POST', '/v1/holds', { as, body: { slotId }, headers });
const book = (slotId: string, holdId?: string, as = 'regulator') =>
  platform.call('POST', '/v1/appointments', {
    ...{ as, body: { slotId, ...(holdId !== undefined && { holdId }) } },
  });
const extend = (id: string) => platform.call('POST', `/v1/holds/${id}/extend`, { as: 'regulator' });

test('a card says to whom a slot is bookable here', async () => {
  const said = async (as: string) => (await slotsFor(as)).map(({ source }) => source.bookableHere);
  for (const as of ['regulator', 'emergency-regulator', 'call-taker']) {
    assert.deepEqual(await said(as), [true, true], as);
  }
  for (const as of ['practitioner', 'administrator', 'triage-nurse']) {
    assert.deepEqual(await said(as), [undefined, undefined], as);
  }
  await platform.database.query('update editor set books_in_one_step = false');
  assert.deepEqual(await said('regulator'), [undefined, undefined]);
});

test('a held slot is kept from everybody, and becomes the booking of whoever holds it', async () => {
  const [slot] = await slotsFor();
  const held = await hold(slot!.id);
  assert.equal(held.status, 201, JSON.stringify(held.body));
  assert.deepEqual([held.body.slot.id, held.body.slot.start], [slot!.id, slot!.start]);
  assert.deepEqual([held.body.extensionsLeft, held.body.contact], [3, null]);
  assert.deepEqual(agenda.requests, [], 'its editor is told nothing of a hold');
  assert.deepEqual(await timesFor('call-taker'), ['11:00']);
  const taken = await book(slot!.id, undefined, 'call-taker');
  assert.deepEqual([taken.status, taken.body.code], [409, 'slot-taken']);
  assert.equal(taken.body.alternatives[0].start.slice(11, 16), '11:00');
  assert.equal(taken.body.alternatives[0].source.bookableHere, true);
  const leaving = { as: 'call-taker', body: { slotId: slot!.id } };
  const left = await platform.call('POST', '/v1/departures', leaving);
  assert.deepEqual([left.status, left.body.code], [409, 'slot-taken']);

  const booked = await book(slot!.id, held.body.id);
  assert.deepEqual([booked.status, booked.body.status], [201, 'booked']);
  assert.equal(agenda.booked.size, 1);
  assert.deepEqual(await timesFor(), ['11:00']);
  assert.equal((await book(slot!.id, held.body.id)).body.code, 'hold-expired');
});

test('of two regulators who hold one slot at once one wins, the other has the next free slots', async () => {
  const [slot] = await slotsFor();
  const answers = await Promise.all(
    ['regulator', 'emergency-regulator', 'call-taker', 'regulator'].map((as) => hold(slot!.id, as)),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409]);
  for (const { body } of answers.filter(({ status }) => status === 409)) {
    assert.equal(body.code, 'slot-taken');
    assert.equal(body.alternatives[0].start.slice(11, 16), '11:00');
  }
});

test('a hold runs out, is given back, is taken again as an extension, thrice', async () => {
  const [slot] = await slotsFor();
  const { body } = await hold(slot!.id);
  await platform.setClock('2026-11-23T08:05:01+01:00');
  assert.deepEqual(await timesFor(), ['10:00', '11:00']);
  assert.equal((await book(slot!.id, body.id)).body.code, 'hold-expired');
  assert.equal((await extend(body.id)).body.extensionsLeft, 2);
  assert.deepEqual(await timesFor(), ['11:00']);
  assert.equal((await extend(body.id)).status, 200);
  assert.equal((await extend(body.id)).status, 200);
  assert.equal((await extend(body.id)).body.code, 'extensions-exhausted');
  const released = await platform.call('DELETE', `/v1/holds/${body.id}`, { as: 'regulator' });
  assert.equal(released.status, 204);
  assert.deepEqual(await timesFor(), ['10:00', '11:00']);
  const other = await hold(slot!.id, 'call-taker');
  assert.equal((await extend(body.id)).status, 404);
  assert.equal((await book(slot!.id, other.body.id, 'call-taker')).body.status, 'booked');
});

test('a slot that its editor has no more is not held: 409 with what is free, and nothing is kept', async () => {
  const [slot] = await slotsFor();
  vendor.slots = [{ of: WHO, start: ELEVEN }];
  for (const _time of [1, 2]) {
    const { status, body } = await hold(slot!.id, 'regulator', { 'idempotency-key': 'gone' });
    assert.deepEqual([status, body.code], [409, 'slot-taken']);
    assert.equal(body.alternatives[0].start.slice(11, 16), '11:00');
  }
  vendor.slots = [{ of: WHO, start: TEN }];
  await platform.database.query('delete from vendor_answer');
  assert.equal((await hold((await slotsFor())[0]!.id)).status, 201, 'until it offers it again');
});

test('one that does not answer has not said that it is gone; the same key is the same hold', async () => {
  const [slot] = await slotsFor();
  vendor.mood = 'down';
  const key = { 'idempotency-key': 'once' };
  const { status, body } = await hold(slot!.id, 'regulator', key);
  assert.equal(status, 201);
  assert.equal((await hold(slot!.id, 'regulator', key)).body.id, body.id);
});

test('the same key waits with the first for what the editor says', async () => {
  const [slot] = await slotsFor();
  vendor.slots = [{ of: WHO, start: ELEVEN }];
  vendor.mood = 'held';
  const key = { 'idempotency-key': 'twice' };
  const first = hold(slot!.id, 'regulator', key);
  await vendor.opened(1);
  const second = hold(slot!.id, 'regulator', key);
  await Promise.race([second, hold(slot!.id, 'call-taker')]);
  vendor.release();
  for (const { status, body } of await Promise.all([first, second]))
    assert.deepEqual([status, body.code], [409, 'slot-taken']);
});

test('the editor’s own counter is faster than the hold: told when it is booked', async () => {
  const [slot] = await slotsFor();
  const { body } = await hold(slot!.id);
  agenda.booked.set('somebody', `s-${WHO}-${Date.parse(TEN)}`);
  const taken = await book(slot!.id, body.id);
  assert.deepEqual([taken.status, taken.body.code], [409, 'slot-taken']);
  assert.equal(taken.body.alternatives[0].start.slice(11, 16), '11:00');
  assert.equal((await book(slot!.id, body.id)).body.code, 'hold-expired');
});

test('a vendor that dies between hold and booking: nothing is booked, and the hold goes on', async () => {
  const [slot] = await slotsFor();
  const { body } = await hold(slot!.id);
  const [{ endpoint }] = (await platform.database.query('select endpoint from editor')) as any;
  await platform.database.query(`update editor set endpoint = 'http://127.0.0.1:9/fhir'`);
  const unsent = await book(slot!.id, body.id);
  assert.deepEqual([unsent.status, unsent.body.code], [422, 'not-bookable-here']);
  assert.equal(unsent.body.bookingUrl, 'https://rdv.example/dr?x=1&origin=sas#jour');
  assert.equal((await hold(slot!.id, 'call-taker')).body.code, 'slot-taken');
  await platform.database.query('update editor set endpoint = $1', [endpoint]);
  assert.equal((await book(slot!.id, body.id)).body.status, 'booked');
});

test('what is asked for without an answer is shown to nobody until that is known', async () => {
  const [slot] = await slotsFor();
  agenda.afterwards = () => vendor.drop();
  const { body } = await hold(slot!.id);
  assert.equal((await book(slot!.id, body.id)).body.status, 'pending');
  assert.deepEqual(await timesFor('call-taker'), ['11:00']);
});

test('a hold is of one slot, and of nobody who books none here', async () => {
  const [slot, later] = await slotsFor();
  const { body } = await hold(slot!.id);
  assert.equal((await book(later!.id, body.id)).body.code, 'hold-mismatch');
  for (const as of ['practitioner', 'administrator', 'triage-nurse', 'dispatch-software']) {
    const refused = await hold(later!.id, as);
    assert.deepEqual([refused.status, refused.body.code], [422, 'not-bookable-here'], as);
  }
});

test('open searches are told that it is held, and that it is free again', async (t) => {
  const [slot] = await slotsFor();
  const stream = await readStream(platform, QUERY, 'call-taker');
  t.after(() => stream.close());
  const shown = ({ event, data }: ReadEvent) =>
    event === 'slot'
      ? ((data.slots ?? [data.slot]) as Found[]).some((each) => each?.id === slot!.id)
      : event === 'card' && data.card?.slots.some((each: Found) => each.id === slot!.id) === true;
  await stream.until(shown);
  await stream.until(({ event }) => event === 'done');
  const { body } = await hold(slot!.id);
  await stream.until((read) => /slot|card/.test(read.event) && !shown(read));
  await platform.call('DELETE', `/v1/holds/${body.id}`, { as: 'regulator' });
  await stream.until(shown);
});

test('open searches know until when one is kept that was asked for without an answer', async () => {
  const [slot] = await slotsFor();
  agenda.afterwards = () => vendor.drop();
  const { body } = await book(slot!.id);
  assert.equal(body.status, 'pending');
  assert.deepEqual(await timesFor(), ['11:00']);
  const kept = await platform.database.query(
    `select a.overdue_at = h.expires_at as "toTheEnd"
     from appointment a join held_agenda h on h.schedule_id = a.schedule_id where a.id = $1`,
    [body.id],
  );
  assert.deepEqual(kept, [{ toTheEnd: true }]);
});
