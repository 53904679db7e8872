import { ProblemError } from '../http/problem.ts';

/** Readings for streams at once, of all kinds: far fewer than there are connections. */
export const READINGS_AT_ONCE = 3;
/** Where somebody has waited for so long to begin, more is asked than can be read: others try later, ms. */
const LONGEST_WAIT_MS = 2_000;
const TRY_AGAIN_S = 5;
/** Beginnings in a row before work that goes on has a turn. */
const IN_A_ROW = 3;

/**
 * Lets so much work run at once; the rest waits in the order in which it came. Work that begins something
 * comes before work that goes on with it, which has a turn in between.
 */
export class Turns {
  #free: number;
  readonly #now: () => number;
  readonly #beginning: { turn: () => void; since: number }[] = [];
  readonly #goingOn: (() => void)[] = [];
  #inARow = 0;

  /** @param now tells time, ms. */
  constructor(atOnce: number, now = () => performance.now()) {
    this.#free = atOnce;
    this.#now = now;
  }

  /** Runs `work`, which goes on with something, when its turn has come. */
  take<T>(work: () => Promise<T>): Promise<T> {
    return this.#run(work, (turn) => this.#goingOn.push(turn));
  }

  /**
   * Runs `work`, with which something begins, when its turn has come.
   *
   * @throws {ProblemError} 503 with `Retry-After` where those before it wait for too long.
   */
  async begin<T>(work: () => Promise<T>): Promise<T> {
    const since = this.#now();
    const [first] = this.#beginning;
    if (first !== undefined && since - first.since > LONGEST_WAIT_MS) {
      throw new ProblemError('unavailable', 'Too much is asked at the moment.', {
        headers: { 'retry-after': String(TRY_AGAIN_S) },
      });
    }
    return this.#run(work, (turn) => this.#beginning.push({ turn, since }));
  }

  async #run<T>(work: () => Promise<T>, wait: (turn: () => void) => void): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>(wait);
    try {
      return await work();
    } finally {
      const next = this.#next();
      if (next === undefined) this.#free += 1;
      // A database in this process answers without a pause: a thousand turns would keep out every request.
      else setImmediate(next);
    }
  }

  #next(): (() => void) | undefined {
    if (this.#inARow < IN_A_ROW || this.#goingOn.length === 0) {
      const beginning = this.#beginning.shift();
      if (beginning !== undefined) {
        this.#inARow += 1;
        return beginning.turn;
      }
    }
    this.#inARow = 0;
    return this.#goingOn.shift();
  }
}
