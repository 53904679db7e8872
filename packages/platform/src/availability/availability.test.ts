import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const HAVRE = 'insee=76351&specialty=SM54';
let platform: TestPlatform;

/** An agenda of one more fictional practitioner, `east` km east of the centre of Le Havre. */
async function agendaAt(
  number: number,
  east: number,
  overrides: Record<string, unknown> = {},
): Promise<string> {
  return openAgenda(platform, {
    practitioner: {
      nationalId: `8109999${String(number).padStart(5, '0')}`,
      family: `FICTIF ${number}`,
      specialties: ['SM54'],
    },
    location: {
      ...(practice()['location'] as object),
      line: `${number} rue des Galets`,
      lon: 0.1077 + east / 72.4,
    },
    ...overrides,
  });
}

async function search(query: string, as = 'public') {
  const { body, status } = await platform.call('GET', `/v1/availability?${query}`, { as });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}
const names = (body: { items: { practitioner: { family: string } }[] }) =>
  body.items.map(({ practitioner }) => practitioner.family.replace('FICTIF ', ''));

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(NOW);
  const [one, two, three] = [
    await agendaAt(1, 0.2),
    await agendaAt(2, 2),
    await agendaAt(3, 4, { participates: true }),
  ];
  await agendaAt(4, 0.1); // publishes nothing
  await addSlot(platform, one, slotAt('2026-11-23T11:00:00+01:00'));
  await addSlot(platform, one, slotAt('2026-11-23T11:20:00+01:00', { modalities: ['VR'] }));
  await addSlot(platform, one, slotAt('2026-11-24T09:00:00+01:00'));
  await addSlot(platform, two, slotAt('2026-11-23T10:00:00+01:00'));
  await addSlot(platform, three, slotAt('2026-11-23T12:00:00+01:00'));
  await addSlot(platform, three, slotAt('2026-11-26T12:00:00+01:00'));
});
after(() => platform.close());

test('the public gets the earliest first, participants among the others, empty cards last', async () => {
  const body = await search(HAVRE);
  assert.deepEqual(names(body), ['2', '1', '3', '4']);
  assert.deepEqual(
    body.items.map(({ state }: { state: string }) => state),
    ['free', 'free', 'free', 'not-connected'],
  );
  for (const card of body.items) {
    assert.equal('participates' in card, false);
    assert.equal('overbooking' in card, false);
  }
  assert.equal('sources' in body, false);
});

test('professionals get the own doctor, then participants, then the others', async () => {
  assert.deepEqual(names(await search(HAVRE, 'regulator')), ['3', '2', '1', '4']);
  const preferred = await search(`${HAVRE}&preferredPractitioner=810999900001`, 'regulator');
  assert.deepEqual(names(preferred), ['1', '3', '2', '4']);
  assert.equal(preferred.items[0].preferred, true);
});

test('nearest orders by the kilometre', async () => {
  assert.deepEqual(names(await search(`${HAVRE}&order=nearest`)), ['1', '2', '3', '4']);
});

test('the default window is 48 h, and it can be moved', async () => {
  const body = await search(HAVRE);
  assert.equal(Date.parse(body.to) - Date.parse(body.from), 48 * 3_600_000);
  const third = body.items.find(
    (card: { slots: unknown[] }) => names({ items: [card as never] })[0] === '3',
  );
  assert.equal(third.slots.length, 1);
  const later = await search(
    `${HAVRE}&from=2026-11-25T12:00:00%2B01:00&to=2026-11-27T12:00:00%2B01:00`,
  );
  assert.deepEqual(names(later).slice(0, 1), ['3']);
});

test('a raw plus in an instant is a plus', async () => {
  const body = await search(`${HAVRE}&from=2026-11-23T10:30:00+01:00&to=2026-11-23T11:10:00+01:00`);
  assert.equal(body.from, '2026-11-23T10:30:00+01:00');
  assert.deepEqual(names(body).slice(0, 1), ['1']);
});

test('Z is read and never written', async () => {
  const body = await search(`${HAVRE}&from=2026-11-23T09:30:00Z&to=2026-11-23T10:10:00Z`);
  assert.equal(body.from, '2026-11-23T10:30:00+01:00');
  assert.equal(JSON.stringify(body).includes('Z"'), false);
});

test('filters narrow: modality, booking mode, slots per card', async () => {
  const remote = await search(`${HAVRE}&modality=VR`);
  assert.deepEqual(
    remote.items[0].slots.map(({ modalities }: { modalities: string[] }) => modalities),
    [['VR']],
  );
  const walkIns = await search(`${HAVRE}&booking=WALKIN`);
  assert.ok(walkIns.items.every(({ state }: { state: string }) => state !== 'free'));
  const short = await search(`${HAVRE}&slotsPerCard=1`);
  const card = short.items.find(
    (each: { slots: unknown[] }) => names({ items: [each as never] })[0] === '1',
  );
  assert.deepEqual([card.slots.length, card.moreSlots], [1, 2]);
});

test('a held slot is not offered', async () => {
  const before = await search(HAVRE);
  const slotId = before.items[0].slots[0].id as string;
  const hold = await platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } });
  assert.equal(hold.status, 201);
  const during = await search(HAVRE);
  assert.equal(JSON.stringify(during).includes(slotId), false);
  await platform.call('DELETE', `/v1/holds/${hold.body.id}`, { as: 'public' });
  assert.equal(JSON.stringify(await search(HAVRE)).includes(slotId), true);
});

test('pages never repeat nor miss a card, and a changed question refuses the cursor', async () => {
  const seen: string[] = [];
  let cursor = '';
  for (let page = 0; page < 10; page += 1) {
    const body = await search(`${HAVRE}&limit=1${cursor}`);
    seen.push(...names(body));
    if (body.next === null) break;
    cursor = `&cursor=${body.next}`;
  }
  assert.deepEqual(seen, ['2', '1', '3', '4']);
  const other = await platform.call(
    'GET',
    `/v1/availability?${HAVRE}&limit=1&modality=VR${cursor}`,
    { as: 'public' },
  );
  assert.equal(other.body.code, 'invalid-cursor');
});

test('neighbours with the same offer take turns with the seed, and a seed repeats its order', async () => {
  const [a, b] = [await agendaAt(11, 0.4), await agendaAt(12, 0.5)];
  for (const id of [a, b]) await addSlot(platform, id, slotAt('2026-11-24T18:00:00+01:00'));
  const query = `${HAVRE}&from=2026-11-24T17:00:00%2B01:00&to=2026-11-24T19:00:00%2B01:00`;
  const orders = new Set<string>();
  // Ids are drawn, and so are the orders: few seeds show both, and hundreds always do.
  for (let seed = 0; orders.size < 2 && seed < 500; seed += 1) {
    const first = names(await search(`${query}&seed=${seed.toString(16)}`));
    assert.deepEqual(names(await search(`${query}&seed=${seed.toString(16)}`)), first);
    orders.add(first.slice(0, 2).join());
  }
  assert.deepEqual([...orders].sort(), ['11,12', '12,11']);
});

test('where the radius holds nothing the search is enlarged once and says so; then it says when', async () => {
  const far = await openAgenda(platform, {
    practitioner: { nationalId: '810999977777', family: 'LOIN', specialties: ['SM40'] },
    location: {
      line: '1 quai',
      postcode: '76400',
      city: 'Fécamp',
      insee: '76259',
      lat: 49.6,
      lon: 0.2,
    },
  });
  await addSlot(platform, far, slotAt('2026-11-27T10:00:00+01:00'));
  const later = await search('insee=76351&specialty=SM40');
  assert.deepEqual([later.radiusKm, later.enlargedFromKm], [15, 10]);
  assert.equal(later.nextAvailable, '2026-11-27T10:00:00+01:00');
  await addSlot(platform, far, slotAt('2026-11-23T10:00:00+01:00'));
  const found = await search('insee=76351&specialty=SM40');
  assert.deepEqual([found.items.length, found.nextAvailable, found.enlargedFromKm], [1, null, 10]);
  const strict = await search('insee=76351&specialty=SM40&radiusKm=10');
  assert.deepEqual([strict.items.length, strict.enlargedFromKm], [0, null]);
});

test('a choice of fewer than five cards enlarges the search; the cursor keeps the radius', async () => {
  const place = (lat: number, line: string) => ({
    ...{ line, postcode: '76290', city: 'Fontenay', insee: '76275', lat, lon: 0.1077 },
  });
  const open = async (number: number, lat: number) => {
    const practitioner = {
      nationalId: `8109998${String(number).padStart(5, '0')}`,
      family: `FICTIF ${number}`,
      specialties: ['SM42'],
    };
    const id = await openAgenda(platform, { practitioner, location: place(lat, `${number} rue`) });
    await addSlot(platform, id, slotAt(`2026-11-23T1${number}:00:00+01:00`));
  };
  for (const number of [1, 2, 3, 4]) await open(number, 49.5);
  await open(9, 49.61); // 13 km away
  const few = 'insee=76351&specialty=SM42';
  const first = await search(`${few}&limit=2`);
  assert.deepEqual([names(first), first.enlargedFromKm, first.radiusKm], [['1', '2'], 10, 15]);
  assert.equal(first.nextAvailable, null);
  await open(5, 49.5);
  const second = await search(`${few}&limit=4&cursor=${first.next}`);
  assert.deepEqual([names(second), second.radiusKm], [['3', '4', '5', '9'], 15]);
  for (const limit of [1, 20]) {
    const enough = await search(`${few}&limit=${limit}`);
    assert.deepEqual([enough.enlargedFromKm, enough.radiusKm], [null, 10]);
  }
});

test('a slot that has begun is not offered any more', async () => {
  await platform.setClock('2026-11-23T10:05:00+01:00');
  const body = await search(`${HAVRE}&from=2026-11-23T09:00:00%2B01:00`);
  const starts = body.items.flatMap((card: { slots: { start: string }[] }) =>
    card.slots.map(({ start }) => start),
  );
  assert.ok(starts.length > 0 && !starts.includes('2026-11-23T10:00:00+01:00'));
  await platform.setClock(NOW);
});

test('every way to name the place finds it', async () => {
  for (const place of [
    'insee=76351',
    'q=Le%20Havre',
    'q=76600',
    'q=le+havre'.replace('+', '%20'),
    'lat=49.4938&lon=0.1077',
    'department=76',
  ]) {
    const body = await search(`${place}&specialty=SM53`);
    assert.ok(names(body).includes('2'), place);
  }
});

test('one agenda in two specialties is one card', async () => {
  await agendaAt(21, 1, {
    practitioner: {
      nationalId: '810999900021',
      family: 'FICTIF 21',
      specialties: ['SM54', 'SM53'],
    },
  });
  assert.equal(names(await search(HAVRE)).filter((name) => name === '21').length, 1);
});
