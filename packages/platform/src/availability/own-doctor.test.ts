import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import { readStream } from '../testing/event-reader.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const HAVRE = 'insee=76351&specialty=SM54';
const OWN = '810999900018';
const SILENT = '810999900026';
const SECRET = '810999900034';
let platform: TestPlatform;
let ownSlot: string;

const LILLE = { line: '1 place des Buses', city: 'Lille', insee: '59350', postcode: '59000' };

function agendaOf(
  nationalId: string,
  location: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<string> {
  const specialties = [nationalId === OWN ? 'SM40' : 'SM54'];
  const practitioner = { nationalId, family: `FICTIF ${nationalId.slice(-2)}`, specialties };
  const { phone: _, ...place } = practice()['location'] as Record<string, unknown>;
  return openAgenda(platform, { practitioner, location: { ...place, ...location }, ...more });
}

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(NOW);
  // The own doctor is a paediatrician of Lille, 220 km away, who also works in Le Havre.
  const far = await agendaOf(OWN, { ...LILLE, lat: 50.6292, lon: 3.0573 });
  ownSlot = await addSlot(platform, far, slotAt('2026-11-24T11:00:00+01:00'));
  await agendaOf(OWN, { line: '3 rue des Galets' });
  await agendaOf(SILENT, { ...LILLE, lat: 50.63, lon: 3.06 });
  await agendaOf(SECRET, { ...LILLE, lat: 50.64, lon: 3.06 }, { publicDisplay: false });
  for (const number of [51, 52, 53, 54, 55, 56]) {
    const near = await agendaOf(`8109999000${number}`, { line: `${number} quai Sud`, lon: 0.15 });
    await addSlot(platform, near, slotAt('2026-11-23T09:00:00+01:00'));
  }
});
after(() => platform.close());

async function search(query: string, as = 'regulator') {
  const { body, status } = await platform.call('GET', `/v1/availability?${HAVRE}${query}`, { as });
  assert.equal(status, 200, JSON.stringify(body));
  return body as {
    items: {
      id: string;
      preferred: boolean;
      practitioner: { nationalId: string };
      location: { city: string };
      distanceKm: number;
      slots: unknown[];
      state: string;
    }[];
    next: string | null;
    radiusKm: number;
    enlargedFromKm: number | null;
    nextAvailable: string | null;
  };
}

for (const order of ['recommended', 'earliest', 'nearest']) {
  test(`the own doctor is found 200 km away, first, each place once: ${order}`, async () => {
    const { items } = await search(`&preferredPractitioner=${OWN}&order=${order}`);
    const own = items.filter(({ practitioner }) => practitioner.nationalId === OWN);
    assert.deepEqual(items.slice(0, 2), own);
    assert.deepEqual(
      new Set(own.map(({ location }) => location.city)),
      new Set(['Lille', 'Le Havre']),
    );
    const far = own.find(({ location }) => location.city === 'Lille')!;
    assert.ok(far.distanceKm > 200 && far.distanceKm < 260, String(far.distanceKm));
    assert.deepEqual([far.state, far.slots.length], ['free', 1]);
    assert.ok(own.every(({ preferred }) => preferred));
    assert.ok(items.slice(2).every(({ preferred }) => !preferred));
    assert.equal(items.length, 8);
  });
}

test('without a slot it is first all the same, and says so', async () => {
  const { items, nextAvailable } = await search(`&preferredPractitioner=${SILENT}`);
  const [first, second] = items;
  assert.deepEqual(
    [first!.practitioner.nationalId, first!.state, second!.state],
    [SILENT, 'not-connected', 'free'],
  );
  assert.equal(nextAvailable, null, 'the place has free slots');
});

test('the radius is that of the others: it neither widens nor narrows by the own doctor', async () => {
  const alone = await search('');
  const own = await search(`&preferredPractitioner=${OWN}`);
  assert.deepEqual([own.radiusKm, own.enlargedFromKm], [alone.radiusKm, alone.enlargedFromKm]);
  const narrow = await search(`&preferredPractitioner=${OWN}&radiusKm=1`);
  assert.deepEqual(
    narrow.items.map(({ practitioner }) => practitioner.nationalId),
    [OWN, OWN],
  );
});

test('two places of the own doctor take no place among the five that leave a choice', async () => {
  for (const limit of [1, 4, 5]) {
    const { enlargedFromKm } = await search(`&preferredPractitioner=${OWN}&limit=${limit}`);
    assert.equal(enlargedFromKm, null, `limit ${limit}`);
  }
});

test('it stands on the first page, and on no other', async () => {
  const seen: string[] = [];
  let cursor = '';
  for (let page = 0; page < 20; page += 1) {
    const body = await search(`&preferredPractitioner=${OWN}&limit=1${cursor}`);
    seen.push(...body.items.map(({ id }) => id));
    if (body.next === null) break;
    cursor = `&cursor=${body.next}`;
  }
  const whole = await search(`&preferredPractitioner=${OWN}`);
  assert.deepEqual(
    seen,
    whole.items.map(({ id }) => id),
  );
});

test('who agrees to no public display is nobody’s own doctor on a public page', async () => {
  const shown = await search(`&preferredPractitioner=${SECRET}`, 'public');
  assert.equal(
    shown.items.some(({ preferred }) => preferred),
    false,
  );
  const [first] = (await search(`&preferredPractitioner=${SECRET}`)).items;
  assert.equal(first!.practitioner.nationalId, SECRET);
});

test('a doctor whom nobody knows changes nothing', async () => {
  const ids = async (query: string) => (await search(`${query}&seed=1`)).items.map(({ id }) => id);
  assert.deepEqual(await ids('&preferredPractitioner=810999999997'), await ids(''));
});

test('a stream tells what changes in the own doctor’s far agenda', async (t) => {
  const reader = await readStream(platform, `${HAVRE}&preferredPractitioner=${OWN}`, 'regulator');
  t.after(() => reader.close());
  await reader.until(({ event }) => event === 'done');
  const body = { slotId: ownSlot };
  const hold = await platform.call('POST', '/v1/holds', { as: 'regulator', body });
  assert.equal(hold.status, 201);
  const events = await reader.until(({ event }) => event === 'slot');
  assert.deepEqual(events.at(-1)!.data.removed, [ownSlot]);
});

// The whole page is read after a minute.
test('a stream tells of a far agenda that the own doctor opens', { timeout: 50_000 }, async (t) => {
  const opens = '810999900042';
  const reader = await readStream(platform, `${HAVRE}&preferredPractitioner=${opens}`, 'regulator');
  t.after(() => reader.close());
  await reader.until(({ event }) => event === 'done');
  const far = await agendaOf(opens, { ...LILLE, lat: 50.65, lon: 3.06 });
  await reader.until(({ event, data }) => event === 'card' && data.id === far);
});
