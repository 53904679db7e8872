import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { auditedDatabase } from '../audit/trail.ts';
import { createSecrets, type Secrets } from '../booking/secrets.ts';
import type { Database } from '../database/database.ts';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { callPractice, orient, OWN } from '../testing/regulation-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { UnknownPersonError } from './person.ts';
import { erasePerson, exportPerson } from './rights-of-persons.ts';

const MONDAY = '2026-11-23T08:00:00+01:00';
const KEY = Buffer.alloc(32, 7);
const contact = { name: 'Dominique Exemple', phone: '06 39 98 00 01' };
let platform: TestPlatform;
let database: Database;
let secrets: Secrets;
let schedule: string;

before(async () => {
  platform = await startTestPlatform({
    SAS_SECRET_KEY: KEY.toString('base64'),
    SAS_HOLDS_PER_ADDRESS: '100',
  });
  database = auditedDatabase(platform.database);
  secrets = createSecrets(KEY);
  await platform.setClock(MONDAY);
  schedule = await openAgenda(platform);
});
after(() => platform.close());

let minute = 0;
async function freshSlot(): Promise<string> {
  const start = new Date(Date.parse('2026-11-23T10:00:00+01:00') + minute * 60_000);
  minute += 20;
  return addSlot(platform, schedule, slotAt(start.toISOString()));
}

async function bookPublic() {
  const slotId = await freshSlot();
  const hold = await platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } });
  const { body } = await platform.call('POST', '/v1/appointments', {
    as: 'public',
    body: { slotId, holdId: hold.body.id, contact },
  });
  return body as { id: string; reference: string; manageToken: string };
}

async function lastEntry(): Promise<Record<string, unknown>> {
  const rows = await database.query(
    'select subject, operation, kind, record from audit_entry order by id desc limit 1',
  );
  return rows[0]!;
}

test('a visitor is told everything of a booking, by reference and manage token, and the trail says so', async () => {
  const booked = await bookPublic();
  const path = `/v1/appointments/${booked.id}`;
  await platform.call('GET', path, { as: 'practitioner' });
  const told = await exportPerson(database, secrets, booked);
  assert.deepEqual(Object.keys(told).sort(), ['appointment', 'audit', 'contact']);
  const [sealed] = told['contact'] as Record<string, unknown>[];
  assert.deepEqual([sealed!['name'], sealed!['phone']], [contact.name, '+33639980001']);
  const [appointment] = told['appointment'] as Record<string, unknown>[];
  assert.deepEqual(
    [appointment!['reference'], appointment!['status']],
    [booked.reference, 'booked'],
  );
  const reads = (told['audit'] as { kind: string; roles: string[] }[]).filter(
    ({ kind }) => kind === 'contact',
  );
  assert.deepEqual(
    reads.map(({ roles }) => roles),
    [['practitioner']],
  );
  assert.deepEqual(await lastEntry(), {
    subject: 'command',
    operation: 'exportPerson',
    kind: 'appointment',
    record: booked.id,
  });
});

test('reference and token go together, or nothing is told nor erased', async () => {
  const [one, other] = [await bookPublic(), await bookPublic()];
  const queries = [
    { reference: one.reference, manageToken: other.manageToken },
    { reference: one.reference, manageToken: 'nonsense' },
    { reference: 'AAAA', manageToken: one.manageToken },
  ];
  for (const query of queries) {
    await assert.rejects(exportPerson(database, secrets, query), UnknownPersonError);
    await assert.rejects(erasePerson(database, query), UnknownPersonError);
  }
  assert.equal((await exportPerson(database, secrets, one))['contact']!.length, 1);
});

test('an erased contact is gone for the practice too; the appointment stays and can be cancelled', async () => {
  const booked = await bookPublic();
  const { erased, kept } = await erasePerson(database, booked);
  assert.deepEqual(erased, { contact: 1 });
  assert.deepEqual(Object.keys(kept).sort(), ['appointment', 'audit']);
  assert.equal((await lastEntry())['operation'], 'erasePerson');
  const path = `/v1/appointments/${booked.id}`;
  const read = await platform.call('GET', path, { as: 'practitioner' });
  assert.deepEqual([read.status, read.body.contact], [200, undefined]);
  assert.deepEqual((await exportPerson(database, secrets, booked))['contact'], []);
  const headers = { 'sas-manage-token': booked.manageToken };
  const cancelled = await platform.call('POST', `${path}/cancel`, { as: 'public', headers });
  assert.equal(cancelled.body.status, 'cancelled');
});

/** An account with one of everything that refers to it. */
async function openAccount(nationalId: string): Promise<string> {
  const rows = await database.query<{ id: string }>(
    `insert into account (national_id, family, given, created_at)
     values ($1, 'AUBRY', 'Camille', sas_now()) returning id`,
    [nationalId],
  );
  const { id } = rows[0]!;
  await database.query(`insert into account_role values ($1, 'regulator', 'le-havre-fecamp')`, [
    id,
  ]);
  await database.query(
    `insert into delegation (account_id, national_id, scopes, asked_at)
     values ($1, '810999900018', '{agenda}', sas_now())`,
    [id],
  );
  await database.query(
    `insert into session (token_hash, account_id, practitioner, regulation_access, provider_token,
       created_at, rotated_at, seen_at, expires_at)
     values ($2, $1, true, true, '\\x00', sas_now(), sas_now(), sas_now(), sas_now())`,
    [id, `hash of ${nationalId}`],
  );
  await database.query(
    `insert into practitioner_participation (national_id, participates, refuses_vendor_slots,
       declares_hours, redirection_scheme, changed_at) values ($1, false, false, false, false, sas_now())`,
    [nationalId],
  );
  return id;
}

test('whoever has an account is told all of it, without a secret, and it goes but for what must stay', async () => {
  const id = await openAccount('899999900042');
  const stranger = await openAccount('899999900059');
  const subject = `account:${id}`;
  await platform.call('POST', '/v1/appointments', {
    as: 'regulator',
    body: { slotId: await freshSlot() },
  });
  await database.query('update appointment set booked_by = $1 where booked_by = $2', [
    subject,
    'regulator',
  ]);
  await database.query(
    `update appointment set cancellation = 'asked', cancel_asked_at = sas_now(), cancel_asked_by = $1
     where booked_by = $1`,
    [subject],
  );
  await orient(platform, 'regulator', { outcome: 'advice', ...OWN });
  await callPractice(platform, 'regulator', { scheduleId: schedule });
  await database.query('update orientation set made_by = $1', [subject]);
  await database.query('update practice_call set called_by = $1', [subject]);
  const told = await exportPerson(database, secrets, { subject: '899999900042' });
  for (const name of [
    'account',
    'orientationsMade',
    'callsToPractices',
    'roles',
    'delegations',
    'sessions',
    'appointmentsBooked',
    'cancellationsAsked',
    'participation',
  ])
    assert.equal(told[name]!.length, 1, name);
  assert.equal(JSON.stringify(told).includes('hash of'), false);
  assert.equal(JSON.stringify(told).includes('899999900059'), false);
  assert.deepEqual(
    await exportPerson(database, secrets, { subject }).then(({ account }) => account),
    told['account'],
  );

  const { erased, kept } = await erasePerson(database, { subject });
  assert.deepEqual(
    [
      erased['account'],
      erased['roles'],
      erased['delegations'],
      erased['sessions'],
      erased['appointmentsBooked'],
      erased['cancellationsAsked'],
      erased['participation'],
      erased['orientationsMade'],
      erased['callsToPractices'],
    ],
    [1, 1, 1, 1, 1, 1, 1, 1, 1],
  );
  assert.deepEqual(Object.keys(kept).sort(), [
    'accountsAtEditors',
    'agendas',
    'audit',
    'callsReceived',
    'connectedSoftware',
    'protocolsSigned',
  ]);
  const left = await exportPerson(database, secrets, { subject });
  for (const [name, rows] of Object.entries(left))
    assert.equal(rows.length > 0, name === 'audit', name);
  const others = await exportPerson(database, secrets, { subject: `account:${stranger}` });
  assert.deepEqual([others['account']!.length, others['sessions']!.length], [1, 1]);
});

test('a machine or token without account is known by its subject: holds, keys, bookings, audit', async () => {
  const slotId = await freshSlot();
  const headers = { 'idempotency-key': 'machine-1' };
  await platform.call('POST', '/v1/holds', { as: 'dispatch-software', body: { slotId }, headers });
  const told = await exportPerson(database, secrets, { subject: 'dispatch' });
  assert.deepEqual([told['holds']!.length, told['idempotencyKeys']!.length], [1, 1]);
  assert.ok(told['audit']!.length > 0);
  const { erased } = await erasePerson(database, { subject: 'dispatch' });
  assert.deepEqual([erased['holds'], erased['idempotencyKeys'], erased['account']], [1, 1, 0]);
});

test('an erasure that fails half-way erases nothing and leaves no entry', async () => {
  const id = await openAccount('899999900067');
  await database.query('create table clings (account_id uuid references account (id)); ');
  await database.query('insert into clings values ($1)', [id]);
  const before = await lastEntry();
  await assert.rejects(erasePerson(database, { subject: `account:${id}` }));
  assert.deepEqual(await lastEntry(), before);
  const told = await exportPerson(database, secrets, { subject: `account:${id}` });
  assert.deepEqual([told['sessions']!.length, told['roles']!.length], [1, 1]);
});

test('whatever table names an account, a booker or a record of a person is looked at', async () => {
  const rows = await database.query<{ table: string }>(
    `select distinct table_name as "table" from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE'
       and column_name in ('account_id', 'subject', 'booked_by', 'cancel_asked_by', 'caller', 'sealed', 'national_id') order by 1`,
  );
  const looked = [
    'account',
    'account_role',
    'agenda_feed',
    'appointment',
    'audit_entry',
    'contact',
    'delegation',
    'editor_account',
    'editor_serves',
    'hold',
    'idempotency',
    'practitioner',
    'practitioner_participation',
    'session',
    'vendor_answer',
    'vendor_slot',
    'webhook',
  ];
  /** Tables of no person; the subject of an event is an appointment, an agenda or an endpoint. */
  const others = [
    'clings',
    'outbox',
    'signing_key',
    'structure',
    'webhook_event',
    'webhook_secret',
  ];
  assert.deepEqual(
    rows.map(({ table }) => table).filter((table) => !others.includes(table)),
    looked,
  );
});
