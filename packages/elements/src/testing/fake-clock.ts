import { clock } from '../base/clock.ts';
import { asOf, zone } from './fixtures.ts';

interface Timer {
  at: number;
  call: () => void;
}

/** A clock that stands still until a test moves it. */
export class FakeClock {
  #now = 0;
  #timers = new Set<Timer>();
  readonly #real = { ...clock };

  /** Takes the place of the elements' clock. The reader is in Paris. */
  install(): void {
    clock.now = () => this.#now;
    clock.today = () => Date.parse(asOf) + this.#now;
    clock.zone = () => zone;
    clock.after = (milliseconds, call) => {
      const timer = { at: this.#now + milliseconds, call };
      this.#timers.add(timer);
      return () => this.#timers.delete(timer);
    };
  }

  restore(): void {
    Object.assign(clock, this.#real);
    this.#timers.clear();
    this.#now = 0;
  }

  /** Lets time pass, timer by timer. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.call();
    }
    this.#now = end;
  }

  /** A page that slept: the time has passed, its timers come late. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
