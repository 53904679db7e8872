import { createHmac } from 'node:crypto';
import { deleteInBatches } from '../database/batches.ts';
import type { Database, Sql } from '../database/database.ts';

/** The window over which is counted, ms. */
export const WINDOW_MS = 60_000;
/** A lease is this part of a limit: so much, and half more, may lie unused in each process. */
const LEASES = 20;
/** Longer than this, ms, no request waits for the database to count it. */
const PATIENCE_MS = 250;

/** What is known of one name in its window. */
interface Window {
  readonly name: string;
  readonly quota: number;
  /** By `performance.now()`: the clocks of processes need not agree. */
  endsAt: number;
  /** Points leased and not used. */
  left: number;
  /** Points that nobody has leased yet. */
  free: number;
  /** Points used while the database did not answer. */
  owed: number;
}

/** One point taken, or refused. */
export interface Taken {
  allowed: boolean;
  /** Points left of the quota, as far as this process knows. */
  remaining: number;
  /** Until the window ends. */
  ms: number;
}

/**
 * Counters that server processes share. A process leases points in the database, some at a time, and
 * gives them out by itself: together they never give out more than the quota, and most requests cost no
 * statement. One statement runs at a time, for all names that need points. While the database is late or
 * failing, each process counts for itself.
 */
export class SharedCounters {
  readonly #sql: Sql;
  readonly #key: Buffer;
  readonly #patienceMs: number;
  readonly #windows = new Map<string, Window>();
  readonly #asking = new Set<Window>();
  /** Settles when the statement that runs now has ended, or is late. */
  #round: Promise<void> | null = null;
  #alone = false;
  #sweptAt = 0;

  /** @param key of the hashes under which names are stored. */
  constructor(sql: Sql, key: Buffer, patienceMs = PATIENCE_MS) {
    this.#sql = sql;
    this.#key = key;
    this.#patienceMs = patienceMs;
  }

  /** Takes one point of a name. Never rejects. */
  async take(name: string, quota: number): Promise<Taken> {
    const window = this.#window(name, quota);
    let answered = true;
    while (answered && window.left === 0 && window.free > 0) answered = await this.#answer(window);
    const allowed = window.left > 0 || window.owed < window.free;
    if (window.left > 0) window.left -= 1;
    else if (allowed) window.owed += 1;
    if (window.left < lease(window) / 2 && window.free > 0) this.#ask(window);
    const remaining = Math.max(0, window.left + window.free - window.owed);
    return { allowed, remaining, ms: Math.max(0, window.endsAt - performance.now()) };
  }

  #window(name: string, quota: number): Window {
    const now = performance.now();
    const known = this.#windows.get(name);
    if (known !== undefined && known.endsAt > now) return known;
    if (now - this.#sweptAt > WINDOW_MS) this.#sweep(now);
    const window = { name, quota, endsAt: now + WINDOW_MS, left: 0, free: quota, owed: 0 };
    this.#windows.set(name, window);
    return window;
  }

  #sweep(now: number): void {
    this.#sweptAt = now;
    for (const [name, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(name);
  }

  /** Waits for a lease. False where the database does not answer in time. */
  async #answer(window: Window): Promise<boolean> {
    this.#ask(window);
    if (!this.#alone) await this.#round;
    return !this.#alone;
  }

  #ask(window: Window): void {
    this.#asking.add(window);
    this.#round ??= this.#begin();
  }

  /** Leases for everybody who asks in this tick, then for those who asked meanwhile. */
  #begin(): Promise<void> {
    return new Promise((settle) => {
      const late = setTimeout(() => {
        this.#alone = true;
        settle();
      }, this.#patienceMs);
      void this.#leaseAll().then((leased) => {
        clearTimeout(late);
        this.#alone = !leased;
        this.#round = leased && this.#asking.size > 0 ? this.#begin() : null;
        settle();
      });
    });
  }

  /** False where the database failed. */
  async #leaseAll(): Promise<boolean> {
    try {
      await Promise.resolve(); // those who ask in this tick come along
      const windows = [...this.#asking];
      this.#asking.clear();
      await this.#lease(windows);
      return true;
    } catch {
      return false;
    }
  }

  async #lease(windows: readonly Window[]): Promise<void> {
    const asked = new Map(
      windows.map((window) => [
        createHmac('sha256', this.#key).update(`rate ${window.name}`).digest('base64url'),
        { window, points: lease(window) + window.owed },
      ]),
    );
    const names = [...asked.keys()].sort(); // two processes lock rows in one order
    const rows = await this.#sql.query<{ name: string; points: number; ms: number }>(LEASE, [
      names,
      names.map((name) => asked.get(name)!.points),
      WINDOW_MS,
    ]);
    const now = performance.now();
    for (const { name, points: total, ms } of rows) {
      const { window, points } = asked.get(name)!;
      const given = Math.min(points, Math.max(0, window.quota - (total - points)));
      const left = window.left + given - window.owed;
      window.left = Math.max(0, left);
      window.owed = Math.max(0, -left);
      window.free = Math.max(0, window.quota - total);
      window.endsAt = now + ms;
    }
  }
}

function lease({ quota }: Window): number {
  return Math.max(1, Math.floor(quota / LEASES));
}

/** Adds points to each name, in a new window where the last one is over. Answers the sums. */
const LEASE = `insert into rate_window as known (name, ends_at, points)
  select name, statement_timestamp() + make_interval(secs => $3 / 1000.0), points
  from unnest($1::text[], $2::int[]) as asked (name, points)
  on conflict (name) do update set
    points = excluded.points
      + case when known.ends_at > statement_timestamp() then known.points else 0 end,
    ends_at = case when known.ends_at > statement_timestamp() then known.ends_at else excluded.ends_at end
  returning name, points, extract(epoch from ends_at - statement_timestamp()) * 1000 as ms`;

/** Erases windows that are over; answers how many. */
export function eraseEndedWindows(database: Database): Promise<number> {
  return deleteInBatches(database, 'rate_window', 't.ends_at < statement_timestamp()', []);
}
