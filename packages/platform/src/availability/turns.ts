/** Readings for streams at once, of all kinds: far fewer than there are connections. */
export const READINGS_AT_ONCE = 3;

/** Lets so much work run at once; the rest waits in the order in which it came. */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** Runs `work` when its turn has come. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((turn) => this.#waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      // A database in this process answers without a pause: a thousand turns would keep out every request.
      else setImmediate(next);
    }
  }
}
