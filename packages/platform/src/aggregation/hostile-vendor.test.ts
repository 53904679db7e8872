import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { openAgenda } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { startTestVendor, type TestVendor } from '../testing/test-vendor.ts';
import { until } from '../testing/until.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const TEN = '2026-11-23T10:00:00.000+01:00';
const WHO = '810999800000';
const OTHER = '810999800018';

let platform: TestPlatform;
let vendor: TestVendor;

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(NOW);
  for (const nationalId of [WHO, OTHER]) {
    const practitioner = { nationalId, family: 'FICTIF', given: 'Camille', specialties: ['SM54'] };
    await openAgenda(platform, { practitioner });
  }
});
after(() => platform.close());
beforeEach(async () => {
  await platform.setClock(NOW);
  vendor = await startTestVendor(platform, 'one', [WHO, OTHER]);
});
afterEach(async () => {
  await platform.database.query('delete from editor');
  await vendor.close();
});

const search = async () => {
  const path = '/v1/availability?insee=76351&specialty=SM54';
  return (await platform.call('GET', path, { as: 'regulator' })).body;
};
const sourcesOf = (body: any) =>
  body.sources.map(({ editor, state, slots }: any) => `${editor} ${state} ${slots}`);

test('no character of a vendor costs its answer', async () => {
  const line = '3 quai\u0000 des \u202Eseuqirtnecxe\uD800';
  vendor.places = [
    { id: 'odd', name: 'Cabinet\u0007', line, postalCode: '76600', city: 'Le Havre' },
  ];
  vendor.slots = [
    { of: WHO, start: TEN, place: 'odd', reasons: ['\u0000suivi', `${'x'.repeat(199)}😀`] },
    { of: OTHER, start: TEN },
  ];
  // Kept however long it took.
  const { items } = await until(async () => {
    const body = await search();
    return sourcesOf(body)[0] === 'one complete 2' && body;
  });
  const free = items.filter(({ state }: any) => state === 'free');
  assert.deepEqual(free.map(({ location }: any) => location.line).sort(), [
    '12 rue des Galets',
    '3 quai  des  seuqirtnecxe',
  ]);
  const [odd] = free.filter(({ location }: any) => location.line.startsWith('3'));
  assert.deepEqual(odd.slots[0].reasons, ['suivi', 'x'.repeat(199)]);
});
