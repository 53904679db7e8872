import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { DatabaseLocation } from '../database/connection.ts';

/**
 * A database of its own for one test file: PGlite in memory, from the template that `SAS_TEST_TEMPLATE`
 * names or from nothing, or, where `SAS_TEST_DATABASE_URL` names a PostgreSQL server, a new database of
 * that server. The test command runs the whole suite on both.
 */
export async function freshDatabase(): Promise<DatabaseLocation> {
  const server = process.env['SAS_TEST_DATABASE_URL'];
  if (server === undefined || server === '') {
    const template = process.env['SAS_TEST_TEMPLATE'];
    if (!template) return { directory: null };
    return { directory: null, template: new Blob([await readFile(template)]) };
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, poolSize: 10 };
}
