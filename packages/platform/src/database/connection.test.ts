import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { freshDatabase } from '../testing/test-database.ts';
import { openDatabase } from './connection.ts';
import { ConnectionLostError, databaseOverPool } from './database.ts';
import { notificationsOverConnection } from './notifications.ts';

const skip = !process.env['SAS_TEST_DATABASE_URL'] && 'runs on PostgreSQL only';

test(
  'a connection that drops in use fails its work, and neither the process nor the next',
  { skip },
  async () => {
    const database = await openDatabase(await freshDatabase());
    const lost = database.transaction(async (sql) => {
      const rows = await sql.query<{ pid: number }>('select pg_backend_pid() as pid');
      await database.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
      await sql.query('select 1');
    });
    await assert.rejects(lost, ConnectionLostError);
    assert.ok((await database.now()) instanceof Date);
    await database.close();
  },
);

test('whoever gets no connection in time is told that the database is away', { skip }, async () => {
  const location = await freshDatabase();
  assert.ok('url' in location);
  const { url } = location;
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 50 });
  const database = databaseOverPool(pool, 'postgresql', notificationsOverConnection(url));
  await database.transaction(async (sql) => {
    await assert.rejects(database.query('select 1'), ConnectionLostError);
    await assert.rejects(
      database.transaction(async () => undefined),
      ConnectionLostError,
    );
    await sql.query('select 1');
  });
  assert.deepEqual(await database.query('select 1 as one'), [{ one: 1 }]);
  await database.close();
});

test('a failed statement leaves the connection as it was', async () => {
  const database = await openDatabase(await freshDatabase());
  await assert.rejects(database.query('select 1/0'), /division by zero/);
  await assert.rejects(
    database.transaction((sql) => sql.query('select 1/0')),
    /division by zero/,
  );
  assert.deepEqual(await database.query('select 1 as one'), [{ one: 1 }]);
  await database.close();
});

test('texts that come often answer as others do, however many there are, after a failure too', async () => {
  const database = await openDatabase(await freshDatabase());
  for (let time = 0; time < 2; time += 1) {
    for (let number = 0; number < 80; number += 1) {
      const text = `select $1::int + ${number} as sum`;
      assert.deepEqual(await database.query(text, [time], 'often'), [{ sum: time + number }]);
    }
    await assert.rejects(database.query('select 1 / $1::int', [0], 'often'), /division by zero/);
  }
  const rows = await database.transaction((sql) =>
    sql.query('select 6 / $1::int as n', [3], 'often'),
  );
  assert.deepEqual(rows, [{ n: 2 }]);
  await database.close();
});
