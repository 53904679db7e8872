import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openAgenda } from '../testing/agenda-fixtures.ts';
import { readStream } from '../testing/event-reader.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { startTestVendor, type TestVendorSlot } from '../testing/test-vendor.ts';

const HAVRE = 'insee=76351&specialty=SM54';
const [LAT, LON] = [49.4938, 0.1077];
const idOf = (number: number) => `8109998${String(number).padStart(5, '0')}`;

/** Doctors of one vendor, so many kilometres north of the middle of Le Havre. */
async function doctors(platform: TestPlatform, kilometres: readonly number[]) {
  for (const [number, km] of kilometres.entries()) {
    await openAgenda(platform, {
      practitioner: { nationalId: idOf(number), family: `FICTIF ${number}`, specialties: ['SM54'] },
      location: {
        ...{ line: `${number + 1} rue des Galets`, postcode: '76600', city: 'Le Havre' },
        ...{ insee: '76351', lat: LAT + km / 111.195, lon: LON },
      },
    });
  }
  return startTestVendor(
    platform,
    'one',
    kilometres.map((_, number) => idOf(number)),
  );
}

/** A slot at nine; the vendor knows the same places. */
const slotsOf = (kilometres: readonly number[]): TestVendorSlot[] =>
  kilometres.map((km, number) => ({
    of: idOf(number),
    start: '2026-11-23T09:00:00.000+01:00',
    place: `at-${km}`,
  }));

async function world(t: TestContext, kilometres: readonly number[]) {
  const platform = await startTestPlatform({ SAS_VENDOR_FRESH: '120' });
  await platform.setClock('2026-11-23T08:00:00+01:00');
  const vendor = await doctors(platform, kilometres);
  vendor.slots = slotsOf(kilometres);
  vendor.places = kilometres.map((km) => ({
    ...{ id: `at-${km}`, line: '1 quai des Exemples', postalCode: '76600', city: 'Le Havre' },
    ...{ lat: LAT + km / 111.195, lon: LON },
  }));
  t.after(async () => {
    await platform.close();
    await vendor.close();
  });
  return { platform, vendor };
}
const search = async (platform: TestPlatform, more = '') =>
  (await platform.call('GET', `/v1/availability?${HAVRE}${more}`, { as: 'regulator' })).body;
const namesOf = (body: any) =>
  body.items
    .filter(({ state }: any) => state === 'free')
    .map(({ practitioner }: any) => practitioner.family.slice(7));

test('a place is enlarged by what vendors have, and those further away are asked about then', async (t) => {
  const { platform, vendor } = await world(t, [1, 2, 13]);
  const body = await search(platform);
  assert.deepEqual([namesOf(body), body.radiusKm, body.enlargedFromKm], [['0', '1', '2'], 15, 10]);
  assert.deepEqual(
    vendor.asked.map((ids) => ids.length),
    [2, 1],
  );
  const stream = await readStream(platform, HAVRE, 'regulator');
  const events = await stream.until(({ event }) => event === 'done');
  assert.equal(events.at(-1)!.data.enlargedFromKm, 10);
  assert.equal(events.filter(({ event }) => event === 'card').length, 3);
  stream.close();
});

test('where five have slots with vendors nobody looks further', async (t) => {
  const { platform, vendor } = await world(t, [1, 2, 3, 4, 5, 13]);
  const body = await search(platform);
  assert.deepEqual([namesOf(body).length, body.enlargedFromKm], [5, null]);
  assert.deepEqual(
    vendor.asked.map((ids) => ids.length),
    [5],
  );
  const stream = await readStream(platform, HAVRE, 'regulator');
  const events = await stream.until(({ event }) => event === 'done');
  assert.equal(events.at(-1)!.data.enlargedFromKm, null);
  stream.close();
});

test('a page of three cards asks on until five have slots, before it looks further', async (t) => {
  const near = Array.from({ length: 30 }, (_, each) => (each < 25 ? 1 : 5) + each / 10);
  const { platform, vendor } = await world(t, [...near, 13]);
  // Of the first call three have slots; those of the second are further away.
  const free = new Set([0, 1, 2, 27, 28, 29, 30].map(idOf));
  vendor.slots = vendor.slots.filter(({ of }) => free.has(of));
  const body = await search(platform, '&limit=3&order=nearest');
  assert.deepEqual([namesOf(body).sort(), body.enlargedFromKm], [['0', '1', '2'], null]);
  assert.equal(vendor.asked.flat().length, 30, 'nobody of the enlarged radius');
});

test('sixty doctors: one call while the page is full, the others with the pages after it', async (t) => {
  const { platform, vendor } = await world(
    t,
    Array.from({ length: 60 }, (_, each) => 1 + each / 10),
  );
  const seen: string[] = [];
  let next: string | null = '';
  const asked: number[] = [];
  while (next !== null) {
    const body: any = await search(platform, `&limit=20${next === '' ? '' : `&cursor=${next}`}`);
    seen.push(...namesOf(body));
    asked.push(vendor.asked.flat().length);
    next = body.next;
  }
  assert.equal(asked[0], 25);
  assert.equal(asked.at(-1), 60);
  assert.equal(new Set(seen).size, 60);
  assert.equal(vendor.asked.length, 3);
});

test('whoever is asked about for a further page only is on it, however early its slot', async (t) => {
  const kilometres = Array.from({ length: 60 }, (_, each) => 1 + each / 10);
  const { platform, vendor } = await world(t, kilometres);
  // The further away, the earlier: what comes with a further page would have stood on the first one.
  vendor.slots = slotsOf(kilometres).map((slot, number) => ({
    ...slot,
    start: `2026-11-23T${String(20 - Math.floor(number / 6)).padStart(2, '0')}:00:00.000+01:00`,
  }));
  for (const clock of ['2026-11-23T08:00:00+01:00', '2026-11-23T08:10:00+01:00']) {
    await platform.setClock(clock);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const body: any = await search(platform, `&limit=8${next === '' ? '' : `&cursor=${next}`}`);
      seen.push(...namesOf(body));
      next = body.next;
    }
    assert.equal(new Set(seen).size, 60, `${seen.length} at ${clock}`);
    assert.equal(seen.length, 60, 'each once');
  }
});

test('a platform that stops gives up its calls and leaves no connection behind', async (t) => {
  const { platform, vendor } = await world(t, [1]);
  vendor.mood = 'held';
  const stream = await readStream(platform, HAVRE, 'regulator');
  const waiting = search(platform).catch(() => null);
  await vendor.opened(1);
  await platform.close();
  await Promise.all([stream.ended(), waiting]);
  while ((await vendor.connections()) > 0) await new Promise((resolve) => setImmediate(resolve));
});
