import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { freshDatabase } from '../testing/test-database.ts';
import { openDatabase } from './connection.ts';
import type { Sql } from './database.ts';

/** Whatever is asked for on one connection of a new database. */
async function onConnection(work: (sql: Sql) => Promise<void>): Promise<void> {
  const database = await openDatabase(await freshDatabase());
  await database.transaction(work).finally(() => database.close());
}

const textOf = (number: number) => `select $1::int + ${number} as sum`;

async function ask(sql: Sql, ...numbers: number[]): Promise<void> {
  for (const number of numbers) {
    const rows = await sql.query(textOf(number), [1], 'often');
    assert.deepEqual(rows, [{ sum: 1 + number }]);
  }
}

/** Numbers of the texts that the server keeps for this connection. */
async function kept(sql: Sql): Promise<number[]> {
  const rows = await sql.query<{ number: number }>(
    `select substring(statement from '[+] (\\d+) as sum')::int as number
     from pg_prepared_statements where name like 'sas-%' order by number`,
  );
  return rows.map(({ number }) => number);
}

/** Lets the clock of plans go on. */
function later(context: TestContext): (ms: number) => void {
  const real = performance.now.bind(performance);
  let ahead = 0;
  context.mock.method(performance, 'now', () => real() + ahead);
  return (ms) => void (ahead += ms);
}

const upTo = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => from + index);

test('what comes after 64 others is kept once one of them comes no more, and that one is not', async (context) => {
  const wait = later(context);
  await onConnection(async (sql) => {
    await ask(sql, ...upTo(0, 64));
    await ask(sql, 64);
    assert.deepEqual(await kept(sql), upTo(0, 64), 'all came a moment ago');
    wait(31_000);
    await ask(sql, ...upTo(0, 7), ...upTo(8, 64));
    await ask(sql, 64);
    assert.deepEqual(await kept(sql), [...upTo(0, 7), ...upTo(8, 65)]);
    await ask(sql, 7, 64);
    assert.equal((await kept(sql)).length, 64);
    wait(31_000);
    await ask(sql, 7);
    assert.deepEqual(await kept(sql), upTo(1, 65), 'the one that waited longest has gone');
  });
});

test('a text that could not be planned leaves its place', async (context) => {
  const wait = later(context);
  await onConnection(async (sql) => {
    await sql.query('savepoint before');
    const failing = sql.query('select $1::int + nothing as sum', [1], 'often');
    await assert.rejects(failing, /nothing/);
    await sql.query('rollback to before');
    for (let round = 0; round < 2; round += 1) {
      wait(31_000);
      await ask(sql, ...upTo(round * 64, (round + 1) * 64));
      assert.deepEqual(await kept(sql), upTo(round * 64, (round + 1) * 64));
    }
  });
});
