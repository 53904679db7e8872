import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { startTestVendor, type TestVendor } from '../testing/test-vendor.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const HAVRE = '/v1/availability?insee=76351&specialty=SM54';
const NINE = '2026-11-23T09:00:00.000+01:00';
const TEN = '2026-11-23T10:00:00.000+01:00';
const idOf = (number: number) => `8109998${String(number).padStart(5, '0')}`;

let platform: TestPlatform;
let one: TestVendor;
let two: TestVendor;
const agendas: string[] = [];

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(NOW);
  for (let number = 0; number < 4; number += 1) {
    const practitioner = {
      ...{ nationalId: idOf(number), family: `FICTIF ${number}`, given: 'Camille' },
      specialties: ['SM54'],
    };
    agendas.push(await openAgenda(platform, { practitioner }));
  }
});
after(() => platform.close());
beforeEach(async () => {
  await platform.setClock(NOW);
  // Of four, the first two by one vendor, the third by another, the fourth by none.
  one = await startTestVendor(platform, 'one', [idOf(0), idOf(1)]);
  two = await startTestVendor(platform, 'two', [idOf(2)]);
});
afterEach(async () => {
  await platform.database.query('delete from editor');
  await Promise.all([one.close(), two.close()]);
});

const search = async (more = '', as = 'regulator') =>
  (await platform.call('GET', `${HAVRE}${more}`, { as })).body;
const statesOf = (body: any) =>
  Object.fromEntries(
    body.items.map((card: any) => [card.practitioner.family.slice(-1), card.state]),
  );
const sourcesOf = (body: any) =>
  body.sources.map(({ editor, state, slots }: any) => `${editor} ${state} ${slots}`);
const later = async (seconds: number) =>
  platform.database.query('update clock set shift = shift + make_interval(secs => $1)', [seconds]);

test('a search asks the vendors of those who are near, and says of each card what is known', async () => {
  one.slots = [{ of: idOf(0), start: TEN }];
  const body = await search();
  assert.deepEqual(statesOf(body), {
    ...{ 0: 'free', 1: 'none-free', 2: 'none-free', 3: 'not-connected' },
  });
  assert.deepEqual(sourcesOf(body), ['one complete 1', 'two complete 0']);
  assert.deepEqual(
    body.sources.map(({ name }: any) => name),
    ['Agenda one', 'Agenda two'],
  );
  assert.deepEqual(
    [one.asked.map((ids) => ids.sort()), two.asked],
    [[[idOf(0), idOf(1)]], [[idOf(2)]]],
  );
  const [card] = body.items;
  assert.equal(card.id, agendas[0]);
  const [slot] = card.slots;
  assert.deepEqual(
    [slot.start, slot.source, slot.capacity, slot.remaining, slot.bookingUrl],
    [
      '2026-11-23T10:00:00+01:00',
      { kind: 'editor', editor: 'one' },
      1,
      1,
      'https://rdv.example/dr?x=1&origin=sas#jour',
    ],
  );
});

test('slots of the platform and of a vendor stand in one order', async () => {
  const own = await addSlot(platform, agendas[0]!, slotAt('2026-11-23T09:30:00+01:00'));
  one.slots = [
    { of: idOf(0), start: TEN },
    { of: idOf(0), start: NINE },
  ];
  two.slots = [{ of: idOf(2), start: '2026-11-23T09:15:00.000+01:00' }];
  const { items } = await search('&limit=2');
  assert.deepEqual(
    items.map((card: any) => card.slots.map(({ start }: any) => start.slice(11, 16))),
    [['09:00', '09:30', '10:00'], ['09:15']],
  );
  const narrow = await search('&slotsPerCard=1&visibility=PUBLIC');
  assert.deepEqual(
    narrow.items[0].slots.map(({ id }: any) => id),
    [own],
  );
  const few = await search('&slotsPerCard=1&limit=1');
  assert.deepEqual([few.items[0].slots.length, few.items[0].moreSlots], [1, 2]);
  await platform.database.query('delete from slot where id = $1', [own]);
});

test('what a vendor does not answer is never "no availability"', async () => {
  one.slots = [{ of: idOf(0), start: TEN }];
  await search();
  one.mood = 'down';
  await later(30);
  const body = await search();
  assert.deepEqual(statesOf(body), {
    ...{ 0: 'not-asked', 1: 'not-asked', 2: 'none-free', 3: 'not-connected' },
  });
  assert.deepEqual(sourcesOf(body), ['one failed 0', 'two complete 0']);
  one.mood = 'well';
  await later(30);
  assert.deepEqual(sourcesOf(await search()), ['one complete 1', 'two complete 0']);
});

test('an answer serves other searches for a while', async () => {
  one.slots = [{ of: idOf(0), start: TEN }];
  await search();
  await later(1);
  assert.deepEqual(sourcesOf(await search('&limit=5&order=nearest')), [
    'one complete 1',
    'two complete 0',
  ]);
  assert.equal(one.asked.length, 1);
  await later(20);
  await search();
  assert.equal(one.asked.length, 2);
});

test('two searches at once cost one call', async () => {
  one.mood = 'held';
  one.slots = [{ of: idOf(0), start: TEN }];
  const both = [search(), search('&limit=5')];
  await one.opened(1);
  while (two.asked.length === 0) await two.opened(1);
  const third = search('&order=nearest');
  one.release();
  for (const body of await Promise.all([...both, third])) {
    assert.equal(statesOf(body)[0], 'free');
  }
  assert.equal(one.asked.length, 1);
});

test('a slot that another window asks for is asked for', async () => {
  one.slots = [{ of: idOf(0), start: '2026-11-25T20:00:00.000+01:00' }];
  assert.equal(statesOf(await search())[0], 'none-free');
  const body = await search('&from=2026-11-23T08:00:00%2B01:00&to=2026-11-26T08:00:00%2B01:00');
  assert.equal(statesOf(body)[0], 'free');
  assert.equal(one.asked.length, 2);
});

test('the public sees of vendors what professional and vendor agreed to, and nothing else', async () => {
  one.slots = [
    { of: idOf(0), start: NINE },
    { of: idOf(0), start: TEN, visibility: ['PUBLIC'] },
    { of: idOf(1), start: TEN, visibility: ['PUBLIC', 'PRO'], publicDisplay: true },
  ];
  two.slots = [{ of: idOf(2), start: NINE, visibility: ['PRO'], publicDisplay: true }];
  const body = await search('', 'public');
  assert.deepEqual(statesOf(body), {
    ...{ 0: 'none-free', 1: 'free', 2: 'none-free', 3: 'not-connected' },
  });
  assert.ok(!('sources' in body));
  const [slot] = body.items[0].slots;
  assert.ok(!('source' in slot));
  assert.deepEqual(slot.visibility, ['PUBLIC']);
  assert.doesNotMatch(JSON.stringify(body), /"(one|two)"/);
});

test('nobody asks vendors for the public about professionals who are not shown to it', async () => {
  await platform.database.query('update schedule set public_display = false');
  await search('', 'public');
  assert.deepEqual([one.asked, two.asked], [[], []]);
  await platform.database.query('update schedule set public_display = true');
});

test('who refuses to show what its software sends is shown without it, but to who regulates', async () => {
  one.slots = [
    { of: idOf(0), start: NINE, visibility: ['PRO'] },
    { of: idOf(1), start: NINE, visibility: ['SNP'] },
  ];
  await platform.database.query('update schedule set vendor_slots_refused = true');
  const body = await search();
  assert.deepEqual([statesOf(body)[0], statesOf(body)[1]], ['none-free', 'free']);
  const nurse = await search('', 'practitioner');
  assert.equal(statesOf(nurse)[1], 'none-free');
  await platform.database.query('update schedule set vendor_slots_refused = false');
});

test('a vendor that is switched off is asked no more, and what it said is gone', async () => {
  one.slots = [{ of: idOf(0), start: TEN }];
  await search();
  await platform.database.query(`update editor set enabled = false where id = 'one'`);
  await later(30);
  const body = await search();
  assert.deepEqual(statesOf(body)[0], 'not-connected');
  assert.deepEqual(sourcesOf(body), ['two complete 0']);
  assert.equal(one.asked.length, 1);
});

test('a caller that hangs up gives up the call that nobody else waits for', async () => {
  one.mood = 'held';
  const gone = new AbortController();
  const { tokens } = platform.credentials;
  const asking = fetch(platform.url + HAVRE, {
    headers: { authorization: `Bearer ${tokens['regulator']}` },
    signal: gone.signal,
  });
  await one.opened(1);
  gone.abort();
  await assert.rejects(asking);
  while (one.open > 0) await new Promise((resolve) => setImmediate(resolve));
  one.mood = 'well';
  one.slots = [{ of: idOf(0), start: TEN }];
  assert.equal(statesOf(await search())[0], 'free');
});
