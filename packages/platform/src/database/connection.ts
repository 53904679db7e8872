import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { type Database, databaseOverPool, types } from './database.ts';
import { lockDirectory } from './lock.ts';
import { migrate } from './migrations.ts';
import { notificationsOverConnection, notificationsOverPool } from './notifications.ts';

/** Where the data lives. */
export type DatabaseLocation =
  | { url: string; poolSize: number }
  /** `null` keeps everything in memory, for tests. */
  | { directory: string | null; template?: Blob };

/** Where the settings say that it lives. */
export function databaseLocation(config: {
  databaseUrl: string | null;
  poolSize: number;
  data: string;
}): DatabaseLocation {
  return config.databaseUrl === null
    ? { directory: config.data }
    : { url: config.databaseUrl, poolSize: config.poolSize };
}

/**
 * Opens the database and brings its schema up to date.
 *
 * @throws {DirectoryLockedError} when another process has the data directory.
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const database =
    'url' in location
      ? openPostgresql(location.url, location.poolSize)
      : await openPglite(location);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function openPostgresql(url: string, poolSize: number): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    types,
    // Searches are short: compiling a plan costs more than it saves.
    options: '-c jit=off -c timezone=UTC -c statement_timeout=15000 -c lock_timeout=10000',
  });
  pool.on('error', () => undefined); // an idle connection that drops is replaced at the next query
  return databaseOverPool(pool, 'postgresql', notificationsOverConnection(url));
}

async function openPglite(location: {
  directory: string | null;
  template?: Blob;
}): Promise<Database> {
  const { directory, template } = location;
  if (directory !== null) await mkdir(directory, { recursive: true });
  const lock = directory === null ? null : lockDirectory(directory);
  try {
    const lite = await PGlite.create({
      ...(directory === null ? {} : { dataDir: join(directory, 'pglite') }),
      ...(template === undefined ? {} : { loadDataDir: template }),
      extensions: { btree_gist },
    });
    // One connection that never idles out: PGlite is single-user and LISTEN lives on it.
    const pool = new pg.Pool({ ...createPgConfig(lite), max: 1, idleTimeoutMillis: 0, types });
    return databaseOverPool(pool, 'pglite', notificationsOverPool(pool), async () => {
      if (!lite.closed) await lite.close();
      lock?.release();
    });
  } catch (error) {
    lock?.release();
    throw error;
  }
}
