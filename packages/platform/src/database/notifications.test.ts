import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { freshDatabase } from '../testing/test-database.ts';
import { openDatabase } from './connection.ts';
import type { Database } from './database.ts';

const skip = !process.env['SAS_TEST_DATABASE_URL'] && 'runs on PostgreSQL only';

async function open(t: TestContext, location: Awaited<ReturnType<typeof freshDatabase>>) {
  const database = await openDatabase(location);
  t.after(() => database.close());
  return database;
}

/** Hears `sas_agenda`; what it hears, and a wait for what it should hear. */
function hear(database: Database) {
  const heard: string[] = [];
  let wake: () => void = () => undefined;
  const note = (what: string) => {
    heard.push(what);
    wake();
  };
  const stop = database.notifications.listen('sas_agenda', {
    told: note,
    missed: () => note('missed'),
  });
  const until = async (last: string) => {
    while (heard.at(-1) !== last) await new Promise<void>((done) => (wake = done));
  };
  return { heard, until, stop };
}

const tell = (database: Database, payload: string) =>
  database.query(`select pg_notify('sas_agenda', $1)`, [payload]);

test('what a transaction tells is heard once it is committed, each text once', async (t) => {
  const database = await open(t, await freshDatabase());
  const { heard, until } = hear(database);
  await until('missed');
  await database
    .transaction(async (sql) => {
      await sql.query(`select pg_notify('sas_agenda', 'rolled back')`);
      throw new Error('not this one');
    })
    .catch(() => undefined);
  await database.transaction(async (sql) => {
    for (const payload of ['a', 'a', 'b'])
      await sql.query(`select pg_notify('sas_agenda', $1)`, [payload]);
  });
  await until('b');
  assert.deepEqual(heard, ['missed', 'a', 'b']);
});

test('who stopped listening hears nothing more', async (t) => {
  const database = await open(t, await freshDatabase());
  const [one, other] = [hear(database), hear(database)];
  await one.until('missed');
  one.stop();
  await tell(database, 'a');
  await other.until('a');
  assert.deepEqual(one.heard, ['missed']);
});

test(
  'another process is heard, and a lost connection says that something may be missing',
  { skip },
  async (t) => {
    const location = await freshDatabase();
    const [here, there] = [await open(t, location), await open(t, location)];
    const { until } = hear(here);
    await until('missed');
    await tell(there, 'from there');
    await until('from there');
    await there.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query like 'listen sas_agenda%'`,
    );
    await until('missed');
    await tell(there, 'after the loss');
    await until('after the loss');
  },
);
