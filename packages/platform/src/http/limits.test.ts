import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { addressHash, networkOf } from './limits.ts';

let platform: TestPlatform;
let schedule: string;
let minute = 0;
let day = '2026-11-23';

before(async () => {
  platform = await startTestPlatform({
    SAS_RATE_KEY: '200',
    SAS_RATE_BARE_KEY: '5',
    SAS_PUBLIC_BOOKINGS_PER_DAY: '2',
  });
  await platform.setClock('2026-11-23T08:00:00+01:00');
  schedule = await openAgenda(platform);
});
after(() => platform.close());

async function freshSlot(): Promise<string> {
  minute += 20;
  const start = Date.parse(`${day}T09:00:00+01:00`) + minute * 60_000;
  return addSlot(platform, schedule, slotAt(new Date(start).toISOString()));
}
const hold = (slotId: string) =>
  platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } });

test('an address holds three slots at once, and may again when one is given back', async () => {
  const holds: string[] = [];
  for (let index = 0; index < 3; index += 1)
    holds.push((await hold(await freshSlot())).body.id as string);
  const slotId = await freshSlot();
  const fourth = await hold(slotId);
  assert.deepEqual([fourth.status, fourth.body.code], [429, 'too-many-holds']);
  assert.ok(Number(fourth.headers.get('retry-after')) > 0);
  await platform.call('DELETE', `/v1/holds/${holds[0]}`, { as: 'public' });
  assert.equal((await hold(slotId)).status, 201);
  await platform.database.query(`update hold set state = 'released'`);
});

test('an address books twenty times a day (two here); a booking that fails is not counted', async () => {
  const contact = { name: 'Dominique Exemple', phone: '0639980001' };
  const book = async (holdId?: string) => {
    const slotId = await freshSlot();
    const id = holdId ?? ((await hold(slotId)).body.id as string);
    return platform.call('POST', '/v1/appointments', {
      as: 'public',
      body: { slotId, holdId: id, contact },
    });
  };
  assert.equal((await book('unknown')).body.code, 'hold-expired');
  assert.equal((await book()).status, 201);
  assert.equal((await book()).status, 201);
  const third = await book();
  assert.deepEqual([third.status, third.body.code], [429, 'too-many-bookings']);
  day = '2026-11-24';
  await platform.setClock('2026-11-24T00:00:30+01:00');
  await platform.database.query(`update hold set state = 'released'`);
  const slotId = await freshSlot();
  const holdId = (await hold(slotId)).body.id as string;
  const tomorrow = await platform.call('POST', '/v1/appointments', {
    as: 'public',
    body: { slotId, holdId, contact },
  });
  assert.equal(tomorrow.status, 201);
});

test('a key without origin is served at a lower rate, and told when to come back', async () => {
  const headers = { 'x-sas-key': platform.credentials.publishableKey };
  const statuses: number[] = [];
  let last = await platform.call('GET', '/v1/places?q=havre', { headers });
  for (let index = 0; index < 5; index += 1) {
    statuses.push(last.status);
    last = await platform.call('GET', '/v1/places?q=havre', { headers });
  }
  assert.deepEqual(statuses, [200, 200, 200, 200, 200]);
  assert.deepEqual([last.status, last.body.code], [429, 'rate-limited']);
  assert.ok(Number(last.headers.get('retry-after')) >= 1);
  assert.match(last.headers.get('ratelimit-policy')!, /^"minute";q=5;w=60$/);
  assert.match(last.headers.get('ratelimit')!, /^"minute";r=0;t=\d+$/);
  assert.equal(
    (await hold(await freshSlot())).status,
    201,
    'another kind of caller is not slowed down',
  );
});

test('another spelling of the address is counted, and so are wrong credentials', async () => {
  const strict = await startTestPlatform({ SAS_RATE_ANONYMOUS: '3', SAS_RATE_BARE_KEY: '3' });
  const key = { 'x-sas-key': strict.credentials.publishableKey };
  const statuses = async (path: string, headers: Record<string, string>) => {
    const answers = [];
    for (let index = 0; index < 5; index += 1)
      answers.push((await strict.call('GET', path, { headers })).status);
    return answers;
  };
  assert.deepEqual(await statuses('/%761/places?q=havre', key), [200, 200, 200, 429, 429]);
  assert.deepEqual(
    await statuses('/v1/places?q=havre', { authorization: 'Bearer guess' }),
    [401, 401, 401, 429, 429],
  );
  await strict.close();
});

test('behind a proxy that is not named, nobody chooses an address; behind a named one, visitors are apart', async () => {
  const forwarded = (address: string) => ({ 'x-forwarded-for': address, 'x-sas-key': '' });
  for (const [trust, expected] of [
    ['false', [200, 429]],
    ['loopback', [200, 200]],
  ] as const) {
    const behind = await startTestPlatform({ SAS_RATE_BARE_KEY: '1', SAS_TRUST_PROXY: trust });
    const answers = [];
    for (const address of ['192.0.2.1', '192.0.2.2']) {
      const headers = { ...forwarded(address), 'x-sas-key': behind.credentials.publishableKey };
      answers.push((await behind.call('GET', '/v1/places?q=havre', { headers })).status);
    }
    assert.deepEqual(answers, expected);
    await behind.close();
  }
});

test('all addresses of a key together have a limit of their own', async () => {
  const small = await startTestPlatform({ SAS_RATE_KEY_TOTAL: '3', SAS_TRUST_PROXY: 'loopback' });
  const statuses = [];
  for (let visitor = 1; visitor <= 5; visitor += 1) {
    const headers = { 'x-forwarded-for': `192.0.2.${visitor}` };
    statuses.push(
      (await small.call('GET', '/v1/places?q=havre', { as: 'public', headers })).status,
    );
  }
  assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
  assert.equal((await small.call('GET', '/v1/places?q=havre', { as: 'regulator' })).status, 200);
  await small.close();
});

test('where nothing can be counted in the database, pages are answered and limits still hold', async () => {
  const apart = await startTestPlatform({ SAS_RATE_KEY: '3' });
  await apart.database.query('alter table rate_window rename to elsewhere');
  const statuses = [];
  for (let index = 0; index < 5; index += 1)
    statuses.push((await apart.call('GET', '/v1/places?q=havre', { as: 'public' })).status);
  assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
  await apart.database.query('alter table elsewhere rename to rate_window');
  await apart.close();
});

test('visitors of one key do not answer one another’s idempotency keys', async () => {
  const behind = await startTestPlatform({ SAS_TRUST_PROXY: 'loopback' });
  await behind.setClock('2026-11-23T08:00:00+01:00');
  const slotId = await addSlot(
    behind,
    await openAgenda(behind),
    slotAt('2026-11-23T10:00:00+01:00', { capacity: 2 }),
  );
  const holdAs = (address: string) =>
    behind.call('POST', '/v1/holds', {
      as: 'public',
      body: { slotId },
      headers: { 'idempotency-key': slotId, 'x-forwarded-for': address },
    });
  const [first, again, other] = [
    await holdAs('192.0.2.1'),
    await holdAs('192.0.2.1'),
    await holdAs('192.0.2.2'),
  ];
  assert.equal(first.body.id, again.body.id);
  assert.notEqual(first.body.id, other.body.id);
  await behind.close();
});

test('one household is one address: an IPv4, or the /64 of an IPv6', () => {
  const table: [string, string][] = [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ];
  for (const [address, network] of table) assert.equal(networkOf(address), network);
  const key = Buffer.alloc(32, 1);
  assert.equal(addressHash(key, '2001:db8:1:2::9'), addressHash(key, '2001:db8:1:2:ffff::1'));
  assert.notEqual(addressHash(key, '192.0.2.7'), addressHash(key, '192.0.2.8'));
});
