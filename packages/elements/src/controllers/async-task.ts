import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type TaskStatus = 'idle' | 'pending' | 'done' | 'failed';

/** Work that the next run, or the element's leaving the page, cuts short. The last value stays. */
export class AsyncTask<A extends unknown[], T> implements ReactiveController {
  status: TaskStatus = 'idle';
  value: T | undefined;
  error: unknown;
  #running: AbortController | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #work: (signal: AbortSignal, ...input: A) => Promise<T>;

  constructor(
    host: ReactiveControllerHost,
    work: (signal: AbortSignal, ...input: A) => Promise<T>,
  ) {
    this.#host = host;
    this.#work = work;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.abort();
  }

  /** Answers the value, or undefined when it failed or was cut short: see `status` and `error`. */
  async run(...input: A): Promise<T | undefined> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#become('pending');
    try {
      const value = await this.#work(running.signal, ...input);
      if (running.signal.aborted) return undefined;
      this.value = value;
      this.#become('done');
      return value;
    } catch (error) {
      if (running.signal.aborted) return undefined;
      this.error = error;
      this.#become('failed');
      return undefined;
    }
  }

  abort(): void {
    this.#running?.abort();
    this.#running = undefined;
    if (this.status === 'pending') this.#become('idle');
  }

  #become(status: TaskStatus): void {
    this.status = status;
    if (status !== 'failed') this.error = undefined;
    this.#host.requestUpdate();
  }
}
