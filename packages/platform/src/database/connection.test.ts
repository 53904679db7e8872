import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase } from '../testing/test-database.ts';
import { openDatabase } from './connection.ts';
import { ConnectionLostError } from './database.ts';

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
