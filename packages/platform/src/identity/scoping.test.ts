import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDatabase } from '../database/connection.ts';
import type { Database, Sql } from '../database/database.ts';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { freshDatabase } from '../testing/test-database.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { ROLES } from './caller.ts';
import { holds } from './rights.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const UNKNOWN = '00000000-0000-4000-8000-000000000000';
/** Every test caller works for Le Havre; this practice is in Lyon, its practitioner is nobody's own. */
const LYON = {
  practitioner: { nationalId: '810999977777', family: 'LOINTAIN', specialties: ['SM54'] },
  structure: { kind: 'practice', name: 'Cabinet lointain', nationalId: '1690000077' },
  location: { line: '1 quai du Rhône', postcode: '69002', city: 'Lyon', insee: '69382' },
};

let platform: TestPlatform;
let schedule: string;
let slot: string;
let other: string;
let statements: string[] = [];

/** Writes down each statement that runs, but the counting of requests, which comes before any record. */
function recorded(database: Database): Database {
  const note = <S extends Sql>(sql: S): S => ({
    ...sql,
    query(text: string, values?: readonly unknown[]) {
      // Counters are of every caller, and the outbox looks by itself.
      if (!/\b(rate_window|outbox)\b/.test(text)) statements.push(text);
      return sql.query(text, values);
    },
  });
  return {
    ...note(database),
    transaction: (work) => database.transaction((sql) => work(note(sql))),
  };
}

before(async () => {
  platform = await startTestPlatform({}, recorded(await openDatabase(await freshDatabase())));
  await platform.setClock(NOW);
  schedule = await openAgenda(platform, LYON, 'administrator');
  [slot, other] = [
    await addSlot(platform, schedule, slotAt('2026-11-23T10:00:00+01:00'), 'administrator'),
    await addSlot(platform, schedule, slotAt('2026-11-23T11:00:00+01:00'), 'administrator'),
  ];
  const { body } = await platform.call('POST', '/v1/appointments', {
    as: 'administrator',
    body: { slotId: slot },
  });
  const appointment = body.id as string;
  const made = async (text: string, values: readonly unknown[]) => {
    const rows = await platform.database.query<{ id: string }>(`${text} returning id`, values);
    return rows[0]!.id;
  };
  const orientation = await made(
    `insert into orientation (outcome, decision, decided_role, decided_at, made_by, role, insee, place_label,
       territory_id, time_zone, appointment_id, appointment_start, created_at)
     values ('unscheduled-consultation', 'own', 'regulator', sas_now(), 'somebody', 'regulator', '69123',
       'Lyon', 'rhone', 'Europe/Paris', $1, sas_now(), sas_now())`,
    [appointment],
  );
  const call = await made(
    `insert into practice_call (schedule_id, time_zone, purpose, result, called_by, role, created_at)
     values ($1, 'Europe/Paris', 'overbooking', 'accepted', 'somebody', 'regulator', sas_now())`,
    [schedule],
  );
  const protocol = await made(
    `insert into protocol (family, version, territory_id, purpose, title, outcomes, roles, body, source,
       valid_from, created_by, created_at)
     values ($1, 1, 'rhone', 'regulation', 'Lointain', '{advice}', '{call-taker}', 'Texte', 'Source',
       '2026-11-01', 'somebody', sas_now())`,
    [UNKNOWN],
  );
  known = { appointment, schedule, slot, orientation, call, protocol };
});
after(() => platform.close());

/** One record of each kind, which one may know of or not. */
const RECORDS = ['appointment', 'schedule', 'slot', 'orientation', 'call', 'protocol'] as const;
type RecordName = (typeof RECORDS)[number];
const idsBy = (idOf: (name: RecordName) => string) =>
  Object.fromEntries(RECORDS.map((name) => [name, idOf(name)])) as Record<RecordName, string>;
let known: Record<RecordName, string>;

/** Calls on records that belong to nobody but the administrator. */
const CALLS: [string, (ids: Record<RecordName, string>) => string, unknown?][] = [
  ['GET', (id) => `/v1/appointments/${id.appointment}`],
  ['POST', (id) => `/v1/appointments/${id.appointment}/cancel`],
  ['POST', (id) => `/v1/appointments/${id.appointment}/reschedule`, () => ({ slotId: other })],
  ['PATCH', (id) => `/v1/appointments/${id.appointment}`, () => ({ status: 'noshow' })],
  ['GET', (id) => `/v1/orientations/${id.orientation}`],
  ['POST', (id) => `/v1/orientations/${id.orientation}/withdraw`],
  [
    'POST',
    (id) => `/v1/orientations/${id.orientation}/acknowledge`,
    () => ({ reason: 'cancelled', at: '2026-11-23T09:00:00+01:00' }),
  ],
  ['GET', (id) => `/v1/practice-calls/${id.call}`],
  ['GET', (id) => `/v1/protocols/${id.protocol}`],
  ['DELETE', (id) => `/v1/protocols/${id.protocol}`],
  ['POST', (id) => `/v1/protocols/${id.protocol}/signatures`, () => ({ holder: 'hospital' })],
  ['GET', (id) => `/v1/schedules/${id.schedule}`],
  ['GET', (id) => `/v1/schedules/${id.schedule}/rules`],
  ['GET', (id) => `/v1/schedules/${id.schedule}/absences`],
  ['GET', (id) => `/v1/schedules/${id.schedule}/slots`],
  ['GET', (id) => `/v1/schedules/${id.schedule}/slots/${id.slot}`],
  ['DELETE', (id) => `/v1/schedules/${id.schedule}/slots/${id.slot}`],
  [
    'POST',
    (id) => `/v1/schedules/${id.schedule}/absences`,
    () => ({ from: '2026-11-24T08:00:00+01:00', to: '2026-11-24T18:00:00+01:00' }),
  ],
];

async function ask(as: string, [method, path, body]: (typeof CALLS)[number], isKnown: boolean) {
  const ids = isKnown ? known : idsBy(() => UNKNOWN);
  statements = [];
  const answer = await platform.call(method, path(ids), {
    as,
    ...(body === undefined ? {} : { body: (body as () => unknown)() }),
    ...(method === 'DELETE' ? { headers: { 'if-match': '"1"' } } : {}),
  });
  return { ...answer, statements };
}

for (const role of ROLES.filter((each) => each !== 'administrator')) {
  test(`to ${role}, records of others do not exist: same answer, same statements`, async () => {
    for (const call of CALLS) {
      const hidden = await ask(role, call, true);
      const unknown = await ask(role, call, false);
      const name = `${call[0]} ${call[1](idsBy((each) => each))}`;
      assert.ok([403, 404].includes(hidden.status), `${name}: ${hidden.status}`);
      const { requestId: _one, ...told } = hidden.body;
      const { requestId: _other, ...unknownTold } = unknown.body;
      assert.deepEqual(told, unknownTold, name);
      // What is looked up for a hidden record is what is looked up for none: time tells nothing.
      assert.deepEqual(hidden.statements, unknown.statements, name);
      assert.equal(hidden.headers.get('etag'), null, name);
    }
  });

  test(`no list of ${role} holds them, and no count tells of them`, async () => {
    for (const path of ['/v1/appointments', '/v1/schedules', '/v1/orientations', '/v1/protocols']) {
      const { status, body } = await platform.call('GET', path, { as: role });
      if (status === 200) assert.deepEqual(body, { items: [], next: null }, path);
      else assert.equal(status, 403, path);
    }
    const filtered = await platform.call('GET', `/v1/appointments?scheduleId=${schedule}`, {
      as: role,
    });
    assert.deepEqual(filtered.body.items ?? [], []);
  });
}

test('the administrator, for whom they exist, is answered: the test can see a difference', async () => {
  const hidden = await ask('administrator', CALLS[0]!, true);
  const unknown = await ask('administrator', CALLS[0]!, false);
  assert.deepEqual([hidden.status, unknown.status], [200, 404]);
  assert.ok(hidden.statements.length > 0);
});

test('a token for one element has no right but the element’s, whatever its role', () => {
  const caller = {
    kind: 'professional' as const,
    scope: 'x',
    identity: { subject: 'x', roles: ['administrator' as const] },
    only: ['availability:read' as const],
    fromOrigin: true,
  };
  assert.equal(holds(caller, 'availability:read'), true);
  assert.equal(holds(caller, 'audit:read'), false);
});
