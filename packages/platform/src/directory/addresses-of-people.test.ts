import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  answering,
  feature,
  startAddressBase,
  type TestAddressBase,
} from '../testing/address-base.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const STREET = '12 rue des Galets, Le Havre';
const NEAR = [0.1234, 49.5012];
let base: TestAddressBase;
let platform: TestPlatform;
/** One that asks nobody. */
let alone: TestPlatform;

before(async () => {
  base = await startAddressBase();
  platform = await startTestPlatform({
    SAS_GEOCODER_URL: `${base.url}/`,
    SAS_GEOCODER_TIMEOUT: '5000',
  });
  alone = await startTestPlatform();
});
after(async () => {
  await platform?.close();
  await alone?.close();
  await base?.close();
});

const ask = async (path: string, on = platform, as = 'regulator') => {
  const { status, body, headers } = await on.call('GET', path, { as });
  return { status, body, cache: headers.get('cache-control') };
};
const places = (query: string, on = platform) => ask(`/v1/places?${query}`, on);
const search = (text: string, on = platform) =>
  ask(`/v1/availability?q=${encodeURIComponent(text)}&specialty=SM54`, on);

test('an address that no place is named after is asked for; it is shared with no cache', async () => {
  base.answer = answering(feature({}, NEAR));
  const { body, cache } = await places(`q=${encodeURIComponent(STREET)}`);
  const [{ id, ...place }] = body.items;
  assert.match(id, /^address-[\w-]{22}$/);
  assert.deepEqual(place, {
    ...{ kind: 'address', label: '12 Rue des Galets 76600 Le Havre' },
    ...{ insee: '76351', department: '76', postcode: '76600' },
    ...{ lat: 49.5012, lon: 0.1234, approximate: false },
    ...{ radiusKm: 10, timeZone: 'Europe/Paris' },
  });
  assert.equal(cache, 'private, no-store');
});

test('a place that is known here is asked for nowhere', async () => {
  const before = base.asked.length;
  for (const q of ['Le Havre', '76600', 'le hav', '76600 Le Havre', 'Seine-Maritime', 'xy']) {
    await places(`q=${encodeURIComponent(q)}`);
    await search(q);
  }
  await places(`kind=commune&q=${encodeURIComponent(STREET)}`);
  assert.equal(base.asked.length, before);
});

test('an address beside another place is refused, and asked for nowhere', async () => {
  const before = base.asked.length;
  for (const place of ['insee=76351', 'department=76', 'lat=49.5&lon=0.1']) {
    const { status } = await ask(`/v1/availability?q=${encodeURIComponent(STREET)}&${place}`);
    assert.equal(status, 400, place);
  }
  assert.equal(base.asked.length, before);
});

test('a search around an address is that of its position, on every page and in its stream', async () => {
  base.answer = answering(feature({}, NEAR));
  const { body } = await search(STREET);
  assert.deepEqual(body.place, {
    ...{ label: '12 Rue des Galets 76600 Le Havre', insee: '76351' },
    ...{ lat: 49.5012, lon: 0.1234, approximate: false, timeZone: 'Europe/Paris' },
  });
  assert.deepEqual([body.enlargedFromKm, body.radiusKm], [10, 15]);
  const stream = `/v1/availability/stream?q=${encodeURIComponent(STREET)}`;
  const head = await platform.call('HEAD', stream, { as: 'regulator' });
  assert.equal(head.status, 200);
});

test('an address that nobody knows is searched around the centre of its commune, and says so', async () => {
  base.answer = answering();
  const texts = ['99 rue Inconnue, Le Havre', '99 rue Inconnue 76600 Le Havre', '9 quai, 76600'];
  for (const text of texts) {
    for (const on of [platform, alone]) {
      const { status, body } = await search(text, on);
      assert.equal(status, 200, text);
      assert.deepEqual([body.place.label, body.place.approximate], ['Le Havre', true], text);
    }
  }
  base.answer = (_, response) => void response.writeHead(500).end();
  assert.equal((await search('98 rue Inconnue, Le Havre')).body.place.approximate, true);
});

test('a street that is named after a town is not that town', async () => {
  base.answer = answering();
  for (const text of ['12 rue de Rouen', 'place de Fécamp', '12 rue de Rouen, Nulle-Part']) {
    const { status, body } = await search(text);
    assert.deepEqual([status, body.code], [422, 'unknown-place'], text);
  }
});

test('no log has the address', async () => {
  base.answer = answering(feature());
  await search('14 rue des Galets, Le Havre');
  base.answer = (_, response) => void response.end('{"features": [');
  await search('16 rue des Galets, Le Havre');
  await places('q=18%20rue%20des%20Galets%20Le%20Havre');
  assert.equal(/galets/i.test(platform.logged()), false);
  assert.match(platform.logged(), /availability/);
});
