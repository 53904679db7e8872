import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SCHEMA = new URL('schema.sql', import.meta.url);

/** A data directory that cannot be used. */
export class DataError extends Error {
  override readonly name = 'DataError';
}

/**
 * Opens the program's database: a file of the directory, or in memory. Every answered change is on the
 * disk: neither `kill -9` nor a power cut loses it.
 *
 * @param directory null: nothing outlives the process.
 * @throws {DataError} when the directory cannot be used.
 */
export function openDatabase(directory: string | null): DatabaseSync {
  try {
    if (directory !== null) mkdirSync(directory, { recursive: true });
    const path = directory === null ? ':memory:' : join(directory, 'agenda.sqlite');
    const database = new DatabaseSync(path, { timeout: 5_000 });
    database.exec('pragma journal_mode = wal; pragma synchronous = full');
    database.exec(readFileSync(SCHEMA, 'utf8'));
    return database;
  } catch (error) {
    throw new DataError(`Data directory ${directory}: ${(error as Error).message}.`);
  }
}

/** Does all of it or none. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('begin immediate');
  try {
    const result = work();
    database.exec('commit');
    return result;
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}
