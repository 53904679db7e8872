import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.ts';

const folder = new URL('../../migrations/', import.meta.url);
/** Any constant: one migrating process at a time. */
const MIGRATION_LOCK = 7_150_015;

/** Applies what `migrations/NNNN_*.sql` adds, in order, each in a transaction of its own. Forward only. */
export async function migrate(database: Database): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  for (const [index, name] of names.entries()) {
    await database.transaction(async (sql) => {
      await sql.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
      await sql.query('create table if not exists migration (name text primary key)');
      const inserted = await sql.query(
        'insert into migration (name) values ($1) on conflict do nothing returning name',
        [name],
      );
      if (inserted.length > 0) await runScript(sql, texts[index]!);
    });
  }
}

/** A script without parameters goes over the simple protocol, which takes several statements. */
async function runScript(sql: { query(text: string): Promise<unknown> }, text: string) {
  await sql.query(text);
}
