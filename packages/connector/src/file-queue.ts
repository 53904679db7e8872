import { FileTakenError } from './appointments/line-file.ts';
import { MemoryQueue } from './appointments/memory-queue.ts';
import { parseQueueLine, type QueueLine } from './appointments/queue-line.ts';
import type { AbandonedTask, AppointmentQueue, AppointmentTask } from './appointments/queue.ts';
import { Journal } from './journal.ts';

export { FileTakenError };

/**
 * Waits in a file to which lines of JSON are appended, each on the disk before its promise is
 * fulfilled. A line cut by a crash or a full disk is passed over. One process has the file, the last one
 * that opened it; in the others every call is refused with `FileTakenError`. It is readable by its owner
 * only.
 */
export class FileQueue implements AppointmentQueue {
  readonly #memory: MemoryQueue;
  readonly #journal: Journal<QueueLine>;

  private constructor(memory: MemoryQueue, journal: Journal<QueueLine>) {
    this.#memory = memory;
    this.#journal = journal;
  }

  /** Opens a queue; the file is made when it is missing. */
  static async open(path: string): Promise<FileQueue> {
    const memory = new MemoryQueue();
    const journal = await Journal.open<QueueLine>(path, {
      parse: parseQueueLine,
      apply: (line) => replay(line, memory),
      remaining: () => remaining(memory),
    });
    return new FileQueue(memory, journal);
  }

  add(task: AppointmentTask): Promise<void> {
    return this.#journal.append({ add: task });
  }

  async pending(): Promise<readonly AppointmentTask[]> {
    // What another process has taken over is sent there.
    this.#journal.checkOwner();
    return this.#memory.pending();
  }

  update(task: AppointmentTask): Promise<void> {
    return this.#journal.append({ update: task });
  }

  done(id: string): Promise<void> {
    return this.#journal.append({ done: id });
  }

  abandon(id: string, reason: string): Promise<void> {
    return this.#journal.append({ abandon: id, reason });
  }

  abandoned(): Promise<readonly AbandonedTask[]> {
    return this.#memory.abandoned();
  }

  /** Closes the file once everything asked for is on the disk. */
  close(): Promise<void> {
    return this.#journal.close();
  }
}

async function replay(line: QueueLine, memory: MemoryQueue): Promise<void> {
  if ('add' in line) await memory.add(line.add);
  else if ('update' in line) await memory.update(line.update);
  else if ('done' in line) await memory.done(line.done);
  else await memory.abandon(line.abandon, line.reason);
}

/** What still matters. */
async function remaining(memory: MemoryQueue): Promise<QueueLine[]> {
  const lines: QueueLine[] = [];
  for (const { task, reason } of await memory.abandoned()) {
    lines.push({ add: task }, { abandon: task.id, reason });
  }
  for (const task of await memory.pending()) lines.push({ add: task });
  return lines;
}
