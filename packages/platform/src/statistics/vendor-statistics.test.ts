import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countLatency, noLatencies } from '../aggregation/health/latency.ts';
import { localDay, periodOf } from '../testing/recounted-calls.ts';
import { seeded } from '../testing/simulated-calls.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const random = seeded(20_261_025);
const KEY = { SAS_SECRET_KEY: Buffer.alloc(32, 15).toString('base64') };
const VENDORS = ['agenda-a', 'agenda-b'];
const STATES = ['complete', 'timeout', 'failed', 'refused'] as const;
/** Across the end of summer time, and of the month. */
const WINDOW = { from: '2026-10-20', to: '2026-11-02' };
let platform: TestPlatform;
/** Another process over the same data. */
let another: TestPlatform;

interface Answer {
  vendor: string;
  at: number;
  state: (typeof STATES)[number] | 'circuitOpen';
  ms: number;
}
const answers: Answer[] = [];

before(async () => {
  platform = await startTestPlatform(KEY);
  another = await startTestPlatform(KEY, { ...platform.database, close: async () => undefined });
  for (const id of VENDORS) {
    await platform.database.query('insert into editor (id, name, endpoint) values ($1, $2, $3)', [
      id,
      `Agenda ${id}`,
      `https://${id}.example/fhir`,
    ]);
  }
  const first = Date.parse('2026-10-19T10:00:00Z');
  for (let half = 0; half < 32; half++) {
    const begins = first + half * 12 * 3_600_000;
    await keep(simulate(begins, begins + 12 * 3_600_000));
    await platform.setClock(new Date(begins + 12 * 3_600_000).toISOString());
    await Promise.all([platform.platform.runJobs(), another.platform.runJobs()]);
  }
});
after(async () => {
  await another.close();
  await platform.close();
});

function simulate(from: number, to: number): Answer[] {
  const made = Array.from({ length: 40 }, (): Answer => {
    const state = random() < 0.8 ? 'complete' : STATES[1 + Math.floor(random() * 3)]!;
    return {
      vendor: VENDORS[Math.floor(random() * 2)]!,
      at: from + Math.floor(random() * (to - from)),
      state: random() < 0.05 ? 'circuitOpen' : state,
      ms: Math.round(20 + random() ** 4 * 9_000),
    };
  });
  answers.push(...made);
  return made;
}

/** As `EditorHealth` writes them: a row for each minute. */
async function keep(made: readonly Answer[]): Promise<void> {
  for (const { vendor, at, state, ms } of made) {
    const steps = noLatencies();
    if (state !== 'circuitOpen') countLatency(steps, ms);
    const column = state === 'circuitOpen' ? 'circuit_open' : state;
    const zeros = ['complete', 'timeout', 'failed', 'refused', 'circuit_open'].map((name) =>
      name === column ? 1 : 0,
    );
    await platform.database.query(
      `insert into editor_minute as m values ($1, date_trunc('minute', $2::timestamptz), $3, $4, $5, $6, $7, $8)
       on conflict (editor_id, minute) do update set ${column} = m.${column} + 1,
         ms_counts = array(select a + b from unnest(m.ms_counts, excluded.ms_counts) as t (a, b))`,
      [vendor, new Date(at), ...zeros, steps],
    );
  }
}

async function figures(query: object, as = 'administrator') {
  const text = new URLSearchParams(query as Record<string, string>).toString();
  const answer = await platform.call('GET', `/v1/statistics/vendors?${text}`, { as });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}

/** The value that so many of the times do not exceed. */
function percentile(times: readonly number[], part: number): number | null {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? null;
}

function compare(item: any, some: readonly Answer[], where: string) {
  for (const state of [...STATES, 'circuitOpen'] as const) {
    const expected = some.filter((each) => each.state === state).length;
    assert.equal(item[state], expected, `${where} ${state}`);
  }
  const asked = some.filter(({ state }) => state !== 'circuitOpen');
  assert.equal(item.asked, asked.length, where);
  const times = asked.map(({ ms }) => ms);
  for (const [name, part] of [
    ['medianMs', 0.5],
    ['p95Ms', 0.95],
  ] as const) {
    const exact = percentile(times, part);
    if (exact === null) assert.equal(item[name], null);
    else {
      const most = (exact * 8) / 7 + 1;
      assert.ok(item[name] >= exact && item[name] <= most, `${where}: ${item[name]}, ${exact}`);
    }
  }
}

test('days, weeks and months of vendors are those that another program counts, percentiles too', async () => {
  const inWindow = answers.filter(({ at }) => {
    const day = localDay(at, 'Europe/Paris');
    return day >= WINDOW.from && day <= WINDOW.to;
  });
  for (const step of ['day', 'week', 'month']) {
    const told = await figures({ step, ...WINDOW });
    const left = new Set(inWindow);
    for (const item of told.items) {
      const name = periodOf(Date.parse(item.from), step, 'Europe/Paris');
      const some = inWindow.filter(
        ({ vendor, at }) =>
          vendor === item.vendor.id && periodOf(at, step, 'Europe/Paris') === name,
      );
      compare(item, some, `${step} ${item.from} ${item.vendor.id}`);
      for (const each of some) left.delete(each);
    }
    assert.equal(left.size, 0, `${step}: every answer is in a period`);
    for (const total of told.totals) {
      const some = inWindow.filter(({ vendor }) => vendor === total.vendor.id);
      compare(total, some, `${step} total`);
    }
    assert.equal(told.totals.length, 2);
  }
  const [day] = (await figures({ step: 'day', from: '2026-10-25', to: '2026-10-25' })).items;
  assert.deepEqual([day.from, day.to], ['2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00']);
});

test('adding up again, in two processes, changes nothing; minutes are gone, days are not', async () => {
  const before = await figures({ step: 'day', ...WINDOW });
  await Promise.all([platform.platform.runJobs(), another.platform.runJobs()]);
  assert.deepEqual(await figures({ step: 'day', ...WINDOW }), before);
  const [{ first } = { first: null }] = await platform.database.query<{ first: Date }>(
    'select min(minute) as first from editor_minute',
  );
  assert.ok(first! > new Date('2026-11-01T00:00:00Z'));
  await platform.setClock('2026-12-01T00:00:00Z');
  await platform.platform.runJobs();
  assert.equal((await platform.database.query('select from editor_minute')).length, 0);
  assert.deepEqual(await figures({ step: 'day', ...WINDOW }), before);
});

test('today is told as far as it has come; one vendor alone; whoever reads figures reads these', async () => {
  await platform.setClock('2026-12-02T10:00:00Z');
  const at = Date.parse('2026-12-02T09:00:00Z');
  await keep([{ vendor: 'agenda-a', at, state: 'complete', ms: 300 }]);
  const day = { step: 'day', from: '2026-12-02', to: '2026-12-02' };
  assert.deepEqual((await figures(day, 'payer')).items[0].complete, 1);
  assert.deepEqual((await figures({ ...day, editor: 'agenda-b' }, 'territory-lead')).items, []);
  for (const as of ['regulator', 'editor', 'public']) {
    const path = '/v1/statistics/vendors?from=2026-12-02&to=2026-12-02';
    assert.equal((await platform.call('GET', path, { as })).status, 403, as);
  }
  const path = '/v1/statistics/vendors?from=2026-12-02&to=2026-12-02&format=csv';
  const csv = await platform.call('GET', path, { as: 'administrator' });
  const [head, ...lines] = (csv.body as string).trimEnd().split('\r\n');
  assert.match(head!, /^row,from,to,vendor\.id,vendor\.name,asked,complete,/);
  assert.deepEqual(
    lines.map((line) => line.split(',')[0]),
    ['period', 'total'],
  );
});
