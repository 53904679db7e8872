import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAgenda } from '../testing/agenda-fixtures.ts';
import { periodOf } from '../testing/recounted-calls.ts';
import { byPeriod, decisionsOf, recountOrientations } from '../testing/recounted-orientations.ts';
import { callPractice, CONSULTATION, orient, OWN } from '../testing/regulation-fixtures.ts';
import { seeded } from '../testing/simulated-calls.ts';
import {
  keepOrientations,
  type SimulatedArea,
  type SimulatedOrientation,
  type SimulatedPracticeCall,
  simulateOrientations,
} from '../testing/simulated-orientations.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const random = seeded(20_261_101);
const orientations: SimulatedOrientation[] = [];
const calls: SimulatedPracticeCall[] = [];
const areas: SimulatedArea[] = [];
const KEY = { SAS_SECRET_KEY: Buffer.alloc(32, 9).toString('base64') };
/** Tells every number. */
let open: TestPlatform;
/** The same, as an installation is by default. */
let guarded: TestPlatform;

before(async () => {
  open = await startTestPlatform({ ...KEY, SAS_STATISTICS_LEAST: '1' });
  await open.setClock('2026-11-10T09:00:00Z');
  areas.push(
    await areaOf(
      'le-havre-fecamp',
      'Europe/Paris',
      ['76351', '76259', '76447'],
      [
        { line: '1 rue des Galets', insee: '76351', lat: 49.4938, lon: 0.1077 },
        { line: '2 rue des Galets', insee: '76259', lat: 49.7576, lon: 0.3746 },
      ],
    ),
    await areaOf(
      'la-reunion',
      'Indian/Reunion',
      ['97411', '97415'],
      [{ line: '3 rue des Galets', insee: '97411', lat: -20.8907, lon: 55.4551 }],
    ),
  );
  for (const [at, area] of areas.entries()) {
    const around = ['2026-09-29T00:00:00Z', '2026-11-02T00:00:00Z'] as const;
    const made = simulateOrientations(area, around, at === 0 ? 900 : 400, random);
    orientations.push(...made.orientations);
    calls.push(...made.calls);
  }
  await keepOrientations(open.database, orientations, calls);
  const shared = { ...open.database, close: async () => undefined };
  guarded = await startTestPlatform(KEY, shared);
});
after(async () => {
  await guarded.close();
  await open.close();
});

async function areaOf(
  territory: string,
  timeZone: string,
  communes: string[],
  places: { line: string; insee: string; lat: number; lon: number }[],
): Promise<SimulatedArea> {
  const practices: { schedule: string; lat: number; lon: number }[] = [];
  for (const { lat, lon, ...place } of places) {
    const location = { postcode: '76600', city: 'Ville', ...place, lat, lon };
    const schedule = await openAgenda(open, { location, overbooking: true });
    practices.push({ schedule, lat, lon });
  }
  return { territory, timeZone, communes, practices };
}

async function ask(platform: TestPlatform, path: string, query: object, as = 'administrator') {
  const text = new URLSearchParams(query as Record<string, string>).toString();
  return platform.call('GET', `/v1/statistics/${path}?${text}`, { as });
}

async function figures(platform: TestPlatform, path: string, query: object, as?: string) {
  const { status, body } = await ask(platform, path, query, as);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

const share = (part: number, whole: number, of = 100) =>
  whole === 0 ? null : Number(((of * part) / whole).toFixed(1));

/** Every figure of an item is the other program's. */
function same(item: any, expected: Record<string, any>, where: string) {
  const told = Object.fromEntries(Object.keys(expected).map((name) => [name, item[name]]));
  assert.deepEqual(told, expected, where);
  const { booked, honoured, noShows, overbookingCalls, overbookingAccepted } = expected;
  const shares = {
    bookedPercent: share(booked, expected['unscheduledConsultation']),
    within48hPercent: share(expected['bookedWithin48h'], booked),
    noShowPercent: share(noShows, honoured + noShows),
    withoutOwnDoctorPercent: share(expected['withoutOwnDoctor'], expected['ownDoctorAsked']),
    callsPerOverbooking: share(overbookingCalls, overbookingAccepted, 1),
  };
  for (const [name, value] of Object.entries(shares)) assert.equal(item[name], value, name);
}

test('a simulated month gives the figures that another program counts', async () => {
  for (const { territory, timeZone } of areas) {
    const own = orientations.filter((each) => each.territory === territory);
    const called = calls.filter((each) => each.territory === territory);
    for (const step of ['day', 'week', 'month']) {
      const window = { ...OCTOBER, step, timeZone };
      const told = await figures(open, 'orientations', { territory, step, ...OCTOBER });
      assert.deepEqual([told.timeZone, told.step, told.roundedTo], [timeZone, step, 1]);
      const decided = byPeriod(decisionsOf(own), window, ({ createdAt }) => createdAt);
      const byCall = byPeriod(called, window, ({ at }) => at);
      for (const item of told.items) {
        const name = periodOf(Date.parse(item.from), step, timeZone);
        const carriedOut = own.filter(({ executes }) => executes !== null);
        const ofPeriod = [...(decided.get(name) ?? []), ...carriedOut];
        const expected = recountOrientations(ofPeriod, byCall.get(name) ?? []);
        same(item, expected, `${territory} ${step} ${item.from}`);
        decided.delete(name);
        byCall.delete(name);
      }
      assert.deepEqual([decided.size, byCall.size], [0, 0], 'every period is told');
      const whole = byPeriod(decisionsOf(own), { ...window, step: 'month' }, (o) => o.createdAt);
      const carriedOut = own.filter(({ executes }) => executes !== null);
      const inMonth = byPeriod(called, { ...window, step: 'month' }, ({ at }) => at);
      const all = recountOrientations(
        [...whole.get('2026-10')!, ...carriedOut],
        inMonth.get('2026-10')!,
      );
      same(told.total, all, `${territory} ${step} total`);
    }
  }
});

test('who has no doctor is counted by commune, as another program does', async () => {
  for (const { territory, timeZone, communes } of areas) {
    for (const step of ['week', 'month']) {
      const told = await figures(open, 'own-doctor', { territory, step, ...OCTOBER });
      const own = decisionsOf(orientations.filter((each) => each.territory === territory));
      const periods = byPeriod(own, { ...OCTOBER, step, timeZone }, (each) => each.createdAt);
      let [asked, without, items] = [0, 0, 0];
      for (const [name, list] of periods) {
        for (const insee of communes) {
          const here = list.filter((each) => each.insee === insee && each.ownDoctor !== null);
          if (here.length === 0) continue;
          const none = here.filter(({ ownDoctor }) => ownDoctor === 'none').length;
          const item = told.items.find(
            (each: any) =>
              each.insee === insee && periodOf(Date.parse(each.from), step, timeZone) === name,
          );
          assert.deepEqual(
            [item.ownDoctorAsked, item.withoutOwnDoctor, item.withoutOwnDoctorPercent],
            [here.length, none, share(none, here.length)],
            `${name} ${insee}`,
          );
          [asked, without, items] = [asked + here.length, without + none, items + 1];
        }
      }
      assert.equal(told.items.length, items);
      const { total } = told;
      assert.deepEqual([total.ownDoctorAsked, total.withoutOwnDoctor], [asked, without]);
      assert.deepEqual([total.insee, total.label], [null, null]);
    }
  }
});

test('of a period with few, nothing is told that follows from the others', async () => {
  const query = { territory: 'la-reunion', step: 'day', ...OCTOBER };
  const [all, told] = [
    await figures(open, 'orientations', query),
    await figures(guarded, 'orientations', query),
  ];
  const parts = [
    ...['advice', 'unscheduledConsultation', 'emergencyDepartment', 'ambulance', 'smur'],
    'otherPrehospitalTeam',
  ];
  let hidden = 0;
  for (const [at, item] of [...told.items, told.total].entries()) {
    const exact = [...all.items, all.total][at];
    for (const name of [...parts, 'orientations', 'booked', 'noShows', 'withoutOwnDoctor']) {
      if (exact[name] > 0 && exact[name] < 11) assert.equal(item[name], null, name);
      if (item[name] === null) hidden++;
      else assert.equal(item[name], exact[name]);
    }
    const left = parts.filter((name) => item[name] === null);
    if (item.orientations !== null) assert.notEqual(left.length, 1);
    if (item.booked === null) assert.equal(item.medianDelayMinutes, null);
  }
  assert.ok(hidden > 0);
  for (const { ownDoctorAsked } of (await figures(guarded, 'own-doctor', query)).items) {
    assert.ok(ownDoctorAsked >= 11);
  }
});

test('whoever reads from outside reads whole months that are over, rounded', async () => {
  const query = { territory: 'le-havre-fecamp', step: 'month', ...OCTOBER };
  const all = await figures(open, 'orientations', query);
  for (const as of ['authority', 'payer']) {
    const told = await figures(guarded, 'orientations', query, as);
    assert.equal(told.roundedTo, 10);
    for (const [name, exact] of Object.entries(all.total)) {
      if (/Percent|median|calls|from|to$/.test(name)) continue;
      const expected = (exact as number) < 11 ? null : Math.floor((exact as number) / 10) * 10;
      assert.deepEqual([told.items[0][name], told.total[name]], [expected, expected], name);
    }
    const open = { ...query, from: '2026-11-01', to: '2026-11-30' };
    for (const path of ['orientations', 'own-doctor', 'calls']) {
      assert.equal((await ask(guarded, path, open, as)).status, 403, path);
      assert.equal((await ask(guarded, path, { ...query, step: 'day' }, as)).status, 403, path);
    }
  }
  const own = { territory: 'le-havre-fecamp', ...OCTOBER };
  for (const path of ['orientations', 'own-doctor']) {
    assert.equal((await ask(guarded, path, own, 'territory-lead')).status, 200);
    const other = { ...own, territory: 'la-reunion' };
    assert.equal((await ask(guarded, path, other, 'territory-lead')).status, 403);
    for (const as of ['regulator', 'practitioner', 'public']) {
      assert.equal((await ask(guarded, path, own, as)).status, 403, as);
    }
  }
});

test('as tables: the same figures, one line an item, the total last', async () => {
  for (const path of ['orientations', 'own-doctor']) {
    const query = { territory: 'le-havre-fecamp', ...OCTOBER };
    const body = await figures(guarded, path, query);
    const table = await ask(guarded, path, { ...query, format: 'csv' });
    assert.match(table.headers.get('content-type')!, /^text\/csv/);
    const [head, ...lines] = (table.body as string).trimEnd().split('\r\n');
    const columns = head!.split(',');
    assert.equal(lines.length, body.items.length + 1);
    for (const [at, figure] of [...body.items, body.total].entries()) {
      const fields = lines[at]!.split(',');
      for (const [name, value] of Object.entries(figure)) {
        const field = fields[columns.indexOf(name)];
        assert.equal(field, value === null ? '' : `${value as string | number}`, name);
      }
    }
  }
});

test('what a desk records is counted: once, with what was booked by whoever carried it out', async () => {
  await open.setClock('2026-12-01T09:00:00Z');
  const schedule = areas[0]!.practices[1]!.schedule;
  const decided = await orient(open, 'regulator', {
    ...OWN,
    ...CONSULTATION,
    ownDoctor: { said: 'none' },
  });
  assert.equal(decided.status, 201, JSON.stringify(decided.body));
  const callId = await callPractice(open, 'unscheduled-care-operator', { scheduleId: schedule });
  await callPractice(open, 'unscheduled-care-operator', {
    scheduleId: schedule,
    result: 'refused',
  });
  const done = await orient(open, 'unscheduled-care-operator', {
    ...CONSULTATION,
    decision: { kind: 'orientation', id: decided.body.id },
    overbooking: { scheduleId: schedule, start: '2026-12-01T14:00:00+01:00', callId },
  });
  assert.equal(done.status, 201, JSON.stringify(done.body));
  const query = { territory: 'le-havre-fecamp', from: '2026-12-01', to: '2026-12-01', step: 'day' };
  const { total } = await figures(open, 'orientations', query);
  const { orientations, unscheduledConsultation, booked, bookedWithin48h } = total;
  assert.deepEqual([orientations, unscheduledConsultation, booked, bookedWithin48h], [1, 1, 1, 1]);
  assert.deepEqual([total.ownDoctorAsked, total.withoutOwnDoctor], [1, 1]);
  assert.deepEqual([total.overbookingCalls, total.callsPerOverbooking], [2, 2]);
  const start = Date.parse('2026-12-01T14:00:00+01:00');
  const minutes = (start - Date.parse(decided.body.decision.decidedAt)) / 60_000;
  assert.ok(Math.abs(total.medianDelayMinutes - minutes) <= 1, `${total.medianDelayMinutes} min`);
  assert.ok(Math.abs(total.medianDistanceKm - 35) < 3, `${total.medianDistanceKm} km`);
});
