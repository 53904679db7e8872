import { ProblemError } from './problem.ts';

/**
 * What a caller has open at once in this process: requests that have not been answered, streams that
 * have not ended. A process holds each of them in memory, so each process counts its own.
 */
export class OpenRequests {
  readonly #most: number;
  readonly #open = new Map<string, number>();

  /** @param most of one caller. */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * One more of a caller.
   *
   * @returns what to call, once, when it is over.
   * @throws {ProblemError} 429 `too-many-open-requests`.
   */
  enter(caller: string): () => void {
    const open = this.#open.get(caller) ?? 0;
    if (open >= this.#most) {
      throw new ProblemError('too-many-open-requests', `At most ${this.#most} at once.`, {
        headers: { 'retry-after': '1' },
      });
    }
    this.#open.set(caller, open + 1);
    return () => this.#leave(caller);
  }

  #leave(caller: string): void {
    const open = this.#open.get(caller)! - 1;
    if (open > 0) this.#open.set(caller, open);
    else this.#open.delete(caller);
  }
}
