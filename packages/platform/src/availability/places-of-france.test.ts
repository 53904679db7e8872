import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allPlaces, type PlaceRecord } from '../directory/places.ts';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

let platform: TestPlatform;
const departments = allPlaces().filter(({ kind }) => kind === 'department');

/** One commune of each collectivity, and of departments that other lists write otherwise or leave out. */
const SAMPLE = [
  ...['2A004', '2B033', '75111', '48095', '97105', '97209', '97302', '97411', '97502', '97611'],
  ...['97701', '97801', '98613', '98735', '98818'],
];

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock('2026-11-23T08:00:00+01:00');
});
after(() => platform.close());

async function search(query: string) {
  const { body, status } = await platform.call('GET', `/v1/availability?${query}`, {
    as: 'regulator',
  });
  assert.equal(status, 200, `${query}: ${JSON.stringify(body)}`);
  return body;
}

async function openAt({ insee, label, postcodes, lat, lon }: PlaceRecord): Promise<void> {
  const id = await openAgenda(platform, {
    practitioner: { nationalId: '810999900018', family: 'AUBRY', specialties: ['SM54'] },
    location: { line: '1 rue de la Mairie', postcode: postcodes[0], city: label, insee, lat, lon },
  });
  await addSlot(platform, id, slotAt('2026-11-23T11:00:00+01:00'));
}

test('every department is searched around its centre, with a radius of its own', async () => {
  assert.equal(departments.length, 107);
  for (const { code, label, lat, lon, radiusKm, enlargeKm } of departments) {
    const body = await search(`department=${code}&specialty=SM54&limit=1`);
    assert.deepEqual([body.place.label, body.place.lat, body.place.lon], [label, lat, lon], code);
    // Nobody offers anything: the search was enlarged.
    assert.deepEqual([body.enlargedFromKm, body.radiusKm], [radiusKm, radiusKm + enlargeKm], code);
    assert.ok(radiusKm >= 10, code);
  }
});

test('a commune of each collectivity finds its practice, and so does its department', async () => {
  for (const insee of SAMPLE) {
    const place = allPlaces().find((each) => each.insee === insee);
    assert.ok(place, insee);
    await openAt(place);
    const point = `lat=${place.lat}&lon=${place.lon}`;
    for (const query of [`insee=${insee}`, `department=${place.code}`, point]) {
      const { items, place: searched } = await search(`${query}&specialty=SM54`);
      assert.equal(searched.timeZone, place.timeZone, query);
      const found = items.filter(({ location }: { location: { insee: string } }) => {
        return location.insee === insee;
      });
      assert.deepEqual(
        found.map(({ state }: { state: string }) => state),
        ['free'],
        query,
      );
      assert.equal(found[0].location.timeZone, place.timeZone, query);
    }
  }
});
