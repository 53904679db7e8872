import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { type EventReader, type ReadEvent, readStream } from '../testing/event-reader.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { startTestVendor, type TestVendor } from '../testing/test-vendor.ts';

const HAVRE = 'insee=76351&specialty=SM54';
const TEN = '2026-11-23T10:00:00.000+01:00';
const ELEVEN = '2026-11-23T11:00:00.000+01:00';
const idOf = (number: number) => `8109998${String(number).padStart(5, '0')}`;

let platform: TestPlatform;
let one: TestVendor;
let two: TestVendor;
const agendas: string[] = [];
const streams: EventReader[] = [];

before(async () => {
  platform = await startTestPlatform({ SAS_VENDOR_STREAM_FRESH: '1' });
  await platform.setClock('2026-11-23T08:00:00+01:00');
  for (let number = 0; number < 3; number += 1) {
    const practitioner = {
      ...{ nationalId: idOf(number), family: `FICTIF ${number}`, given: 'Camille' },
      specialties: ['SM54'],
    };
    agendas.push(await openAgenda(platform, { practitioner }));
  }
  await addSlot(platform, agendas[2]!, slotAt('2026-11-23T09:00:00+01:00'));
});
after(() => platform.close());
beforeEach(async () => {
  one = await startTestVendor(platform, 'one', [idOf(0)]);
  two = await startTestVendor(platform, 'two', [idOf(1)]);
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.close();
  await platform.database.query('delete from editor');
  await Promise.all([one.close(), two.close()]);
});

async function open(as = 'regulator', more = ''): Promise<EventReader> {
  const stream = await readStream(platform, HAVRE + more, as);
  streams.push(stream);
  return stream;
}
const isDone = ({ event }: ReadEvent) => event === 'done';
const isFree = (agenda: string) => (read: ReadEvent) =>
  (read.event === 'card' && read.data.id === agenda && read.data.card?.state === 'free') ||
  (read.event === 'slot' && read.data.card === agenda && read.data.state === 'free');
const isSource = (editor: string, state: string) => (read: ReadEvent) =>
  read.event === 'source' && read.data.editor === editor && read.data.state === state;

test('own cards come at once, those of vendors as they answer, and "done" after the last', async () => {
  one.mood = 'held';
  two.mood = 'held';
  one.slots = [{ of: idOf(0), start: TEN }];
  two.slots = [{ of: idOf(1), start: TEN }];
  const stream = await open();
  const own = await stream.until(isFree(agendas[2]!));
  assert.ok(!own.some(isDone));
  await Promise.all([one.opened(1), two.opened(1)]);
  two.release();
  const first = await stream.until(isFree(agendas[1]!));
  assert.ok(!first.some(isDone));
  one.release();
  const rest = await stream.until(isDone);
  assert.ok(rest.some(isFree(agendas[0]!)));
  const told = [...own, ...first, ...rest]
    .filter(({ event }) => event === 'source')
    .map(({ data }) => `${data.editor} ${data.state} ${data.slots}`);
  assert.deepEqual(told.sort(), [
    ...['one asking 0', 'one complete 1', 'two asking 0', 'two complete 1'],
  ]);
});

test('an answer that is new enough is not asked for again, and its vendor is told all the same', async () => {
  one.slots = [{ of: idOf(0), start: TEN }];
  const { body } = await platform.call('GET', `/v1/availability?${HAVRE}`, { as: 'regulator' });
  const stream = await open();
  const told = (await stream.until(isDone)).filter(({ event }) => event === 'source');
  assert.deepEqual(
    told.map(({ data }) => [data.editor, data.state, data.slots]).sort(),
    body.sources.map(({ editor, state, slots }: any) => [editor, state, slots]),
  );
  assert.deepEqual([one.asked.length, two.asked.length], [1, 1]);
});

test('what changes at a vendor reaches an open stream', async () => {
  one.slots = [{ of: idOf(0), start: TEN }];
  const stream = await open();
  await stream.until(isDone);
  one.slots = [{ of: idOf(0), start: ELEVEN }];
  const [event] = (
    await stream.until(({ event, data }) => event === 'slot' && data.removed.length > 0)
  ).slice(-1);
  assert.deepEqual(
    event!.data.slots.map(({ start }: any) => start),
    ['2026-11-23T11:00:00+01:00'],
  );
});

test('a vendor that fails is told, its cards too; when it is back the circuit closes by itself', async () => {
  one.slots = [{ of: idOf(0), start: TEN }];
  const stream = await open();
  await stream.until(isDone);
  one.mood = 'down';
  const failing = await stream.until(isSource('one', 'circuit-open'));
  assert.ok(failing.some(isSource('one', 'failed')));
  const gone = failing.find(({ event, data }) => event === 'slot' && data.card === agendas[0]);
  assert.equal(gone?.data.state, 'not-asked');
  one.mood = 'well';
  const back = await stream.until(isFree(agendas[0]!));
  if (!back.some(isSource('one', 'complete'))) await stream.until(isSource('one', 'complete'));
});

test('the public is told nothing of vendors', async () => {
  one.mood = 'down';
  two.slots = [{ of: idOf(1), start: TEN, visibility: ['PUBLIC'], publicDisplay: true }];
  const stream = await open('public');
  const events = await stream.until(isDone);
  assert.ok(events.some(isFree(agendas[1]!)));
  assert.ok(!events.some(({ event }) => event === 'source'));
  assert.doesNotMatch(stream.text(), /"(one|two)"/);
});

test('a reader that hangs up gives up its calls; one that comes back gets the whole state', async () => {
  one.mood = 'held';
  const stream = await open();
  await one.opened(1);
  stream.close();
  while (one.open > 0) await new Promise((resolve) => setImmediate(resolve));
  one.mood = 'well';
  one.slots = [{ of: idOf(0), start: TEN }];
  const again = await open();
  const events = await again.until(isDone);
  assert.ok(events.some(isFree(agendas[0]!)) && events.some(isFree(agendas[2]!)));
});
