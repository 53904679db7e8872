import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAgenda } from '../testing/agenda-fixtures.ts';
import { readStream } from '../testing/event-reader.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { startTestVendor, type TestVendor } from '../testing/test-vendor.ts';

/** More than one call asks about. */
const PEOPLE = Array.from({ length: 30 }, (_, each) => `8109998${String(each).padStart(5, '0')}`);
const TEN = '2026-11-23T10:00:00.000+01:00';

let platform: TestPlatform;
let vendor: TestVendor;

before(async () => {
  platform = await startTestPlatform({ SAS_VENDOR_STREAM_FRESH: '1' });
  await platform.setClock('2026-11-23T08:00:00+01:00');
  for (const nationalId of PEOPLE) {
    const practitioner = { nationalId, family: 'FICTIF', given: 'Camille', specialties: ['SM54'] };
    await openAgenda(platform, { practitioner });
  }
  vendor = await startTestVendor(platform, 'one', PEOPLE);
});
after(async () => {
  await vendor.close();
  await platform.close();
});

test('a vendor that is back is told as such, even where a full page needs nobody else of it', async () => {
  vendor.mood = 'down';
  vendor.slots = PEOPLE.map((of) => ({ of, start: TEN }));
  const stream = await readStream(platform, 'insee=76351&specialty=SM54&limit=5', 'regulator');
  const failed = await stream.until(({ event }) => event === 'done');
  const silent = failed.findLast(({ event }) => event === 'source');
  assert.ok(['failed', 'circuit-open'].includes(silent?.data.state));
  vendor.mood = 'well';
  await stream.until(({ event, data }) => event === 'source' && data.state === 'complete');
  assert.ok(vendor.asked.length > 0);
  stream.close();
});
