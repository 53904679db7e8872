import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import { type ReadEvent, readStream } from '../testing/event-reader.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const HAVRE = 'insee=76351&specialty=SM54';
let platform: TestPlatform;
let number = 0;

before(async () => {
  platform = await startTestPlatform({ SAS_HOLD_SECONDS: '600', SAS_HOLDS_PER_ADDRESS: '1000' });
  await platform.setClock(NOW);
});
after(() => platform.close());

/** An agenda of one more fictional practitioner in a specialty that no other test searches. */
async function agenda(specialty: string, overrides: Record<string, unknown> = {}): Promise<string> {
  number += 1;
  return openAgenda(platform, {
    practitioner: {
      nationalId: `8109998${String(number).padStart(5, '0')}`,
      family: `FICTIF ${number}`,
      specialties: [specialty],
    },
    location: { ...(practice()['location'] as object), line: `${number} rue des Galets` },
    ...overrides,
  });
}

async function stream(t: TestContext, query: string, as: string | null = 'regulator') {
  const reader = await readStream(platform, query, as);
  t.after(() => reader.close());
  assert.equal(reader.status, 200, reader.text());
  return reader;
}

const isDone = ({ event }: ReadEvent) => event === 'done';
const isSlot = ({ event }: ReadEvent) => event === 'slot';
const isCard = ({ event }: ReadEvent) => event === 'card';
const cardsOf = (events: readonly ReadEvent[]) => events.filter(isCard).map(({ data }) => data);
const removes = (id: string) => (each: ReadEvent) => isSlot(each) && each.data.removed.includes(id);
const brings = (id: string) => (each: ReadEvent) =>
  isSlot(each) && each.data.slots.some((slot: { id: string }) => slot.id === id);

test('the page of a search comes card by card, in its order, and ends with its frame', async (t) => {
  const [one, two] = [await agenda('SM54'), await agenda('SM54')];
  await addSlot(platform, one, slotAt('2026-11-23T11:00:00+01:00'));
  await addSlot(platform, two, slotAt('2026-11-23T10:00:00+01:00'));
  for (const as of ['public', 'regulator']) {
    const { body } = await platform.call('GET', `/v1/availability?${HAVRE}`, { as });
    const reader = await stream(t, HAVRE, as);
    assert.match(reader.headers.get('content-type')!, /^text\/event-stream/);
    assert.equal(reader.headers.get('cache-control'), 'private, no-store, no-transform');
    assert.equal(reader.headers.get('x-accel-buffering'), 'no');
    const events = await reader.until(isDone);
    assert.deepEqual(
      cardsOf(events).map(({ card }) => card),
      body.items,
    );
    const ranks = cardsOf(events).map(({ rank }) => rank);
    assert.deepEqual(ranks.toSorted(), ranks);
    const { items: _items, sources: _sources, asOf: _asOf, from: _from, to: _to, ...frame } = body;
    const { asOf: _a, from: _f, to: _t, ...sent } = events.at(-1)!.data;
    assert.deepEqual(sent, frame);
  }
});

test('a slot that is published, held, given back, booked or withdrawn is told', async (t) => {
  const schedule = await agenda('SM04');
  const kept = await addSlot(platform, schedule, slotAt('2026-11-23T12:00:00+01:00'));
  const reader = await stream(t, 'insee=76351&specialty=SM04', 'public');
  await reader.until(isDone);
  const slotId = await addSlot(platform, schedule, slotAt('2026-11-23T11:00:00+01:00'));
  const [added] = (await reader.until(brings(slotId))).slice(-1);
  assert.deepEqual([added!.data.card, added!.data.state], [schedule, 'free']);
  const hold = await platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } });
  await reader.until(removes(slotId));
  await platform.call('DELETE', `/v1/holds/${hold.body.id}`, { as: 'public' });
  await reader.until(brings(slotId));
  await platform.call('POST', '/v1/appointments', { as: 'regulator', body: { slotId } });
  await reader.until(removes(slotId));
  await platform.call('POST', `/v1/schedules/${schedule}/absences`, {
    as: 'editor',
    body: { from: '2026-11-23T11:30:00+01:00', to: '2026-11-23T13:00:00+01:00' },
  });
  const events = await reader.until(removes(kept));
  assert.equal(events.at(-1)!.data.state, 'none-free');
  // Nothing is free any more: the frame says when the next one is.
  const [done] = (await reader.until(isDone)).slice(-1);
  assert.equal(done!.data.nextAvailable, null);
});

const holdFor = (capability: string, slotId: string, time: string) =>
  platform.database.query(
    `insert into hold (capability_hash, slot_id, caller, expires_at, created_at)
     values ($1, $2, 'test', sas_now() + $3::interval, sas_now())`,
    [capability, slotId, time],
  );

test('a hold that runs out gives its slot back, though nothing changes in the database', async (t) => {
  const schedule = await agenda('SM05');
  const slotId = await addSlot(platform, schedule, slotAt('2026-11-23T11:00:00+01:00'));
  const reader = await stream(t, 'insee=76351&specialty=SM05');
  await reader.until(isDone);
  await holdFor('short', slotId, '10 minutes');
  await reader.until(removes(slotId));
  await platform.database.query(
    `update hold set expires_at = sas_now() + interval '1 second' where capability_hash = 'short'`,
  );
  await reader.until(brings(slotId));
});

test('a hold that was there before the stream runs out, too', async (t) => {
  const schedule = await agenda('SM06');
  const slotId = await addSlot(platform, schedule, slotAt('2026-11-23T11:00:00+01:00'));
  // A machine under load may open the stream too late to see it held: then it is held for longer.
  for (let seconds = 2; ; seconds *= 2) {
    await holdFor(`early ${seconds}`, slotId, `${seconds} seconds`);
    const reader = await stream(t, 'insee=76351&specialty=SM06');
    const [before] = cardsOf(await reader.until(isDone));
    if (before.card.state === 'free') continue;
    await reader.until(brings(slotId));
    return;
  }
});

test('a slot that begins is gone, and the window moves with the clock', async (t) => {
  const schedule = await agenda('SM07');
  const first = await addSlot(platform, schedule, slotAt('2026-11-23T09:00:00+01:00'));
  const late = await addSlot(platform, schedule, slotAt('2026-11-25T08:30:00+01:00'));
  const reader = await stream(t, 'insee=76351&specialty=SM07');
  const [card] = cardsOf(await reader.until(isDone));
  assert.deepEqual(
    card.card.slots.map(({ id }: { id: string }) => id),
    [first],
  );
  t.after(() => platform.setClock(NOW));
  await platform.setClock('2026-11-23T08:31:00+01:00');
  await reader.until(brings(late)); // 48 h from now reach further
  await platform.setClock('2026-11-23T08:59:58+01:00');
  await reader.until(removes(first));
});

test('what changes of a card besides its slots is told, and a card that goes', async (t) => {
  const schedule = await agenda('SM08');
  await addSlot(platform, schedule, slotAt('2026-11-23T11:00:00+01:00'));
  const reader = await stream(t, 'insee=76351&specialty=SM08', 'public');
  await reader.until(isDone);
  await platform.database.query(
    `update practitioner set given = 'Dominique' where id = (select practitioner_id from schedule where id = $1)`,
    [schedule],
  );
  const [renamed] = cardsOf(await reader.until(isCard));
  assert.equal(renamed.card.practitioner.given, 'Dominique');
  await platform.database.query('update schedule set public_display = false where id = $1', [
    schedule,
  ]);
  const [gone] = cardsOf(await reader.until(isCard));
  assert.deepEqual(gone, { id: schedule, rank: null, card: null });
  await platform.database.query('update schedule set public_display = true where id = $1', [
    schedule,
  ]);
  const [back] = cardsOf(await reader.until(isCard));
  assert.equal(back.card.slots.length, 1);
});

test('a new practice comes, one elsewhere or of another specialty does not', async (t) => {
  const reader = await stream(t, 'insee=76351&specialty=SM09&radiusKm=10');
  assert.deepEqual(cardsOf(await reader.until(isDone)), []);
  await agenda('SM10');
  await agenda('SM09', {
    location: { line: '1 quai', postcode: '76400', city: 'Fécamp', insee: '76259' },
  });
  const here = await agenda('SM09');
  const cards = cardsOf(await reader.until(isCard));
  assert.deepEqual(
    cards.map(({ id }) => id),
    [here],
  );
});

test('a full page stays full: who leaves is followed by the next, who comes pushes the last out', async (t) => {
  const schedules: string[] = [];
  const slots: string[] = [];
  for (const hour of ['09', '10', '11']) {
    const schedule = await agenda('SM11');
    schedules.push(schedule);
    slots.push(await addSlot(platform, schedule, slotAt(`2026-11-23T${hour}:00:00+01:00`)));
  }
  const [one, two, three] = schedules;
  const reader = await stream(t, 'insee=76351&specialty=SM11&limit=2');
  const first = await reader.until(isDone);
  assert.deepEqual(
    cardsOf(first).map(({ id }) => id),
    [one, two],
  );
  assert.ok(first.at(-1)!.data.next !== null);
  await platform.call('POST', '/v1/appointments', { as: 'regulator', body: { slotId: slots[0] } });
  const after = cardsOf(await reader.until((each) => isCard(each) && each.data.id === three));
  assert.deepEqual(
    after.map(({ id, card }) => [id, card === null]),
    [
      [one, true],
      [three, false],
    ],
  );
  const early = await addSlot(platform, one!, slotAt('2026-11-23T08:30:00+01:00'));
  const events = cardsOf(await reader.until((each) => isCard(each) && each.data.card === null));
  assert.deepEqual(
    events.map(({ id, card }) => [id, card === null]),
    [
      [one, false],
      [three, true],
    ],
  );
  assert.equal(events[0].card.slots[0].id, early);
});
