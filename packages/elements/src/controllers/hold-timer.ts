import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clock } from '../base/clock.ts';

/** Remaining seconds at which the time left is spoken. */
export const spokenAt = [20, 60] as const;

/** The mark passed between two readings, the lowest where both were (a page that slept). */
export function markPassed(before: number, after: number): number | undefined {
  return spokenAt.find((mark) => before > mark && after <= mark && after > 0);
}

/** What the timer tells its element. */
export interface HoldTimerEvents {
  onMark(seconds: number): void;
  onExpire(): void;
}

/** Counts a hold down by a clock that never jumps. It renders and tells, it never moves focus. */
export class HoldTimer implements ReactiveController {
  /** Whole seconds left. */
  remaining = 0;
  #deadline = 0;
  #cancel: (() => void) | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #events: HoldTimerEvents;

  constructor(host: ReactiveControllerHost, events: HoldTimerEvents) {
    this.#host = host;
    this.#events = events;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  start(seconds: number): void {
    this.stop();
    this.#deadline = clock.now() + seconds * 1000;
    this.remaining = seconds;
    this.#wait();
    this.#host.requestUpdate();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #wait(): void {
    const left = this.#deadline - clock.now();
    this.#cancel = clock.after(left % 1000 || 1000, () => this.#tick());
  }

  #tick(): void {
    const before = this.remaining;
    this.remaining = Math.max(0, Math.ceil((this.#deadline - clock.now()) / 1000));
    this.#host.requestUpdate();
    if (this.remaining === 0) {
      this.stop();
      this.#events.onExpire();
      return;
    }
    const mark = markPassed(before, this.remaining);
    if (mark) this.#events.onMark(mark);
    this.#wait();
  }
}
