import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../database/database.ts';
import { type OutboxKind, type OutboxKinds, type OutboxRow, UndeliverableError } from './kind.ts';
import { nextWaitSeconds } from './retry-plan.ts';
import { claim, dueLanes, giveBack, noteDead, noteDelivered, noteFailed } from './rows.ts';

/** How often it is looked for what has become due, ms. */
const LOOK_MS = 1_000;

/**
 * Delivers what stands in the outbox, in any number of processes at once: each row at least once, rows
 * of one lane and subject in their order, with longer and longer waits between attempts, for three days or as its kind says.
 */
export class Outbox {
  readonly #database: Database;
  readonly #kinds: OutboxKinds;
  readonly #log: Pick<FastifyBaseLogger, 'error'>;
  readonly #stopping = new AbortController();
  /** Deliveries under way or being taken, by kind and lane. */
  readonly #busy = new Map<string, number>();
  readonly #running = new Set<Promise<void>>();
  #looking: Promise<void> | undefined;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #listening: (() => void)[] = [];

  constructor(database: Database, kinds: OutboxKinds, log: Pick<FastifyBaseLogger, 'error'>) {
    this.#database = database;
    this.#kinds = kinds;
    this.#log = log;
  }

  /** Begins to deliver: at once what is written, and every second what has become due. */
  start(): void {
    const listener = { told: () => this.wake(), missed: () => this.wake() };
    const { notifications } = this.#database;
    this.#listening = [
      notifications.listen('sas_outbox', listener),
      notifications.listen('sas_clock', listener),
    ];
    this.#timer = setInterval(() => this.wake(), LOOK_MS).unref();
    this.wake();
  }

  /** Looks now. Called while it looks, it looks once more. */
  wake(): void {
    if (this.#stopping.signal.aborted) return;
    this.#again = true;
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
  }

  /** Ends what is under way; what has not arrived is free for other processes at once. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    for (const end of this.#listening) end();
    this.#stopping.abort();
    await this.#looking;
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async #look(): Promise<void> {
    while (this.#again && !this.#stopping.signal.aborted) {
      this.#again = false;
      await this.#take().catch((error: unknown) => this.#tell('all', error));
    }
  }

  async #take(): Promise<void> {
    const ready = Object.keys(this.#kinds).filter((name) => isReady(this.#kinds[name]!));
    const lanes = await dueLanes(this.#database, ready);
    await Promise.all(lanes.map(({ kind, lane }) => this.#fill(kind, this.#kinds[kind]!, lane)));
  }

  /** Takes as many rows of a lane as this process may have. */
  async #fill(name: string, kind: OutboxKind, lane: string): Promise<void> {
    const place = `${name} ${lane}`;
    const free = kind.perLane - (this.#busy.get(place) ?? 0);
    if (free <= 0 || !isReady(kind) || this.#stopping.signal.aborted) return;
    this.#count(place, free); // kept while it is asked: nobody else fills them
    let rows: OutboxRow[] = [];
    try {
      rows = await claim(this.#database, name, lane, free, kind.leaseSeconds);
    } finally {
      this.#count(place, rows.length - free);
    }
    for (const row of rows) this.#run(name, kind, row);
  }

  #count(place: string, more: number): void {
    const busy = (this.#busy.get(place) ?? 0) + more;
    if (busy === 0) this.#busy.delete(place);
    else this.#busy.set(place, busy);
  }

  #run(name: string, kind: OutboxKind, row: OutboxRow): void {
    const running = this.#deliver(kind, row)
      .finally(() => this.#count(`${name} ${row.lane}`, -1))
      .then(() => this.#fill(name, kind, row.lane)) // the next of its subject, or of its lane
      .catch((error: unknown) => this.#tell(name, error))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async #deliver(kind: OutboxKind, row: OutboxRow): Promise<void> {
    const { signal } = this.#stopping;
    try {
      await kind.deliver(row, signal);
    } catch (error) {
      if (signal.aborted || !isReady(kind)) return giveBack(this.#database, row);
      const wait =
        error instanceof UndeliverableError
          ? null
          : nextWaitSeconds(row.attempt, Math.random(), kind.longestWaitSeconds);
      if (wait === null) return noteDead(this.#database, row);
      return noteFailed(this.#database, row, wait);
    }
    return noteDelivered(this.#database, row);
  }

  /** What the database says is told by its kind alone: texts may quote what was written. */
  #tell(kind: string, error: unknown): void {
    if (this.#stopping.signal.aborted) return;
    this.#log.error({ outbox: kind, error: error instanceof Error ? error.name : 'unknown' });
  }
}

const isReady = (kind: OutboxKind): boolean => kind.ready?.() !== false;
