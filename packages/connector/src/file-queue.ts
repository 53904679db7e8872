import { open, readFile, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Serial } from './serial.ts';
import { MemoryQueue } from './appointments/memory-queue.ts';
import type { AbandonedTask, AppointmentQueue, AppointmentTask } from './appointments/queue.ts';

type Line =
  | { readonly add: AppointmentTask }
  | { readonly update: AppointmentTask }
  | { readonly done: string }
  | { readonly abandon: string; readonly reason: string };

/** Lines after which the file is written anew with what still waits. */
const REWRITE_AFTER = 10_000;

/**
 * Waits in a file to which lines of JSON are appended, each on the disk before its promise is
 * fulfilled. One process at a time; a line cut by a crash is passed over. The file is readable by its
 * owner only.
 */
export class FileQueue implements AppointmentQueue {
  readonly #path: string;
  readonly #memory: MemoryQueue;
  readonly #serial = new Serial();
  #file: FileHandle;
  #lines = 0;

  private constructor(path: string, memory: MemoryQueue, file: FileHandle) {
    this.#path = path;
    this.#memory = memory;
    this.#file = file;
  }

  /** Opens a queue; the file is made when it is missing. */
  static async open(path: string): Promise<FileQueue> {
    const memory = new MemoryQueue();
    for (const line of await linesOf(path)) await replay(line, memory);
    return new FileQueue(path, memory, await rewrite(path, memory));
  }

  add(task: AppointmentTask): Promise<void> {
    return this.#append({ add: task });
  }

  pending(): Promise<readonly AppointmentTask[]> {
    return this.#memory.pending();
  }

  update(task: AppointmentTask): Promise<void> {
    return this.#append({ update: task });
  }

  done(id: string): Promise<void> {
    return this.#append({ done: id });
  }

  abandon(id: string, reason: string): Promise<void> {
    return this.#append({ abandon: id, reason });
  }

  abandoned(): Promise<readonly AbandonedTask[]> {
    return this.#memory.abandoned();
  }

  /** Closes the file once everything asked for is on the disk. */
  close(): Promise<void> {
    return this.#serial.run(() => this.#file.close());
  }

  #append(line: Line): Promise<void> {
    return this.#serial.run(async () => {
      await this.#file.appendFile(`${JSON.stringify(line)}\n`);
      await this.#file.datasync();
      await replay(line, this.#memory);
      this.#lines += 1;
      if (this.#lines < REWRITE_AFTER) return;
      const old = this.#file;
      this.#file = await rewrite(this.#path, this.#memory);
      this.#lines = 0;
      await old.close();
    });
  }
}

async function linesOf(path: string): Promise<Line[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line): Line[] => {
    if (line === '') return [];
    try {
      return [JSON.parse(line) as Line];
    } catch {
      // The line that a crash cut: its promise was never fulfilled.
      return [];
    }
  });
}

async function replay(line: Line, memory: MemoryQueue): Promise<void> {
  if ('add' in line) await memory.add(line.add);
  else if ('update' in line) await memory.update(line.update);
  else if ('done' in line) await memory.done(line.done);
  else await memory.abandon(line.abandon, line.reason);
}

/** Writes what still matters beside, then puts it in place of the file: never half of it is seen. */
async function rewrite(path: string, memory: MemoryQueue): Promise<FileHandle> {
  const lines: Line[] = [];
  for (const { task, reason } of await memory.abandoned()) {
    lines.push({ add: task }, { abandon: task.id, reason });
  }
  for (const task of await memory.pending()) lines.push({ add: task });
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w', 0o600);
  await file.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await file.sync();
  await rename(temporary, path);
  await syncFolder(dirname(path));
  return file;
}

/** Makes a renaming outlast a power cut; where folders cannot be opened it is left to the system. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
