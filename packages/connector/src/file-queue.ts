import { FileTakenError, LineFile } from './appointments/line-file.ts';
import { MemoryQueue } from './appointments/memory-queue.ts';
import { parseQueueLine, type QueueLine } from './appointments/queue-line.ts';
import type { AbandonedTask, AppointmentQueue, AppointmentTask } from './appointments/queue.ts';
import { Serial } from './serial.ts';

export { FileTakenError };

/** Lines after which the file is written anew with what still waits. */
const REWRITE_AFTER = 10_000;

/**
 * Waits in a file to which lines of JSON are appended, each on the disk before its promise is
 * fulfilled. A line cut by a crash or a full disk is passed over. One process has the file, the last one
 * that opened it; in the others every call is refused with `FileTakenError`. It is readable by its owner
 * only.
 */
export class FileQueue implements AppointmentQueue {
  readonly #memory: MemoryQueue;
  readonly #file: LineFile;
  readonly #serial = new Serial();
  #lines = 0;
  #taken: FileTakenError | null = null;

  private constructor(memory: MemoryQueue, file: LineFile) {
    this.#memory = memory;
    this.#file = file;
  }

  /** Opens a queue; the file is made when it is missing. */
  static async open(path: string): Promise<FileQueue> {
    const memory = new MemoryQueue();
    const file = await LineFile.open(path, async (lines) => {
      for (const line of lines) await replay(parseQueueLine(line), memory);
      return remaining(memory);
    });
    return new FileQueue(memory, file);
  }

  add(task: AppointmentTask): Promise<void> {
    return this.#append({ add: task });
  }

  async pending(): Promise<readonly AppointmentTask[]> {
    // What another process has taken over is sent there.
    if (this.#taken !== null) throw this.#taken;
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

  #append(line: QueueLine): Promise<void> {
    return this.#serial.run(async () => {
      try {
        await this.#file.append(JSON.stringify(line));
      } catch (error) {
        if (error instanceof FileTakenError) this.#taken = error;
        throw error;
      }
      await replay(line, this.#memory);
      this.#lines += 1;
      if (this.#lines % REWRITE_AFTER === 0) await this.#rewrite();
    });
  }

  async #rewrite(): Promise<void> {
    try {
      await this.#file.replace(await remaining(this.#memory));
    } catch {
      // The line is on the disk already: the long file does as well, until the next time.
    }
  }
}

async function replay(line: QueueLine | null, memory: MemoryQueue): Promise<void> {
  if (line === null) return;
  if ('add' in line) await memory.add(line.add);
  else if ('update' in line) await memory.update(line.update);
  else if ('done' in line) await memory.done(line.done);
  else await memory.abandon(line.abandon, line.reason);
}

/** What still matters. */
async function remaining(memory: MemoryQueue): Promise<string[]> {
  const lines: QueueLine[] = [];
  for (const { task, reason } of await memory.abandoned()) {
    lines.push({ add: task }, { abandon: task.id, reason });
  }
  for (const task of await memory.pending()) lines.push({ add: task });
  return lines.map((line) => JSON.stringify(line));
}
