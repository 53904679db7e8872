import { ProblemError } from '../http/problem.ts';

/** Readings for streams of searches at once: far fewer than there are connections. */
export const SEARCHES_AT_ONCE = 3;
/** Readings for streams of orientations at once, besides: no search keeps a cancellation from a desk. */
export const ORIENTATIONS_AT_ONCE = 2;
/** Where somebody has waited for so long to begin, more is asked than can be read: others try later, ms. */
const LONGEST_WAIT_MS = 2_000;
const TRY_AGAIN_S = 5;
/** Turns in a row of what comes first, before what comes after has one. */
const IN_A_ROW = 3;

/** Whose work it is: that of desks comes first. */
export type Whose = 'desk' | 'public';

interface Waiting {
  readonly turn: () => void;
  /** When it came, ms. */
  readonly since: number;
}

interface Line {
  next(): Waiting | undefined;
}

/** Those who wait, in the order in which they came. */
class Queue implements Line {
  readonly waiting: Waiting[] = [];

  next(): Waiting | undefined {
    return this.waiting.shift();
  }
}

/** Those of one line before those of another, who have a turn in between. */
class Before implements Line {
  readonly #first: Line;
  readonly #after: Line;
  #inARow = 0;

  constructor(first: Line, after: Line) {
    this.#first = first;
    this.#after = after;
  }

  next(): Waiting | undefined {
    const due = this.#inARow < IN_A_ROW ? undefined : this.#after.next();
    const first = due === undefined ? this.#first.next() : undefined;
    this.#inARow = first === undefined ? 0 : Math.min(this.#inARow + 1, IN_A_ROW);
    return due ?? first ?? this.#after.next();
  }
}

/**
 * Lets so much work run at once; the rest waits in the order in which it came. Work that begins something
 * comes before work that goes on with it, and work of desks before that of the public; what comes after has a
 * turn in between.
 */
export class Turns {
  #free: number;
  readonly #now: () => number;
  readonly #beginning = { desk: new Queue(), public: new Queue() };
  readonly #goingOn = { desk: new Queue(), public: new Queue() };
  readonly #next = new Before(
    new Before(this.#beginning.desk, this.#goingOn.desk),
    new Before(this.#beginning.public, this.#goingOn.public),
  );

  /** @param now tells time, ms. */
  constructor(atOnce: number, now = () => performance.now()) {
    this.#free = atOnce;
    this.#now = now;
  }

  /** Runs `work`, which goes on with something, when its turn has come. */
  take<T>(whose: Whose, work: () => Promise<T>): Promise<T> {
    return this.#run(work, this.#goingOn[whose], this.#now());
  }

  /**
   * Runs `work`, with which something begins, when its turn has come. Desks wait for no beginnings of the public.
   *
   * @throws {ProblemError} 503 with `Retry-After` where those of its kind before it wait for too long.
   */
  async begin<T>(whose: Whose, work: () => Promise<T>): Promise<T> {
    const since = this.#now();
    const [first] = this.#beginning[whose].waiting;
    if (first !== undefined && since - first.since > LONGEST_WAIT_MS) {
      throw new ProblemError('unavailable', 'Too much is asked at the moment.', {
        headers: { 'retry-after': String(TRY_AGAIN_S) },
      });
    }
    return this.#run(work, this.#beginning[whose], since);
  }

  async #run<T>(work: () => Promise<T>, { waiting }: Queue, since: number): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((turn) => waiting.push({ turn, since }));
    try {
      return await work();
    } finally {
      const next = this.#next.next();
      if (next === undefined) this.#free += 1;
      // A database in this process answers without a pause: a thousand turns would keep out every request.
      else setImmediate(next.turn);
    }
  }
}
