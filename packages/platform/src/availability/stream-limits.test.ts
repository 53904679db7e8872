import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test, type TestContext } from 'node:test';
import { openCalls } from '../aggregation/calling/open-calls.ts';
import { openDatabase } from '../database/connection.ts';
import type { Database } from '../database/database.ts';
import { textOfEvents } from '../http/event-stream.ts';
import type { Caller } from '../identity/caller.ts';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import { type ReadEvent, readStream } from '../testing/event-reader.ts';
import { type TestProvider, startTestProvider } from '../testing/identity-provider.ts';
import { freshDatabase } from '../testing/test-database.ts';
import type { TestBrowser } from '../testing/test-browser.ts';
import { signInAs } from '../testing/test-people.ts';
import { startTestPlatform, TEST_ORIGIN, type TestPlatform } from '../testing/test-platform.ts';
import { AvailabilityStream } from './stream.ts';
import { Turns } from './turns.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const HAVRE = 'insee=76351&specialty=SM54';
/** Times that the statement of a search ran. */
let readings = 0;
let platform: TestPlatform;
let provider: TestProvider;
let schedule: string;

/** The database, with its searches counted. */
function counted(database: Database): Database {
  return {
    ...database,
    query(text, values) {
      if (text.includes('ranked as')) readings += 1;
      return database.query(text, values);
    },
  };
}

before(async () => {
  provider = await startTestProvider();
  const database = counted(await openDatabase(await freshDatabase()));
  const settings = { SAS_STREAM_HEARTBEAT: '1', SAS_OPEN_STREAMS: '3', SAS_METRICS_PORT: '0' };
  platform = await startTestPlatform({ ...provider.settings, ...settings }, database);
  await platform.setClock(NOW);
  schedule = await openAgenda(platform);
  await addSlot(platform, schedule, slotAt('2026-11-23T11:00:00+01:00'));
});
after(async () => {
  await platform.close();
  await provider.close();
});

async function stream(t: TestContext, query: string, as: string | null, headers = {}) {
  const reader = await readStream(platform, query, as, headers);
  t.after(() => reader.close());
  return reader;
}

const isDone = ({ event }: ReadEvent) => event === 'done';
const brings = (id: string) => (each: ReadEvent) =>
  each.event === 'slot' && each.data.slots.some((slot: { id: string }) => slot.id === id);

/** Streams that the platform says are open. */
async function openStreams(): Promise<number> {
  const text = await (await fetch(platform.platform.metricsAddress!)).text();
  return Number(/^sas_streams_open (\d+)$/m.exec(text)?.[1]);
}

async function untilOpen(count: number): Promise<void> {
  while ((await openStreams()) !== count) await new Promise(setImmediate);
}

test('what a caller may not know of never reaches its stream, whatever changes', async (t) => {
  const hidden: string[] = [];
  const reader = await stream(t, HAVRE, 'public');
  await reader.until(isDone);
  const kinds = [
    { visibility: ['PRO'] },
    { visibility: ['SNP'] },
    { visibility: ['CPTS'], communities: ['1760000099'] },
    { publicDisplay: false },
  ];
  for (const [index, kind] of kinds.entries()) {
    const slot = slotAt(`2026-11-23T1${index + 2}:00:00+01:00`, kind);
    hidden.push(await addSlot(platform, schedule, slot));
  }
  const discreet = await openAgenda(platform, {
    practitioner: { nationalId: '810999955555', family: 'DISCRET', specialties: ['SM54'] },
    location: { ...(practice()['location'] as object), line: '99 rue Cachée' },
    publicDisplay: false,
  });
  hidden.push(discreet, await addSlot(platform, discreet, slotAt('2026-11-23T10:00:00+01:00')));
  // One that was public and is no longer.
  const turned = await addSlot(platform, schedule, slotAt('2026-11-23T16:00:00+01:00'));
  await reader.until(brings(turned));
  await platform.database.query(`update slot set visibility = '{PRO}' where id = $1`, [turned]);
  const events = await reader.until(
    (each) => each.event === 'slot' && each.data.removed.length > 0,
  );
  assert.deepEqual(events.at(-1)!.data.removed, [turned]);
  const last = await addSlot(platform, schedule, slotAt('2026-11-23T17:00:00+01:00'));
  await reader.until(brings(last));
  for (const id of hidden) assert.equal(reader.text().includes(id), false);
  for (const word of ['DISCRET', '"PRO"', 'participates', 'overbooking', '"source"', 'vendor'])
    assert.equal(reader.text().includes(word), false, word);
});

test('a thousand changes at once are read a few times, not a thousand', async (t) => {
  const busy = await openAgenda(platform, {
    practitioner: { nationalId: '810999966666', family: 'OCCUPÉ', specialties: ['SM04'] },
  });
  const reader = await stream(t, 'insee=76351&specialty=SM04&slotsPerCard=200', 'regulator');
  await reader.until(isDone);
  const before = readings;
  await platform.database.transaction(async (sql) => {
    for (let minute = 0; minute < 1_000; minute += 1) {
      await sql.query(
        `insert into slot (schedule_id, origin, starts_at, ends_at, modalities, visibility, booking, capacity)
         values ($1, 'one-off', $2::timestamptz + make_interval(mins => $3),
           $2::timestamptz + make_interval(mins => $3 + 1), '{AMB}', '{PRO}', 'ROUTINE', 1)`,
        [busy, '2026-11-23T09:00:00+01:00', minute],
      );
    }
  });
  const [told] = (await reader.until(({ event }) => event === 'slot')).slice(-1);
  assert.deepEqual([told!.data.slots.length, told!.data.moreSlots], [200, 800]);
  assert.ok(readings - before <= 3, `${readings - before} readings`);
});

test('a quiet stream gives a sign of life', async (t) => {
  const reader = await stream(t, HAVRE, 'public');
  await reader.heartbeats(1);
});

/** What a page of the platform sends with a stream that it opens. */
function asPageOf({ cookies }: TestBrowser) {
  const cookie = `sas-session=${cookies.get('sas-session')}`;
  return { cookie, 'sec-fetch-site': 'same-origin' };
}

test('a session that ends ends its stream, and a stream does not keep it alive', async (t) => {
  const browser = await signInAs(platform, provider, 'doctor');
  const seen = async () =>
    (await platform.database.query('select seen_at::text, token_hash from session'))[0];
  const headers = asPageOf(browser);
  const reader = await stream(t, HAVRE, null, headers);
  assert.equal(reader.status, 200, reader.text());
  await reader.until(isDone);
  t.after(() => platform.setClock(NOW));
  // Old enough for another cookie and for a note of its use, were it used.
  await platform.setClock('2026-11-23T08:25:00+01:00');
  const before = await seen();
  await reader.heartbeats(2);
  assert.deepEqual(await seen(), before);
  await browser.request('/auth/sign-out', { method: 'POST' });
  await reader.ended();
});

test('roles that change end the stream of whoever had them', async (t) => {
  const browser = await signInAs(platform, provider, 'otherDoctor');
  const headers = asPageOf(browser);
  const reader = await stream(t, HAVRE, null, headers);
  await reader.until(isDone);
  await platform.database.query(`update account set communities = '{1760000099}'`);
  await reader.ended();
});

test('a publishable key may come in the query of a stream, and of nothing else; no log has it', async (t) => {
  const { publishableKey } = platform.credentials;
  const reader = await stream(t, `${HAVRE}&key=${publishableKey}`, null, { origin: TEST_ORIGIN });
  assert.equal(reader.status, 200);
  await reader.until(isDone);
  reader.close();
  const status = async (path: string, headers = {}) =>
    (await platform.call('GET', path, { headers })).status;
  assert.equal(await status(`/v1/availability?${HAVRE}&key=${publishableKey}`), 401);
  assert.equal(await status(`/v1/availability/stream?${HAVRE}&key=pk_wrong`), 401);
  assert.equal(await status(`/v1/availability/stream?${HAVRE}&key=${publishableKey}&key=x`), 401);
  const elsewhere = { origin: 'https://ailleurs.example' };
  const stranger = await platform.call(
    'GET',
    `/v1/availability/stream?${HAVRE}&key=${publishableKey}`,
    { headers: elsewhere },
  );
  assert.equal(stranger.body.code, 'origin-not-allowed');
  assert.equal(platform.logged().includes(publishableKey), false);
  assert.equal(platform.logged().includes('76351'), false);
});

test('what is wrong with a query or a caller is a problem, not a stream', async () => {
  const call = (query: string, as?: string) =>
    platform.call('GET', `/v1/availability/stream?${query}`, as === undefined ? {} : { as });
  const table: [string, string | undefined, number, string][] = [
    [HAVRE, undefined, 401, 'unauthenticated'],
    [HAVRE, 'payer', 403, 'forbidden'],
    ['specialty=SM54', 'regulator', 400, 'place-required'],
    [`${HAVRE}&cursor=x`, 'regulator', 400, 'invalid-cursor'],
    [`${HAVRE}&colour=red`, 'regulator', 400, 'unknown-parameter'],
  ];
  for (const [query, as, status, code] of table) {
    const answer = await call(query, as);
    assert.deepEqual([answer.status, answer.body.code], [status, code]);
  }
  await untilOpen(0);
});

test('HEAD tells the headers and opens nothing', async () => {
  const { status, headers } = await platform.call('HEAD', `/v1/availability/stream?${HAVRE}`, {
    as: 'regulator',
  });
  assert.equal(status, 200);
  assert.match(headers.get('content-type')!, /event-stream/);
  await untilOpen(0);
});

test('a caller has so many streams at once, and another when one is over', async (t) => {
  const readers = [];
  for (let count = 0; count < 3; count += 1) {
    const reader = await stream(t, HAVRE, 'regulator');
    await reader.until(isDone);
    readers.push(reader);
  }
  await untilOpen(3);
  const refused = await platform.call('GET', `/v1/availability/stream?${HAVRE}`, {
    as: 'regulator',
  });
  assert.deepEqual([refused.status, refused.body.code], [429, 'too-many-open-requests']);
  await (await stream(t, HAVRE, 'call-taker')).until(isDone);
  readers[0]!.close();
  await untilOpen(3);
  await (await stream(t, HAVRE, 'regulator')).until(isDone);
});

test('a stream counts as one call, once', async (t) => {
  const rates = await startTestPlatform({ SAS_RATE_TOKEN: '5' });
  t.after(() => rates.close());
  const reader = await readStream(rates, 'insee=76351', 'regulator');
  await reader.until(isDone);
  const remaining = /r=(\d+)/.exec(reader.headers.get('ratelimit')!)![1];
  assert.equal(remaining, '4');
  reader.close();
});

test('nothing is read for a reader that has not taken what it has, however much changes', async () => {
  const turns = new Turns(1);
  const { database } = platform.platform;
  const asksNobody = openCalls(database, () => Promise.reject(new Error('asked')), 1);
  const settings = { deadlineMs: 7_000, freshMs: 20_000, streamFreshMs: 120_000 };
  const vendors = { database, calls: asksNobody, settings };
  const surroundings = { database, geocoder: null, turns, vendors, heartbeatMs: 60_000 };
  const caller: Caller = {
    kind: 'professional',
    scope: 'subject:slow',
    identity: { subject: 'slow', roles: ['regulator'] },
    fromOrigin: false,
  };
  const slow = new AvailabilityStream(surroundings, caller, { insee: '76351', specialty: 'SM54' });
  const place = { lat: 49.4938, lon: 0.1077, specialties: ['SM54'] };
  const owner = { practitioner: null, participates: false };
  const changed = { id: schedule, ...place, ...owner, firstStart: null };
  const opening = slow.open();
  slow.changed([changed]); // before the first page is asked for: it stands in it
  await opening;
  const events = slow.events(async () => true);
  for await (const event of { [Symbol.asyncIterator]: () => ({ next: () => events.next() }) })
    if (event?.event === 'done') break;
  const before = readings;
  for (let change = 0; change < 1_000; change += 1) slow.changed([changed]);
  await platform.database.query('update slot set capacity = capacity + 1 where schedule_id = $1', [
    schedule,
  ]);
  assert.equal(readings, before);
  const { value } = await events.next();
  assert.equal(value?.event, 'slot');
  assert.equal(readings, before + 1);
  slow.end();
  assert.equal((await events.next()).done, true);
});

test('the text of a stream asks for events as they are taken', async () => {
  let asked = 0;
  const endless = async function* () {
    for (;;) yield { event: 'done', data: (asked += 1) };
  };
  const text = textOfEvents(endless());
  for (let chunk = 0; chunk < 5; chunk += 1) {
    while (text.read() === null) await once(text, 'readable');
  }
  for (let turns = 0; turns < 100; turns += 1) await new Promise(setImmediate);
  assert.ok(asked < 10, `${asked} were asked for`);
  text.destroy();
});

test('a stop ends streams at once, as a stream ends', async () => {
  const stopping = await startTestPlatform();
  const reader = await readStream(stopping, 'insee=76351', 'regulator');
  await reader.until(isDone);
  await Promise.all([stopping.close(), reader.ended()]);
});
