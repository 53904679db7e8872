import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Bounds, type Equation, whatFollows } from '../testing/bounds-attack.ts';
import { seeded, simulateCalls } from '../testing/simulated-calls.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const KEY = { SAS_SECRET_KEY: Buffer.alloc(32, 17).toString('base64') };
const MONTHS = ['2026-08', '2026-09', '2026-10'];
const LAST: Record<string, string> = { '2026-08': '31', '2026-09': '30', '2026-10': '31' };
const AREAS = [
  'territory=le-havre-fecamp',
  'territory=manche',
  'department=76',
  'department=50',
  'region=Normandie',
];
const QUEUES = ['', 'amu', 'snp'];
const NAMES = [
  ...['presented', 'answered', 'answeredWithin30s', 'answeredWithin60s', 'abandonedEarly'],
  ...['abandoned', 'unfinished', 'transferred'],
];
/** Tells every number: what is true. */
let open: TestPlatform;
let guarded: TestPlatform;
/** By the name of the count: area, queue, month, figure. */
const truth = new Map<string, number>();

before(async () => {
  open = await startTestPlatform({ ...KEY, SAS_STATISTICS_LEAST: '1' });
  await open.setClock('2026-11-10T08:00:00Z');
  guarded = await startTestPlatform(KEY, { ...open.database, close: async () => undefined });
  const random = seeded(20_261_111);
  const events = [
    ...simulateCalls(
      'le-havre-fecamp',
      ['2026-08-01T00:00:00Z', '2026-10-31T00:00:00Z'],
      700,
      random,
    ),
    ...simulateCalls('manche', ['2026-08-01T00:00:00Z', '2026-10-31T00:00:00Z'], 90, random),
  ];
  for (let at = 0; at < events.length; at += 1000) {
    const body = events.slice(at, at + 1000);
    const { status } = await open.call('POST', '/v1/call-events', { as: 'administrator', body });
    assert.equal(status, 200);
  }
  for (const [name, value] of await ask(open, 'administrator')) truth.set(name, value!);
});
after(async () => {
  await guarded.close();
  await open.close();
});

const nameOf = (...parts: string[]) => parts.join(' ');

/** Every month of every area and queue, by all windows of whole months: one number each, or the test fails. */
async function ask(platform: TestPlatform, as: string): Promise<Map<string, number | null>> {
  const told = new Map<string, number | null>();
  for (const area of AREAS) {
    for (const queue of QUEUES) {
      for (const [first, from] of MONTHS.entries()) {
        for (const to of MONTHS.slice(first)) {
          const window = `from=${from}-01&to=${to}-${LAST[to]}&step=month`;
          const path = `/v1/statistics/calls?${area}&${window}${queue && `&queue=${queue}`}`;
          const { status, body } = await platform.call('GET', path, { as });
          assert.equal(status, 200, JSON.stringify(body));
          for (const figure of NAMES) {
            for (const item of body.items) {
              const name = nameOf(area, queue, item.from.slice(0, 7), figure);
              if (told.has(name)) assert.equal(item[figure], told.get(name), `${path} ${name}`);
              told.set(name, item[figure]);
            }
            const values: (number | null)[] = body.items.map((item: any) => item[figure]);
            const known = values.every((value) => value !== null);
            const sum = values.reduce((all, value) => all! + (value ?? 0), 0);
            assert.equal(body.total[figure], known ? sum : null, `${path} total ${figure}`);
          }
        }
      }
    }
  }
  return told;
}

/** Of a month: queues of an area, areas of a region, and what adds up among its figures. */
function equations(): Equation[] {
  const all: Equation[] = [];
  for (const month of MONTHS) {
    for (const figure of NAMES) {
      for (const area of AREAS) {
        const parts = ['amu', 'snp', 'neither'].map((queue) => nameOf(area, queue, month, figure));
        all.push({ total: nameOf(area, '', month, figure), parts });
      }
      for (const queue of QUEUES) {
        const of = (area: string) => nameOf(area, queue, month, figure);
        const [havre, manche, seine, fifty, region] = AREAS.map(of);
        all.push({ total: region!, parts: [havre!, manche!] });
        all.push({ total: seine!, parts: [havre!] }, { total: fifty!, parts: [manche!] });
      }
    }
    for (const area of AREAS) {
      for (const queue of QUEUES) {
        const of = (figure: string) => nameOf(area, queue, month, figure);
        const ways = ['answered', 'abandonedEarly', 'abandoned', 'unfinished'].map(of);
        all.push({ total: of('presented'), parts: ways });
        for (const [whole, part] of [
          ['presented', 'transferred'],
          ['answered', 'answeredWithin60s'],
          ['answered', 'answeredWithin30s'],
          ['answeredWithin60s', 'answeredWithin30s'],
        ] as const) {
          all.push({ total: of(whole), parts: [of(part), of(`${whole} without ${part}`)] });
        }
      }
    }
  }
  return all;
}

/** Numbers that are left for the counts that were hidden and are not 0; the truth is one of them, or the test fails. */
function left(
  told: ReadonlyMap<string, number | null>,
  boundsOf: (value: number | null) => Bounds,
) {
  const bounds = new Map([...told].map(([name, value]) => [name, boundsOf(value)]));
  const known = whatFollows(bounds, equations());
  const numbers: number[] = [];
  for (const [name, value] of truth) {
    const { least, most } = known.get(name)!;
    assert.ok(least <= value && value <= most, `${name}: ${value} in ${least} to ${most}`);
    if (told.get(name) === null && value > 0) numbers.push(most - least + 1);
  }
  return numbers;
}

test('where small counts alone are hidden, whoever subtracts learns them', () => {
  const naive = new Map(
    [...truth].map(([name, value]) => [name, value > 0 && value < 11 ? null : value]),
  );
  const numbers = left(naive, (value) =>
    value === null ? { least: 1, most: 10 } : { least: value, most: value },
  );
  const learnt = numbers.filter((many) => many === 1).length;
  assert.ok(learnt > numbers.length / 4, `${learnt} of ${numbers.length}`);
});

test('whoever reads from outside learns no hidden count by windows, queues and areas', async () => {
  const told = await ask(guarded, 'payer');
  const numbers = left(told, (value) =>
    value === null ? { least: 0, most: 10 } : { least: Math.max(value, 11), most: value + 9 },
  );
  assert.ok(numbers.length > 50);
  // Of the eleven numbers that null stands for.
  assert.ok(Math.min(...numbers) >= 8, `${Math.min(...numbers)}`);
});

test('parts of months, months that are not over and finer steps are refused', async () => {
  for (const query of [
    'from=2026-10-01&to=2026-10-30&step=month',
    'from=2026-10-02&to=2026-10-31&step=month',
    'from=2026-10-01&to=2026-10-31&step=week',
    'from=2026-11-01&to=2026-11-30&step=month',
  ]) {
    for (const as of ['payer', 'authority']) {
      const path = `/v1/statistics/calls?territory=manche&${query}`;
      assert.equal((await guarded.call('GET', path, { as })).status, 403, query);
    }
  }
});
