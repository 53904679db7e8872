import type { ReactiveController, ReactiveElement } from 'lit';

/** Whether an element has less room than this, in root ems, as container queries count it. */
export class Room implements ReactiveController {
  /** False until it is measured. */
  narrow = false;
  readonly #host: ReactiveElement;
  readonly #below: number;
  // In the frame after: what changes with the width changes the height, which is observed too.
  readonly #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  constructor(host: ReactiveElement, below: number) {
    this.#host = host;
    this.#below = below;
    host.addController(this);
  }

  hostConnected(): void {
    this.#measure();
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #measure(): void {
    const { width } = this.#host.getBoundingClientRect();
    // A hidden element has no width: it stays what it was.
    if (width === 0) return;
    const em = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const narrow = width < this.#below * em;
    if (narrow === this.narrow) return;
    this.narrow = narrow;
    this.#host.requestUpdate();
  }
}
