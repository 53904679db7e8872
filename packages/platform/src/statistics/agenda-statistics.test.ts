import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAgenda } from '../testing/agenda-fixtures.ts';
import { periodOf } from '../testing/recounted-calls.ts';
import { seeded } from '../testing/simulated-calls.ts';
import {
  keepSlots,
  nothing,
  recountSlots,
  type SimulatedSlot,
  simulateSlots,
} from '../testing/simulated-slots.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const AROUND = ['2026-09-29T00:00:00Z', '2026-11-02T00:00:00Z'] as const;
const random = seeded(20_261_017);
const KEY = { SAS_SECRET_KEY: Buffer.alloc(32, 11).toString('base64') };
/** Tells every number. */
let open: TestPlatform;
/** The same, as an installation is by default. */
let guarded: TestPlatform;
const slots: SimulatedSlot[] = [];
/** Of the test's practitioner, and of another one. */
let [own, other, third, far] = ['', '', '', ''];

before(async () => {
  open = await startTestPlatform({ ...KEY, SAS_STATISTICS_LEAST: '1' });
  await open.setClock('2026-11-05T09:00:00Z');
  own = await openAgenda(open);
  const [line, postcode, city] = ['2 rue des Galets', '76600', 'Le Havre'];
  other = await openAgenda(open, {
    practitioner: { nationalId: '810999900026', family: 'BRUNET', specialties: ['SM54'] },
    location: { line, postcode, city, insee: '76351', lat: 49.5, lon: 0.11 },
  });
  third = await openAgenda(open, {
    practitioner: { nationalId: '810999900042', family: 'MORVAN', specialties: ['SM54'] },
    location: { line, postcode, city, insee: '76351', lat: 49.49, lon: 0.12 },
  });
  far = await openAgenda(open, {
    practitioner: { nationalId: '810999900034', family: 'PAYET', specialties: ['SM54'] },
    location: { line, postcode, city, insee: '97411', lat: -20.89, lon: 55.45 },
  });
  for (const schedule of [own, other, third, far])
    slots.push(...simulateSlots(schedule, AROUND, random));
  await keepSlots(open.database, slots);
  guarded = await startTestPlatform(KEY, { ...open.database, close: async () => undefined });
});
after(async () => {
  await guarded.close();
  await open.close();
});

async function ask(platform: TestPlatform, query: object, as = 'administrator') {
  const text = new URLSearchParams(query as Record<string, string>).toString();
  return platform.call('GET', `/v1/statistics/agenda?${text}`, { as });
}

async function figures(platform: TestPlatform, query: object, as?: string) {
  const { status, body } = await ask(platform, query, as);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

/** Figure by figure, the platform's and those of the other program. */
function compare(items: any[], of: readonly SimulatedSlot[], step: string, timeZone: string) {
  const counted = recountSlots(of, { ...OCTOBER, step, timeZone });
  for (const item of items) {
    const name = periodOf(Date.parse(item.from), step, timeZone);
    const expected = counted.get(name) ?? nothing();
    const told = Object.fromEntries(Object.keys(expected).map((figure) => [figure, item[figure]]));
    assert.deepEqual(told, expected, `${step} ${item.from}`);
    const { used, published } = expected;
    const share = published === 0 ? null : Number(((100 * used!) / published!).toFixed(1));
    assert.equal(item.usedPercent, share);
    counted.delete(name);
  }
  assert.equal(counted.size, 0, 'every period is told');
}

const ofAgendas = (...ids: string[]) => slots.filter(({ schedule }) => ids.includes(schedule));

async function compareAll() {
  for (const step of ['day', 'week', 'month']) {
    const havre = await figures(open, { territory: 'le-havre-fecamp', step, ...OCTOBER });
    compare(havre.items, ofAgendas(own, other, third), step, 'Europe/Paris');
    assert.ok(
      havre.items.every(({ agenda }: any) => agenda === null),
      'never one professional',
    );
    const reunion = await figures(open, { territory: 'la-reunion', step, ...OCTOBER });
    compare(reunion.items, ofAgendas(far), step, 'Indian/Reunion');
    assert.equal(reunion.timeZone, 'Indian/Reunion');
  }
}

test('a simulated month gives the figures that another program counts', compareAll);

test('a practice reads each of its agendas, whole, and nobody else’s', async () => {
  for (const step of ['week', 'month']) {
    const told = await figures(guarded, { step, ...OCTOBER }, 'practitioner');
    assert.deepEqual([told.area, told.suppressedBelow, told.roundedTo], [null, 1, 1]);
    for (const { agenda } of told.items) {
      assert.deepEqual(agenda, {
        scheduleId: own,
        practitioner: 'Camille AUBRY',
        place: 'Le Havre',
      });
    }
    compare(told.items, ofAgendas(own), step, 'Europe/Paris');
    const counted = recountSlots(ofAgendas(own), {
      ...OCTOBER,
      step: 'month',
      timeZone: 'Europe/Paris',
    });
    assert.equal(told.total.used, counted.get('2026-10')!['used']);
  }
  const place = { territory: 'le-havre-fecamp', ...OCTOBER };
  assert.equal((await ask(guarded, place, 'practitioner')).status, 403);
  const another = await figures(guarded, OCTOBER, 'delegate');
  compare(another.items, ofAgendas(other), 'week', 'Europe/Paris');
  const structure = await figures(guarded, { step: 'month', ...OCTOBER }, 'structure-manager');
  const agendas = structure.items.map(({ agenda }: any) => agenda.scheduleId);
  assert.deepEqual(new Set(agendas), new Set([own, other, third, far]));
});

test('few are not told to a lead; from outside months are rounded', async () => {
  const query = { territory: 'le-havre-fecamp', ...OCTOBER };
  const [all, lead] = [
    await figures(open, { ...query, step: 'day' }),
    await figures(guarded, { ...query, step: 'day' }, 'territory-lead'),
  ];
  let hidden = 0;
  for (const [at, item] of lead.items.entries()) {
    const exact = all.items[at];
    for (const name of ['published', 'used', 'overbooked', 'honoured', 'noShows']) {
      if (exact[name] > 0 && exact[name] < 11) assert.equal(item[name], null, name);
      if (item[name] === null) hidden++;
      else assert.equal(item[name], exact[name]);
    }
    const unused = item.published - item.used;
    if (item.published !== null && item.used !== null) assert.ok(unused === 0 || unused >= 11);
    if (item.published === null) assert.equal(item.publishedMinutes, null);
  }
  assert.ok(hidden > 0);
  const told = await figures(guarded, { ...query, step: 'month' }, 'payer');
  for (const name of ['published', 'used']) {
    assert.equal(told.total[name], Math.floor(all.total[name] / 10) * 10);
  }
  assert.equal(told.total.publishedMinutes, null);
  assert.equal((await ask(guarded, query, 'payer')).status, 403);
  for (const as of ['regulator', 'editor', 'public']) {
    assert.equal((await ask(guarded, query, as)).status, 403, as);
  }
  assert.equal((await ask(guarded, OCTOBER, 'administrator')).body.code, 'missing-parameter');
});

test('from outside nothing is told of fewer than three practices, in a row and in the total', async () => {
  const all = await figures(open, { territory: 'la-reunion', step: 'month', ...OCTOBER });
  assert.ok(all.total.published >= 11 && all.total.used >= 11);
  const alone = await figures(
    guarded,
    { territory: 'la-reunion', step: 'month', ...OCTOBER },
    'authority',
  );
  const names = ['published', 'used', 'overbooked', 'honoured', 'noShows'];
  for (const row of [...alone.items, alone.total]) {
    for (const name of [...names, 'usedPercent', 'noShowPercent', 'publishedMinutes'])
      assert.equal(row[name], null, name);
  }
  // One of three at work: what comes from one alone is not told either.
  const query = { territory: 'le-havre-fecamp', step: 'month', ...OCTOBER };
  const before = await figures(guarded, query, 'authority');
  assert.notEqual(before.total.honoured, null);
  const unheard = await open.database.query(
    `update appointment set status = 'booked' where status = 'fulfilled' and schedule_id <> $1
     returning id`,
    [own],
  );
  const after = await figures(guarded, query, 'authority');
  await open.database.query(`update appointment set status = 'fulfilled' where id = any($1)`, [
    unheard.map(({ id }) => id),
  ]);
  assert.deepEqual([after.items[0].honoured, after.total.honoured], [null, null]);
  assert.equal(after.total.published, before.total.published);
});

test('as a table: an agenda has columns of its own', async () => {
  const { body } = await ask(guarded, { ...OCTOBER, format: 'csv' }, 'practitioner');
  const [head, ...lines] = (body as string).trimEnd().split('\r\n');
  const columns = head!.split(',');
  const at = (name: string) => columns.indexOf(name);
  assert.equal(lines.length, 6);
  assert.equal(lines[0]!.split(',')[at('agenda.scheduleId')], own);
  assert.equal(lines.at(-1)!.split(',')[at('row')], 'total');
  assert.equal(lines.at(-1)!.split(',')[at('agenda.scheduleId')], '');
});

test('slots that are erased stay in the figures, once', async () => {
  const count = async () => {
    const rows = await open.database.query<{ count: number }>('select count(*)::int from slot');
    return rows[0]!.count;
  };
  const before = await count();
  await open.setClock('2026-12-20T09:00:00Z');
  await open.platform.runJobs();
  const after = await count();
  assert.ok(after < before, `${after} of ${before} slots`);
  await compareAll();
  await open.platform.runJobs();
  await compareAll();
});
