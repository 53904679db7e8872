import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readAgendaFile } from '../agenda-file/read.ts';
import { AGENDA, agendaFile, temporaryFolder } from '../testing/folder.ts';
import { NOW } from '../testing/vendor.ts';
import { isFree } from './slots.ts';
import { openStore, type Store } from './store.ts';

const folder = await temporaryFolder();
const example = JSON.parse(await readFile(AGENDA, 'utf8'));

async function loaded(directory: string | null = null): Promise<Store> {
  const store = openStore(directory);
  store.load(await readAgendaFile(AGENDA, NOW), NOW);
  return store;
}

test('a slot is taken by one, and free again once that is cancelled', async () => {
  const { slots, bookings } = await loaded();
  const booking = bookings.take('lambreval-1', '', NOW);
  assert.match(booking?.reference ?? '', /^[0-9A-Z]{4}$/);
  assert.equal(bookings.take('lambreval-1', '', NOW), null);
  assert.equal(isFree(slots.find('lambreval-1')!), false);
  assert.equal(bookings.cancel(booking!.id, NOW), true);
  assert.equal(bookings.cancel(booking!.id, NOW), false);
  assert.equal(isFree(slots.find('lambreval-1')!), true);
});

test('a slot of three places is taken three times', async () => {
  const { slots, bookings } = await loaded();
  const taken = [1, 2, 3, 4].map(() => bookings.take('lambreval-9', '', NOW) !== null);
  assert.deepEqual(taken, [true, true, true, false]);
  assert.equal(slots.find('lambreval-9')?.booked, 3);
  assert.equal(new Set(bookings.of('lambreval-9').map(({ reference }) => reference)).size, 3);
});

test('what is set aside, without appointment or past is not taken', async () => {
  const { bookings } = await loaded();
  assert.equal(bookings.take('lambreval-5', '', NOW), null);
  assert.equal(bookings.take('lambreval-3', '', NOW), null);
  assert.equal(bookings.take('nothing', '', NOW), null);
  assert.equal(bookings.take('lambreval-1', '', new Date(NOW.getTime() + 4 * 3_600_000)), null);
});

test('two processes on one directory see each other and take a slot once', async () => {
  const data = join(folder, 'shared');
  const [one, other] = [await loaded(data), await loaded(data)];
  assert.ok(one.bookings.take('lambreval-1', '', NOW));
  assert.equal(other.bookings.take('lambreval-1', '', NOW), null);
  one.close();
  other.close();
});

test('another file is loaded over what is there; a slot with an appointment stays as it is', async () => {
  const store = await loaded();
  const before = store.slots.find('lambreval-1')!.start;
  store.bookings.take('lambreval-1', '', NOW);
  const changed = {
    ...example,
    practitioners: [{ ...example.practitioners[0], family: 'AUTRE' }],
    slots: example.slots.slice(0, 2).map((slot: object) => ({ ...slot, startsIn: 'PT9H' })),
  };
  const read = await readAgendaFile(await agendaFile(folder, changed), NOW);
  assert.equal(store.load(read, NOW), true);
  assert.equal(store.load(read, NOW), false);
  assert.deepEqual(store.slots.find('lambreval-1')?.start, before);
  assert.equal(store.slots.find('lambreval-2')?.start.toISOString(), '2026-11-23T16:10:00.000Z');
  assert.equal(store.people.practitioner('lambreval')?.family, 'AUTRE');
  assert.equal(store.people.practitioners().length, 9);
});
