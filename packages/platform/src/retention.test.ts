import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sealAudit } from './audit/seal.ts';
import { verifyAudit } from './audit/verify.ts';
import { deleteInBatches } from './database/batches.ts';
import { addSlot, openAgenda, slotAt } from './testing/agenda-fixtures.ts';
import { callPractice } from './testing/regulation-fixtures.ts';
import { startTestPlatform, type TestPlatform } from './testing/test-platform.ts';

const MONDAY = '2026-11-23T08:00:00+01:00';
const contact = { name: 'Dominique Exemple', phone: '06 39 98 00 01' };
let platform: TestPlatform;
let schedule: string;

before(async () => {
  platform = await startTestPlatform({
    SAS_KEEP_APPOINTMENTS_DAYS: '100',
    SAS_KEEP_ORIENTATIONS_DAYS: '60',
    SAS_KEEP_SLOTS_DAYS: '10',
    SAS_KEEP_AUDIT_DAYS: '200',
    SAS_KEEP_HOLDS_DAYS: '3',
    SAS_KEEP_COUNTERS_DAYS: '4',
    SAS_KEEP_IDEMPOTENCY_HOURS: '48',
  });
  await platform.setClock(MONDAY);
  schedule = await openAgenda(platform);
});
after(() => platform.close());

async function count(table: string): Promise<number> {
  const rows = await platform.database.query<{ count: number }>(
    `select count(*)::int as count from ${table}`,
  );
  return rows[0]!.count;
}

const TABLES = [
  'contact',
  'appointment',
  'hold',
  'slot',
  'idempotency',
  'public_booking_count',
  'audit_entry',
];

/** Runs the jobs at an instant and counts what is left. */
async function leftAt(instant: string): Promise<Record<string, number>> {
  await platform.setClock(instant);
  await platform.platform.runJobs();
  const left: Record<string, number> = {};
  for (const table of TABLES) left[table] = await count(table);
  return left;
}

test('each kind of data is kept for its own time, then goes by itself', async () => {
  const booked = await addSlot(platform, schedule, slotAt('2026-11-23T10:00:00+01:00'));
  await addSlot(platform, schedule, slotAt('2026-11-23T11:00:00+01:00'));
  const hold = await platform.call('POST', '/v1/holds', { as: 'public', body: { slotId: booked } });
  const answer = await platform.call('POST', '/v1/appointments', {
    as: 'public',
    headers: { 'idempotency-key': 'once' },
    body: { slotId: booked, holdId: hold.body.id, contact },
  });
  assert.equal(answer.status, 201);
  const entries = await count('audit_entry');
  const everything = {
    contact: 1,
    appointment: 1,
    hold: 1,
    slot: 2,
    idempotency: 1,
    public_booking_count: 1,
    audit_entry: entries,
  };
  assert.deepEqual(await leftAt('2026-11-24T09:00:00+01:00'), everything);
  // 24 h after the appointment's end, 10:20.
  const noContact = { ...everything, contact: 0 };
  assert.deepEqual(await leftAt('2026-11-24T10:21:00+01:00'), noContact);
  const noKey = { ...noContact, idempotency: 0 };
  assert.deepEqual(await leftAt('2026-11-25T08:30:00+01:00'), noKey);
  const noHold = { ...noKey, hold: 0 };
  assert.deepEqual(await leftAt('2026-11-26T08:30:00+01:00'), noHold);
  const noCounter = { ...noHold, public_booking_count: 0 };
  assert.deepEqual(await leftAt('2026-11-28T08:30:00+01:00'), noCounter);
  // A slot with an appointment stays as long as the appointment.
  assert.deepEqual(await leftAt('2026-12-04T08:30:00+01:00'), { ...noCounter, slot: 1 });
  const noAppointment = { ...noCounter, appointment: 0, slot: 0 };
  assert.deepEqual(await leftAt('2027-03-04T08:30:00+01:00'), noAppointment);
  assert.deepEqual(await leftAt('2027-06-12T08:30:00+01:00'), { ...noAppointment, audit_entry: 0 });
  const { intact, segments } = await verifyAudit(platform.database);
  assert.deepEqual([intact, segments > 0], [true, true]);
  await platform.setClock(MONDAY);
});

test('orientations and calls to practices are kept for their own time', async () => {
  const OWN = { decision: { kind: 'own' }, insee: '76351' };
  const body = { outcome: 'unscheduled-consultation', ...OWN };
  await platform.setClock(MONDAY);
  const callId = await callPractice(platform, 'regulator', { scheduleId: schedule });
  const made = await platform.call('POST', '/v1/orientations', { as: 'regulator', body });
  assert.equal(made.status, 201);
  await platform.database.query('update orientation set call_id = $1', [callId]);
  const kept = async (instant: string) => {
    await leftAt(instant);
    return [await count('orientation'), await count('practice_call')];
  };
  assert.deepEqual(await kept('2027-01-22T07:59:00+01:00'), [1, 1]);
  assert.deepEqual(await kept('2027-01-22T08:01:00+01:00'), [0, 0]);
  await platform.setClock(MONDAY);
});

test('deletion goes batch by batch, to the end, and leaves what somebody has locked', async () => {
  const { database } = platform;
  await database.query('create table pile (id int primary key)');
  await database.query('insert into pile select generate_series(1, 1000)');
  assert.equal(await deleteInBatches(database, 'pile', 't.id > $1', [100], 37), 900);
  assert.equal(await count('pile'), 100);
  assert.equal(await deleteInBatches(database, 'pile', 't.id > $1', [100], 37), 0);
});

test('two processes that erase at once erase everything once', async () => {
  const { database } = platform;
  await database.query('create table heap (id int primary key)');
  await database.query('insert into heap select generate_series(1, 3000)');
  const erase = () => deleteInBatches(database, 'heap', 'true', [], 50);
  const erased = await Promise.all([erase(), erase(), erase()]);
  assert.equal(erased[0] + erased[1] + erased[2], 3000);
  assert.equal(await count('heap'), 0);
});

test('a hold that is gone answers its replay with 410, and a booking goes on answering', async () => {
  const slotId = await addSlot(platform, schedule, slotAt('2026-11-24T10:00:00+01:00'));
  const hold = () =>
    platform.call('POST', '/v1/holds', {
      as: 'public',
      headers: { 'idempotency-key': 'hold-once' },
      body: { slotId },
    });
  assert.equal((await hold()).status, 201);
  await platform.database.query('delete from hold where slot_id = $1', [slotId]);
  const replay = await hold();
  assert.deepEqual([replay.status, replay.body.code], [410, 'gone']);
});

test('sealing runs with the other jobs', async () => {
  await platform.setClock('2026-11-23T23:00:00+01:00');
  await platform.platform.runJobs();
  assert.equal((await verifyAudit(platform.database)).unsealed, 0);
  assert.equal(await sealAudit(platform.database), 0);
  await platform.setClock(MONDAY);
});
