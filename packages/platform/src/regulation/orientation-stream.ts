import { ConnectionLostError, type Database, sqlFailure } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { Turns } from '../availability/turns.ts';
import { formatInstant } from '../http/instants.ts';
import type { Caller } from '../identity/caller.ts';
import type { Orientation } from './orientation-row.ts';
import type { OrientationFilters, OrientationReader } from './orientation-reader.ts';

type StreamEvent =
  { event: 'orientation'; data: Orientation } | { event: 'done'; data: { asOf: string } };

interface Surroundings {
  readonly database: Database;
  readonly reader: OrientationReader;
  readonly heartbeatMs: number;
  /** Reading for streams leaves connections to those who ask. */
  readonly turns: Turns;
}

/** A day of the largest desk is below this; whoever has more reads the list. */
const MOST = 2_000;
/** More changes than these and everything is read. */
const MOST_CHANGED = 500;

/** Keeps one reader's orientations up to date: each is read again for it, as whoever it is. */
export class OrientationStream {
  readonly #surroundings: Surroundings;
  readonly #caller: Caller;
  readonly #filters: Pick<OrientationFilters, 'mine' | 'day'>;
  readonly #changed = new Set<string>();
  #first: Orientation[] | null = null;
  #whole = true;
  #ended = false;
  #wake: () => void = () => undefined;

  constructor(
    surroundings: Surroundings,
    caller: Caller,
    filters: Pick<OrientationFilters, 'mine' | 'day'>,
  ) {
    this.#surroundings = surroundings;
    this.#caller = caller;
    this.#filters = filters;
  }

  /** @param id of an orientation that was made or changed. */
  changed(id: string): void {
    if (this.#whole) return;
    if (isId(id)) this.#changed.add(id);
    if (this.#changed.size > MOST_CHANGED) this.#readWhole();
    this.#wake();
  }

  /** Anything may have changed. */
  everything(): void {
    this.#readWhole();
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** Reads what it begins with. @throws {ProblemError} with the parameter at fault. */
  async open(): Promise<void> {
    this.#first = await this.#readCurrent();
  }

  /**
   * What there is, then what changes, until the stream ends, its caller may no longer see it, or the
   * database is away. Null where nothing came for a heartbeat.
   *
   * @param stillMay asked once a heartbeat, and before anything is read after one.
   */
  async *events(stillMay: () => Promise<boolean>): AsyncGenerator<StreamEvent | null, void> {
    try {
      yield* this.#keep(stillMay);
    } catch (error) {
      if (!(error instanceof ConnectionLostError) && sqlFailure(error) === null) throw error;
    }
  }

  async *#keep(stillMay: () => Promise<boolean>): AsyncGenerator<StreamEvent | null, void> {
    const { heartbeatMs, reader, database, turns } = this.#surroundings;
    let askedAt = Date.now();
    for (let found = this.#first; !this.#ended; found = null) {
      if (Date.now() - askedAt >= heartbeatMs) {
        if (!(await stillMay())) return;
        askedAt = Date.now();
      }
      if (found !== null || this.#whole) {
        for (const data of found ?? (await this.#readCurrent()))
          yield { event: 'orientation', data };
        this.#first = null; // held by nobody while the stream waits
        const asOf = formatInstant(await database.now(), 'Europe/Paris');
        yield { event: 'done', data: { asOf } };
      } else if (this.#changed.size > 0) {
        const some = await turns.take('desk', () => {
          const ids = [...this.#changed];
          this.#changed.clear();
          const { mine } = this.#filters;
          return reader.some(this.#caller, ids, mine === undefined ? {} : { mine });
        });
        for (const data of some) yield { event: 'orientation', data };
      } else if (await this.#rest(heartbeatMs)) {
        yield null;
      }
    }
  }

  #readWhole(): void {
    this.#whole = true;
    this.#changed.clear();
  }

  #readCurrent(): Promise<Orientation[]> {
    const { reader, turns } = this.#surroundings;
    return turns.take('desk', () => {
      // What is told from here on may be missing in what is read.
      this.#whole = false;
      this.#changed.clear();
      return reader.current(this.#caller, this.#filters, MOST);
    });
  }

  /** Waits for something to do; true where nothing came for so long. */
  async #rest(ms: number): Promise<boolean> {
    const isDue = () => this.#ended || this.#whole || this.#changed.size > 0;
    const nothing = await new Promise<boolean>((woken) => {
      const timer = setTimeout(() => woken(true), ms);
      this.#wake = () => {
        clearTimeout(timer);
        woken(false);
      };
      if (isDue()) this.#wake();
    });
    this.#wake = () => undefined;
    return nothing && !isDue();
  }
}
