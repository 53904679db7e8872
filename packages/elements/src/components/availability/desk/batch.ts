import { clock } from '../../../base/clock.ts';

/** Work for what comes together: it is done once, so many milliseconds after the first of it. */
export class Batch {
  readonly #milliseconds: number;
  readonly #work: () => void;
  #cancel: (() => void) | undefined;

  constructor(milliseconds: number, work: () => void) {
    this.#milliseconds = milliseconds;
    this.#work = work;
  }

  /** Something has come. What comes until the work is done puts it off no further. */
  add(): void {
    this.#cancel ??= clock.after(this.#milliseconds, () => {
      this.#cancel = undefined;
      this.#work();
    });
  }

  /** Takes the work back. */
  cancel(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
