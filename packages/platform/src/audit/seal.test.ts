import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDatabase } from '../database/connection.ts';
import type { Database } from '../database/database.ts';
import { freshDatabase } from '../testing/test-database.ts';
import { startTestPlatform } from '../testing/test-platform.ts';
import { type AuditEntry, canonicalEntry, writeEntry } from './entry.ts';
import { purgeAudit } from './purge.ts';
import { sealAudit } from './seal.ts';
import { hashContent } from './segment.ts';
import { verifyAudit } from './verify.ts';

const ENTRY: AuditEntry = {
  subject: 'regulator',
  roles: ['regulator'],
  operation: 'bookAppointment',
  right: 'appointment:book',
  kind: 'appointment',
  record: null,
  result: 'done',
};
const YEAR = 365;
let database: Database;

before(async () => {
  database = await openDatabase(await freshDatabase());
});
after(() => database.close());

async function setClock(instant: string): Promise<void> {
  await database.query('update clock set shift = $1::timestamptz - statement_timestamp()', [
    instant,
  ]);
}

/** Writes entries at an instant. */
async function write(instant: string, count: number): Promise<void> {
  await setClock(instant);
  for (let index = 0; index < count; index += 1) await writeEntry(database, ENTRY);
}

/** Changes what the triggers protect, as whoever owns the database could. */
async function tamper(statement: string): Promise<void> {
  const tables = ['audit_entry', 'audit_segment'];
  for (const table of tables) await database.query(`alter table ${table} disable trigger user`);
  await database.query(statement);
  for (const table of tables) await database.query(`alter table ${table} enable trigger user`);
}

test('an entry is one line that depends on its content alone', () => {
  const at = new Date('2026-11-23T07:10:05.900Z');
  assert.equal(
    canonicalEntry({ ...ENTRY, id: 7, at, record: 'x' }),
    '[7,"2026-11-23T07:10:05Z","regulator",["regulator"],"bookAppointment","appointment:book","appointment","x","done"]',
  );
  const empty = hashContent().end();
  assert.equal(empty.content, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('entries are sealed once their hour is over, each seal over the one before', async () => {
  await write('2026-11-23T08:10:00+01:00', 3);
  assert.equal(await sealAudit(database), 0);
  await setClock('2026-11-23T09:00:01+01:00');
  assert.equal(await sealAudit(database), 3);
  assert.equal(await sealAudit(database), 0);
  await write('2026-11-23T09:20:00+01:00', 2);
  await write('2026-11-23T10:05:00+01:00', 1);
  assert.equal(await sealAudit(database), 2);
  const verdict = await verifyAudit(database);
  assert.deepEqual(
    { ...verdict, head: verdict.head!.number },
    { intact: true, segments: 2, entries: 5, unsealed: 1, head: 2, broken: null },
  );
});

test('the database refuses to change, remove or empty what stands', async () => {
  const statements = [
    `update audit_entry set subject = 'somebody else'`,
    'delete from audit_entry',
    'delete from audit_entry where id = (select max(id) from audit_entry)',
    'truncate audit_entry',
    `update audit_segment set hash = 'x'`,
    `update audit_segment set purged_at = sas_now(), entries = 1`,
    'delete from audit_segment',
    'truncate audit_segment',
  ];
  for (const statement of statements)
    await assert.rejects(database.query(statement), /append-only|not changed/, statement);
  assert.equal((await verifyAudit(database)).intact, true);
});

test('number and time of an entry are given by the database, whatever is sent', async () => {
  await setClock('2026-11-23T10:06:00+01:00');
  const before = await database.now();
  await database.query(
    `insert into audit_entry (id, at, subject, roles, operation, kind, result)
     values (1, '2020-01-01T00:00:00Z', 'x', '{}', 'x', 'x', 'done')`,
  );
  const rows = await database.query<{ id: number; at: Date }>(
    `select id, at from audit_entry where subject = 'x'`,
  );
  assert.ok(rows[0]!.id > 1);
  const { at } = rows[0]!;
  assert.equal(at.getMilliseconds(), 0);
  assert.ok(at.getTime() > before.getTime() - 1000 && at <= (await database.now()));
});

/** What somebody with the database in hand may do, the segment that shows it, and how it is put right. */
const TAMPERED: [string, string, { number: number; fault: string }, string][] = [
  [
    'an entry changed',
    `update audit_entry set subject = 'nobody' where id = 2`,
    { number: 1, fault: 'entries' },
    `update audit_entry set subject = 'regulator' where id = 2`,
  ],
  [
    'an entry removed',
    `delete from audit_entry where id = 5`,
    { number: 2, fault: 'entries' },
    `insert into audit_entry (id, at, subject, roles, operation, right_held, kind, result)
     select 5, at, subject, roles, operation, right_held, kind, result from audit_entry where id = 4`,
  ],
  [
    'a count changed',
    'update audit_segment set entries = 9 where number = 1',
    { number: 1, fault: 'header' },
    'update audit_segment set entries = 3 where number = 1',
  ],
  [
    'a segment renumbered away',
    'update audit_segment set number = 10 where number = 1',
    { number: 1, fault: 'missing' },
    'update audit_segment set number = 1 where number = 10',
  ],
];

for (const [what, statement, broken, repair] of TAMPERED) {
  test(`${what}: the check names the first broken segment`, async () => {
    await tamper(statement);
    const verdict = await verifyAudit(database);
    await tamper(repair);
    assert.deepEqual([verdict.intact, verdict.broken], [false, broken]);
    assert.equal((await verifyAudit(database)).intact, true);
  });
}

test('a chain rewritten as a whole, or cut short, is shown by a seal noted elsewhere', async () => {
  const { head } = await verifyAudit(database);
  assert.equal((await verifyAudit(database, head!)).intact, true);
  const other = { number: head!.number, hash: 'f'.repeat(64) };
  assert.deepEqual((await verifyAudit(database, other)).broken, { number: 2, fault: 'anchor' });
  const later = { number: head!.number + 1, hash: head!.hash };
  assert.deepEqual((await verifyAudit(database, later)).broken, { number: 3, fault: 'missing' });
});

test('after a year the entries of a segment go, its seal stays and the chain is proved as before', async () => {
  await setClock('2027-11-23T09:00:00+01:00');
  assert.equal(await purgeAudit(database, YEAR), 3);
  assert.equal(await purgeAudit(database, YEAR), 0);
  const verdict = await verifyAudit(database);
  assert.deepEqual([verdict.intact, verdict.segments, verdict.entries], [true, 2, 2]);
  await tamper('update audit_segment set entries = 4 where number = 1');
  assert.deepEqual((await verifyAudit(database)).broken, { number: 1, fault: 'header' });
  await tamper('update audit_segment set entries = 3 where number = 1');
  // What no seal protects yet is never erased, however old.
  await setClock('2030-01-01T00:00:00+01:00');
  await purgeAudit(database, YEAR);
  assert.equal((await verifyAudit(database)).unsealed, 2);
});

test('twenty callers who write while others seal lose no entry and break no seal', async () => {
  const platform = await startTestPlatform();
  const { database: shared } = platform;
  await platform.setClock('2026-11-23T08:59:00+01:00');
  const before = await shared.query<{ count: number }>(
    'select count(*)::int as count from audit_entry',
  );
  const writers = Array.from({ length: 20 }, async (_, index) => {
    for (let each = 0; each < 10; each += 1) {
      if (index === 0 && each === 5) await platform.setClock('2026-11-23T09:59:00+01:00');
      await shared.transaction((sql) => writeEntry(sql, ENTRY));
      if (index % 5 === 0) await sealAudit(shared);
    }
  });
  await Promise.all(writers);
  await platform.setClock('2026-11-23T11:00:00+01:00');
  await sealAudit(shared);
  const { intact, entries, unsealed } = await verifyAudit(shared);
  assert.deepEqual([intact, entries, unsealed], [true, before[0]!.count + 200, 0]);
  await platform.close();
});
