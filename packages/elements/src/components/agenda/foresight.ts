import type { ReactiveControllerHost } from 'lit';
import { clock } from '../../base/clock.ts';

/** How long a form waits for its look-up before it is sent all the same. */
const patience = 3000;

/**
 * What a form would meet, looked up while it is written and told before it is sent. It warns and never
 * forbids: what could not be looked up does not keep a form from being sent.
 */
export class Foresight<T> {
  found: readonly T[] = [];
  /** The last look-up did not work. */
  failed = false;
  #key = '';
  #running: { signal: AbortController; done: Promise<void> } | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #look: (signal: AbortSignal) => Promise<readonly T[]>;
  readonly #tell: (found: readonly T[]) => void;

  /** `tell` says aloud what was found. */
  constructor(
    host: ReactiveControllerHost,
    look: (signal: AbortSignal) => Promise<readonly T[]>,
    tell: (found: readonly T[]) => void,
  ) {
    this.#host = host;
    this.#look = look;
    this.#tell = tell;
  }

  /** Looks again where what is asked about has changed; an empty key asks about nothing. */
  watch(key: string): void {
    if (key === this.#key) return;
    this.#key = key;
    this.stop();
    this.found = [];
    this.failed = false;
    if (key === '') return;
    const signal = new AbortController();
    this.#running = { signal, done: this.#run(signal.signal) };
  }

  stop(): void {
    this.#running?.signal.abort();
    this.#running = undefined;
  }

  /** Whether the form may be sent: false where something came up that its reader has not seen yet. */
  async settle(): Promise<boolean> {
    const running = this.#running;
    if (!running) return true;
    await Promise.race([
      running.done,
      new Promise<void>((resolve) => clock.after(patience, () => resolve())),
    ]);
    return this.found.length === 0;
  }

  async #run(signal: AbortSignal): Promise<void> {
    try {
      const found = await this.#look(signal);
      if (signal.aborted) return;
      this.found = found;
      if (found.length > 0) this.#tell(found);
    } catch {
      if (signal.aborted) return;
      this.failed = true;
    }
    this.#running = undefined;
    this.#host.requestUpdate();
  }
}
