import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { openAgenda } from '../../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform.ts';
import { startTestVendor, type TestVendor } from '../../testing/test-vendor.ts';
import { until } from '../../testing/until.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const TEN = '2026-11-23T10:00:00.000+01:00';
const WHO = '810999800000';
const OTHER = '810999800018';

let platform: TestPlatform;
let vendor: TestVendor;

before(async () => {
  platform = await startTestPlatform({ SAS_VENDOR_DEADLINE: '1' });
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
/** What a search finds once the vendor has answered, however long that takes here. */
const answered = (source: string) =>
  until(async () => {
    const body = await search();
    return sourcesOf(body)[0] === source && body;
  });
/** From its second answer on. */
async function hangs(): Promise<void> {
  await platform.database.query('update editor set deadline_ms = 1500');
  vendor.slots = [{ of: WHO, start: TEN }];
  await answered('one complete 1');
  vendor.mood = 'held';
}
/** Whether the latest word about these is that the vendor hangs. */
const isKnownToHang = async (...ids: string[]) => {
  const rows = await platform.database.query(
    `select from vendor_answer where national_id = any($1::text[]) and state = 'timeout'`,
    [ids],
  );
  return rows.length === ids.length;
};

test('a vendor that hangs for longer than a search waits is known to hang', async () => {
  await hangs();
  await platform.database.query('update clock set shift = shift + make_interval(secs => 30)');
  assert.deepEqual(sourcesOf(await search()), ['one timeout 0']);
  await until(() => isKnownToHang(WHO, OTHER));
  const { items } = await search();
  assert.deepEqual(
    items.map((card: any) => [card.state, card.slots]),
    [
      ['not-asked', []],
      ['not-asked', []],
    ],
  );
});

test('a vendor that hangs when its slot is opened is known to hang; the slot is not gone', async () => {
  await hangs();
  const { items } = await search();
  const [slot] = items.flatMap(({ slots }: any) => slots);
  const body = { slotId: slot.id };
  const left = await platform.call('POST', '/v1/departures', { as: 'regulator', body });
  assert.deepEqual([left.status, left.body.status], [201, 'pending']);
  await until(() => isKnownToHang(WHO));
});

test('no character of a vendor costs its answer', async () => {
  const line = '3 quai\u0000 des \u202Eseuqirtnecxe\uD800';
  vendor.places = [
    { id: 'odd', name: 'Cabinet\u0007', line, postalCode: '76600', city: 'Le Havre' },
  ];
  vendor.slots = [
    { of: WHO, start: TEN, place: 'odd', reasons: ['\u0000suivi', `${'x'.repeat(199)}😀`] },
    { of: OTHER, start: TEN },
  ];
  const { items } = await answered('one complete 2');
  const free = items.filter(({ state }: any) => state === 'free');
  assert.deepEqual(free.map(({ location }: any) => location.line).sort(), [
    '12 rue des Galets',
    '3 quai  des  seuqirtnecxe',
  ]);
  const [odd] = free.filter(({ location }: any) => location.line.startsWith('3'));
  assert.deepEqual(odd.slots[0].reasons, ['suivi', 'x'.repeat(199)]);
});
