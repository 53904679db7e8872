import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process has this data directory. */
export class DirectoryLockedError extends Error {
  override readonly name = 'DirectoryLockedError';

  constructor(directory: string, holder: string) {
    super(
      `The data directory ${directory} is in use by ${holder}. ` +
        'Two processes on one directory lose data: stop the other one, or choose another --data.',
    );
  }
}

/** Gives the directory back. */
export interface DirectoryLock {
  release(): void;
}

/**
 * Takes the directory for this process alone.
 *
 * The lock is an exclusive transaction on a tiny SQLite file, that is a lock of the operating system:
 * it dies with its holder, however the holder dies, and the next process takes it at once. PGlite
 * itself does not refuse a second process on one directory; rows are then lost silently.
 *
 * @throws {DirectoryLockedError} at once when it is taken.
 */
export function lockDirectory(directory: string): DirectoryLock {
  const holderFile = join(directory, 'lock.json');
  const file = new DatabaseSync(join(directory, 'lock.sqlite'), { timeout: 0 });
  try {
    file.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch {
    file.close();
    throw new DirectoryLockedError(directory, readHolder(holderFile));
  }
  writeFileSync(holderFile, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
  return {
    release() {
      rmSync(holderFile, { force: true });
      file.close();
    },
  };
}

function readHolder(path: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(path, 'utf8')) as { pid: number; since: string };
    return `process ${pid} since ${since}`;
  } catch {
    return 'another process';
  }
}
