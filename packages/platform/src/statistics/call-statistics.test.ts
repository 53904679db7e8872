import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { periodOf, recount, type Recounted, together } from '../testing/recounted-calls.ts';
import {
  seeded,
  shuffled,
  type SimulatedEvent,
  simulateCalls,
} from '../testing/simulated-calls.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const OCTOBER = 'from=2026-10-01&to=2026-10-31';
const PLACES = [
  { id: 'le-havre-fecamp', timeZone: 'Europe/Paris' },
  { id: 'la-reunion', timeZone: 'Indian/Reunion' },
];
const random = seeded(20_261_025);
/** From the day before to the day after, so that something lies outside. */
const AROUND = ['2026-09-30T12:00:00Z', '2026-11-01T12:00:00Z'] as const;
const events: SimulatedEvent[] = [
  ...simulateCalls('le-havre-fecamp', AROUND, 4000, random, 900),
  ...simulateCalls('la-reunion', AROUND, 1500, random),
];
const NAMES = Object.keys(together([])) as (keyof Recounted)[];
const COLUMNS = ['id', 'callId', 'territory', 'queue', 'kind', 'at'] as const;

const KEY = { SAS_SECRET_KEY: Buffer.alloc(32, 7).toString('base64') };
/** Tells every number. */
let open: TestPlatform;
/** The same events, as an installation is by default. */
let guarded: TestPlatform;

before(async () => {
  open = await startTestPlatform({
    ...KEY,
    SAS_STATISTICS_LEAST: '1',
    SAS_TARGET_WITHIN_30S_PERCENT: '90',
  });
  await open.setClock('2026-11-23T08:00:00Z');
  const shared = { ...open.database, close: async () => undefined };
  guarded = await startTestPlatform(KEY, shared);
  await sendAll(shuffled(events, random));
});
after(async () => {
  await guarded.close();
  await open.close();
});

async function sendAll(list: readonly SimulatedEvent[]): Promise<number> {
  let stored = 0;
  for (let at = 0; at < list.length; at += 900) {
    const batch = list.slice(at, at + 900);
    const csv = (at / 900) % 2 === 1;
    const table = [COLUMNS, ...batch.map((each) => COLUMNS.map((name) => each[name] ?? ''))];
    const sent = await open.call('POST', '/v1/call-events', {
      as: 'administrator',
      body: csv ? table.map((line) => line.join(',')).join('\r\n') : batch,
      ...(csv && { headers: { 'content-type': 'text/csv; charset=utf-8' } }),
    });
    assert.equal(sent.status, 200, JSON.stringify(sent.body));
    assert.equal(sent.body.received, batch.length);
    stored += sent.body.stored as number;
  }
  return stored;
}

async function figures(platform: TestPlatform, query: string, as = 'administrator') {
  const { status, body } = await platform.call('GET', `/v1/statistics/calls?${query}`, { as });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

const countsOf = (each: any) => Object.fromEntries(NAMES.map((name) => [name, each[name]]));
const share = (part: number, whole: number) =>
  whole === 0 ? null : Number(((100 * part) / whole).toFixed(1));

/** Figure by figure, the platform's and those of the other program. */
async function compare(place: (typeof PLACES)[number], step: string, queue?: string) {
  const { id, timeZone } = place;
  const more = queue === undefined ? '' : `&queue=${queue}`;
  const told = await figures(open, `territory=${id}&step=${step}&${OCTOBER}${more}`);
  const window = { from: '2026-10-01', to: '2026-10-31', step, timeZone };
  const own = events.filter(({ territory }) => territory === id);
  const counted = recount(own, window, queue);
  assert.equal(told.timeZone, timeZone);
  const seen = new Set<string>();
  for (const item of told.items) {
    const name = periodOf(Date.parse(item.from), step, timeZone);
    const expected = counted.get(name) ?? together([]);
    seen.add(name);
    assert.deepEqual(countsOf(item), expected, `${id} ${step} ${item.from}`);
    const { answered, presented, abandonedEarly } = expected;
    assert.equal(item.answeredPercent, share(answered, presented - abandonedEarly), item.from);
    assert.equal(item.within30sPercent, share(expected.answeredWithin30s, answered), item.from);
    assert.equal(item.within60sPercent, share(expected.answeredWithin60s, answered), item.from);
  }
  assert.equal(seen.size, told.items.length);
  for (const name of counted.keys()) assert.ok(seen.has(name), `${id} ${step} ${name} is told`);
  assert.deepEqual(countsOf(told.total), together(counted.values()));
  return told;
}

test('a simulated month gives the figures that another program counts from its events', async () => {
  for (const place of PLACES) {
    for (const step of ['hour', 'day', 'week', 'month']) await compare(place, step);
    for (const queue of ['amu', 'snp']) await compare(place, 'day', queue);
  }
});

test('the day of the clock change has its 25 hours, and the one of the spring 23', async () => {
  const told = await compare(PLACES[0]!, 'hour');
  assert.equal(told.items.length, 31 * 24 + 1);
  const twice = told.items.filter((each: any) => each.from.startsWith('2026-10-25T02:00:00'));
  assert.deepEqual(
    twice.map(({ from, to }: any) => [from, to]),
    [
      ['2026-10-25T02:00:00+02:00', '2026-10-25T02:00:00+01:00'],
      ['2026-10-25T02:00:00+01:00', '2026-10-25T03:00:00+01:00'],
    ],
  );
  const day = await figures(
    open,
    'territory=le-havre-fecamp&step=day&from=2026-10-25&to=2026-10-25',
  );
  const { from, to } = day.items[0];
  assert.deepEqual([from, to], ['2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00']);
  const ofDay = told.items.filter((each: any) => each.from.startsWith('2026-10-25'));
  assert.equal(ofDay.length, 25);
  assert.equal(
    ofDay.reduce((sum: number, each: any) => sum + each.presented, 0),
    day.total.presented,
  );
  const spring = 'step=hour&from=2026-03-29&to=2026-03-29';
  assert.equal((await figures(open, `territory=le-havre-fecamp&${spring}`)).items.length, 23);
  assert.equal((await figures(open, `territory=la-reunion&${spring}`)).items.length, 24);
});

test('weeks and months that the window cuts say where they begin and end', async () => {
  const { items } = await figures(
    open,
    'territory=le-havre-fecamp&step=week&from=2026-10-22&to=2026-10-27',
  );
  assert.deepEqual(
    items.map(({ from, to }: any) => [from, to]),
    [
      ['2026-10-22T00:00:00+02:00', '2026-10-26T00:00:00+01:00'],
      ['2026-10-26T00:00:00+01:00', '2026-10-28T00:00:00+01:00'],
    ],
  );
});

test('batches that come again, in another order and in other parts, change nothing', async () => {
  const query = `territory=le-havre-fecamp&step=day&${OCTOBER}`;
  const first = await figures(open, query);
  assert.equal(await sendAll(shuffled(events, random)), 0);
  assert.deepEqual(await figures(open, query), first);
});

test('a small count is not told, nor what it follows from, nor a share of it', async () => {
  for (const [step, id] of [
    ['hour', 'le-havre-fecamp'],
    ['day', 'le-havre-fecamp'],
    ['day', 'la-reunion'],
    ['week', 'la-reunion'],
  ]) {
    const query = `territory=${id}&step=${step}&${OCTOBER}`;
    const [all, told] = [await figures(open, query), await figures(guarded, query)];
    const rows: [any, any][] = told.items.map((each: any, at: number) => [each, all.items[at]]);
    rows.push([told.total, all.total]);
    let hidden = 0;
    for (const [shown, exact] of rows) {
      for (const name of NAMES) {
        if (exact[name] > 0 && exact[name] < 11)
          assert.equal(shown[name], null, `${name} is small`);
        if (shown[name] === null) hidden++;
        else assert.equal(shown[name], exact[name]);
      }
      if (shown.answered === null) assert.equal(shown.answeredPercent, null);
      for (const [of, without] of [
        ['answered', 'answeredWithin30s'],
        ['answered', 'answeredWithin60s'],
        ['answeredWithin60s', 'answeredWithin30s'],
        ['presented', 'transferred'],
      ] as const) {
        if (shown[of] === null || shown[without] === null) continue;
        const difference = shown[of] - shown[without];
        assert.ok(difference === 0 || difference >= 11, `${of} - ${without} = ${difference}`);
      }
      const parts = ['answered', 'abandonedEarly', 'abandoned', 'unfinished'] as const;
      if (shown.presented !== null) {
        const left = parts.filter((name) => shown[name] === null);
        const rest = parts.reduce((sum, name) => sum - (shown[name] ?? 0), shown.presented);
        assert.ok(left.length === 0 || (left.length > 1 && rest >= 11), JSON.stringify(shown));
      } else assert.ok(exact.presented < 11 || parts.some((name) => shown[name] === null));
    }
    for (const name of NAMES) {
      const left = rows.slice(0, -1).filter(([shown]) => shown[name] === null);
      if (told.total[name] === null) assert.notEqual(left.length, 0, name);
      else assert.notEqual(left.length, 1, `${step} ${name} follows from the total`);
    }
    assert.ok(hidden > 0 && hidden < rows.length * NAMES.length, `${hidden} hidden`);
  }
});

test('a region adds up its territories; targets are settings, and there are none by default', async () => {
  const query = `step=month&${OCTOBER}`;
  const region = await figures(open, `region=Normandie&${query}`);
  const own = await figures(open, `territory=le-havre-fecamp&${query}`);
  assert.deepEqual(region.area.territories, ['le-havre-fecamp', 'manche']);
  assert.deepEqual(region.items, own.items);
  assert.deepEqual((await figures(open, `department=76&${query}`)).items, own.items);
  assert.deepEqual(own.targets, {
    answeredPercent: null,
    within30sPercent: 90,
    within60sPercent: null,
  });
  const { targets } = await figures(guarded, `territory=loire&${query}`);
  assert.deepEqual(Object.values(targets), [null, null, null]);
});

test('as a table: the same figures, one line a period, empty where nothing is told', async () => {
  const path = `/v1/statistics/calls?territory=la-reunion&step=day&${OCTOBER}`;
  const { body } = await guarded.call('GET', path, { as: 'administrator' });
  const ways = [
    await guarded.call('GET', `${path}&format=csv`, { as: 'administrator' }),
    await guarded.call('GET', path, { as: 'administrator', headers: { accept: 'text/csv' } }),
  ];
  for (const { headers, body: text } of ways) {
    assert.match(headers.get('content-type')!, /^text\/csv; charset=utf-8/);
    const [head, ...lines] = (text as string).trimEnd().split('\r\n');
    const columns = head!.split(',');
    assert.deepEqual(columns.slice(0, 5), ['areaKind', 'area', 'row', 'from', 'to']);
    assert.equal(lines.length, 32);
    [...body.items, body.total].forEach((figure: any, at) => {
      const fields = Object.fromEntries(
        lines[at]!.split(',').map((value, n) => [columns[n], value]),
      );
      assert.equal(fields['row'], at === 31 ? 'total' : 'period');
      for (const [name, value] of Object.entries(figure)) {
        assert.equal(fields[name], value === null ? '' : `${value as string | number}`);
      }
    });
  }
});

test('a lead reads its own territory, an authority whole months, an operator and the public nothing', async () => {
  const ask = async (query: string, as: string) => {
    const answer = await open.call('GET', `/v1/statistics/calls?${query}`, { as });
    return [answer.status, answer.body.code];
  };
  const own = `territory=le-havre-fecamp&${OCTOBER}`;
  assert.deepEqual(await ask(own, 'territory-lead'), [200, undefined]);
  for (const query of ['territory=loire', 'region=Normandie']) {
    assert.deepEqual(await ask(`${query}&${OCTOBER}`, 'territory-lead'), [403, 'forbidden'], query);
  }
  for (const as of ['authority', 'payer']) {
    assert.deepEqual(await ask(`${own}&step=month`, as), [200, undefined]);
    assert.deepEqual(await ask(own, as), [403, 'forbidden']);
    const part = 'territory=loire&step=month&from=2026-10-01&to=2026-10-30';
    assert.deepEqual(await ask(part, as), [403, 'forbidden']);
  }
  for (const as of ['unscheduled-care-operator', 'practitioner', 'dispatch-software', 'public']) {
    assert.deepEqual(await ask(own, as), [403, 'forbidden'], as);
  }
  const admin = (query: string) => ask(query, 'administrator');
  assert.deepEqual(await admin(OCTOBER), [400, 'missing-parameter']);
  assert.deepEqual(await admin(`${own}&department=76`), [400, 'invalid-value']);
  assert.deepEqual(await admin(`territory=nowhere&${OCTOBER}`), [404, 'not-found']);
  assert.deepEqual(await admin('territory=loire&from=2026-10-02&to=2026-10-01'), [
    422,
    'end-before-start',
  ]);
  assert.deepEqual(await admin('territory=loire&step=hour&from=2026-10-01&to=2026-11-01'), [
    422,
    'window-too-long',
  ]);
});
