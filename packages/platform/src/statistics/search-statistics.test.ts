import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { seeded } from '../testing/simulated-calls.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { wholeDatabase } from '../testing/whole-database.ts';

const KEY = { SAS_SECRET_KEY: Buffer.alloc(32, 13).toString('base64') };
/** Tells every number; stays. */
let platform: TestPlatform;

before(async () => {
  platform = await startTestPlatform({ ...KEY, SAS_STATISTICS_LEAST: '1' });
});
after(() => platform.close());

/** Another process over the same data, for a while: what it counted is written when it ends. */
async function meanwhile(work: (process: TestPlatform) => Promise<void>): Promise<void> {
  const process = await startTestPlatform(KEY, {
    ...platform.database,
    close: async () => undefined,
  });
  await work(process).finally(() => process.close());
}

async function search(process: TestPlatform, query: string, as: string): Promise<void> {
  const { status, body } = await process.call('GET', `/v1/availability?${query}`, { as });
  assert.equal(status, 200, JSON.stringify(body));
}

async function figures(query: string, as = 'administrator') {
  const answer = await platform.call('GET', `/v1/statistics/searches?${query}`, { as });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}

const HAVRE = 'insee=76351&specialty=SM54';
const counts = ({ searches, empty }: any) => [searches, empty];

test('a search counts with its place’s territory and hour, empty or not, whoever asks which process', async () => {
  await platform.setClock('2026-10-24T21:30:00Z');
  await meanwhile(async (process) => {
    await search(process, HAVRE, 'regulator');
    await search(process, 'insee=97411&specialty=SM54', 'regulator');
  });
  const schedule = await openAgenda(platform);
  await addSlot(platform, schedule, slotAt('2026-10-25T15:00:00+01:00'));
  await platform.setClock('2026-10-25T00:30:00Z');
  await meanwhile(async (process) => {
    await search(process, HAVRE, 'regulator');
    await meanwhile(async (another) => {
      await search(another, HAVRE, 'public');
      await search(another, 'lat=49.4938&lon=0.1077&specialty=SM54', 'public');
      await search(another, 'insee=76351&specialty=SM40', 'public');
    });
  });
  const day = 'territory=le-havre-fecamp&from=2026-10-24&to=2026-10-25';
  const { items, total } = await figures(day);
  assert.deepEqual(items.map(counts), [
    [1, 1],
    [4, 1],
  ]);
  assert.deepEqual([...counts(total), total.emptyPercent], [5, 2, 40]);
  const hours = await figures(`${day}&step=hour`);
  const searched = hours.items.filter((each: any) => each.searches > 0);
  assert.deepEqual(
    searched.map((each: any) => [each.from, ...counts(each)]),
    [
      ['2026-10-24T23:00:00+02:00', 1, 1],
      ['2026-10-25T02:00:00+02:00', 4, 1],
    ],
  );
  assert.deepEqual(counts((await figures(`${day}&audience=public`)).total), [3, 1]);
  assert.deepEqual(counts((await figures(`${day}&audience=professional`)).total), [2, 1]);
  const reunion = await figures('territory=la-reunion&from=2026-10-24&to=2026-10-25');
  assert.deepEqual(reunion.items.map(counts), [
    [0, 0],
    [1, 1],
  ]);
});

test('a further page is no search, nor what goes on by its seed, nor one that is refused', async () => {
  await platform.setClock('2026-11-02T08:00:00Z');
  await meanwhile(async (process) => {
    await search(process, HAVRE, 'regulator');
    await search(process, `${HAVRE}&seed=ab12`, 'regulator');
    const refused = await process.call('GET', '/v1/availability?insee=99999', { as: 'regulator' });
    assert.equal(refused.status, 422);
  });
  const { total } = await figures('territory=le-havre-fecamp&from=2026-11-02&to=2026-11-02');
  assert.deepEqual(counts(total), [1, 1]);
});

test('a live search counts once, when its page is whole', async () => {
  await platform.setClock('2026-11-03T08:00:00Z');
  await meanwhile(async (process) => {
    for (const seed of ['', '&seed=ab12']) {
      const gone = new AbortController();
      const response = await fetch(`${process.url}/v1/availability/stream?${HAVRE}${seed}`, {
        headers: { authorization: `Bearer ${process.credentials.tokens['regulator']}` },
        signal: gone.signal,
      });
      let text = '';
      for await (const chunk of response.body!) {
        text += Buffer.from(chunk).toString();
        if (text.includes('event: done')) break;
      }
      gone.abort();
    }
  });
  const { total } = await figures('territory=le-havre-fecamp&from=2026-11-03&to=2026-11-03');
  assert.deepEqual(counts(total), [1, 1]);
});

test('a simulated day of searches is added up as another program does', async () => {
  const random = seeded(20_261_110);
  const expected = new Map<number, [number, number]>();
  const schedule = await openAgenda(platform, {
    practitioner: { nationalId: '810999900059', family: 'PAYET', specialties: ['SM54'] },
    location: {
      ...{ line: '1 rue du Port', postcode: '97400', city: 'Saint-Denis', insee: '97411' },
      ...{ lat: -20.8907, lon: 55.4551 },
    },
  });
  await platform.setClock('2026-11-10T00:00:00Z');
  // Free for whoever searches in the two days before.
  await addSlot(platform, schedule, slotAt('2026-11-12T12:00:00+04:00'));
  for (let hour = 0; hour < 24; hour += 5) {
    await platform.setClock(new Date(Date.UTC(2026, 10, 10, hour, 20)).toISOString());
    await meanwhile(async (process) => {
      for (let times = Math.floor(random() * 4); times >= 0; times--) {
        const free = random() < 0.5 && hour >= 8;
        const specialty = free ? 'SM54' : 'SM40';
        await search(process, `insee=97411&specialty=${specialty}`, 'regulator');
        const [searches, empty] = expected.get(hour) ?? [0, 0];
        expected.set(hour, [searches + 1, empty + (free ? 0 : 1)]);
      }
    });
  }
  const query = 'territory=la-reunion&step=hour&from=2026-11-10&to=2026-11-11';
  for (const item of (await figures(query)).items) {
    const at = Date.parse(item.from) - Date.UTC(2026, 10, 10);
    assert.deepEqual(counts(item), expected.get(at / 3_600_000) ?? [0, 0], item.from);
  }
});

test('nothing finer than a territory is kept, and nobody who searched', async () => {
  const columns = await platform.database.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'search_hour' order by 1`,
  );
  assert.deepEqual(
    columns.map(({ name }) => name),
    ['audience', 'empty', 'hour', 'searches', 'territory_id'],
  );
  const before = await wholeDatabase(platform.database);
  await meanwhile((process) => search(process, 'insee=76259&specialty=SM40', 'regulator'));
  const rows = (await wholeDatabase(platform.database)).split('\n');
  const added = rows.filter((row) => !before.includes(row));
  assert.ok(
    added.every((row) => !row.includes('76259')),
    added.join('\n'),
  );
});

test('few are not told; a lead reads its own, others nothing', async () => {
  const query = 'territory=le-havre-fecamp&from=2026-10-24&to=2026-10-25';
  await meanwhile(async (process) => {
    const ask = (as: string) => process.call('GET', `/v1/statistics/searches?${query}`, { as });
    const { body } = await ask('territory-lead');
    assert.deepEqual(body.items.map(counts), [
      [null, null],
      [null, null],
    ]);
    for (const as of ['regulator', 'practitioner', 'payer', 'public']) {
      assert.equal((await ask(as)).status, 403, as);
    }
    const csv = await process.call('GET', `/v1/statistics/searches?${query}&format=csv`, {
      as: 'administrator',
    });
    assert.match(csv.body as string, /^areaKind,area,row,from,to,searches,empty,emptyPercent\r\n/);
  });
});
