import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openDatabase } from '../database/connection.ts';
import type { Database, Sql } from '../database/database.ts';
import { freshDatabase } from '../testing/test-database.ts';
import { eraseEndedWindows, SharedCounters } from './shared-counters.ts';

/** What waits for something that never comes is stopped. */
const LIVELY = { timeout: 120_000 };
const key = randomBytes(32);
let database: Database;
before(async () => {
  database = await openDatabase(await freshDatabase());
});
after(() => database.close());

/** A process of its own over the same database. */
const process = (sql: Sql = database, patienceMs = 10_000) =>
  new SharedCounters(sql, key, patienceMs);

async function allowed(counters: SharedCounters, name: string, quota: number, times: number) {
  const taken = await Promise.all(Array.from({ length: times }, () => counters.take(name, quota)));
  return taken.filter((each) => each.allowed).length;
}

/** The database, with the number of statements that reached it. */
function counted(): Sql & { statements: number } {
  const sql: Sql & { statements: number } = {
    statements: 0,
    query(text, values) {
      sql.statements += 1;
      return database.query(text, values);
    },
  };
  return sql;
}

for (const quota of [1, 7, 40, 600]) {
  test(`three processes together let ${quota} through, and no more`, async () => {
    const processes = [process(), process(), process()];
    const each = await Promise.all(
      processes.map((counters) => allowed(counters, `together ${quota}`, quota, quota)),
    );
    assert.equal(
      each.reduce((sum, count) => sum + count, 0),
      quota,
      String(each),
    );
    const late = await process().take(`together ${quota}`, quota);
    assert.deepEqual([late.allowed, late.remaining], [false, 0]);
    assert.ok(late.ms > 0 && late.ms <= 60_000, String(late.ms));
  });
}

test('most requests cost no statement, and one that is refused costs none', async () => {
  const sql = counted();
  const counters = process(sql);
  for (let index = 0; index < 1000; index += 1) await counters.take('a search', 1000);
  assert.ok(sql.statements <= 30, `${sql.statements} statements for 1000 requests`);
  const before = sql.statements;
  assert.equal(await allowed(counters, 'a search', 1000, 500), 0);
  assert.equal(sql.statements, before);
});

test('callers who come at once share a statement', async () => {
  const sql = counted();
  const counters = process(sql);
  const names = Array.from({ length: 200 }, (_, index) => `visitor ${index}`);
  const taken = await Promise.all(names.map((name) => counters.take(name, 600)));
  assert.ok(taken.every((each) => each.allowed));
  assert.equal(sql.statements, 1);
});

test('what is left is told', async () => {
  const counters = process();
  const left = [];
  for (let index = 0; index < 4; index += 1) left.push((await counters.take('told', 3)).remaining);
  assert.deepEqual(left, [2, 1, 0, 0]);
});

test(
  'nobody waits for a database that is late; what it let through meanwhile is counted after',
  LIVELY,
  async () => {
    let answer!: () => void;
    const silence = new Promise<void>((resolve) => (answer = resolve));
    const late: Sql = {
      async query(text, values) {
        await silence;
        return database.query(text, values);
      },
    };
    const row = createHmac('sha256', key).update('rate late').digest('base64url');
    const counters = process(late, 5);
    assert.equal(await allowed(counters, 'late', 3, 5), 3);
    answer();
    let reported = 0;
    while (reported < 3) {
      assert.equal(await allowed(counters, 'late', 3, 1), 0);
      const rows = await database.query<{ points: number }>(
        'select points from rate_window where name = $1',
        [row],
      );
      reported = rows[0]?.points ?? 0;
    }
    assert.equal((await process().take('late', 3)).allowed, false);
  },
);

test('while the database fails, a process counts for itself', async () => {
  const failing: Sql = { query: () => Promise.reject(new Error('gone')) };
  const counters = process(failing);
  assert.equal(await allowed(counters, 'failing', 10, 25), 10);
  assert.equal(await allowed(counters, 'another', 10, 5), 5);
});

test('a window that is over begins anew', async () => {
  assert.equal(await allowed(process(), 'again', 2, 3), 2);
  assert.equal(await allowed(process(), 'again', 2, 3), 0);
  await database.query(`update rate_window set ends_at = statement_timestamp()`);
  assert.equal(await allowed(process(), 'again', 2, 3), 2);
});

test('no name can be read from the table, and ended windows leave it', async () => {
  // Of one point none is left to be leased ahead: nothing is under way when the rows are read.
  await process().take('anonymous 192.0.2.7', 1);
  const rows = await database.query<{ name: string }>('select name from rate_window');
  assert.ok(rows.length > 0);
  for (const { name } of rows) assert.match(name, /^[\w-]{43}$/);
  await database.query(`update rate_window set ends_at = statement_timestamp() - interval '1 s'`);
  assert.equal(await eraseEndedWindows(database), rows.length);
});
