import { pauseAfter } from '../backoff.ts';
import { writeAnswer } from './answer.ts';
import type { HubConnection } from './connection.ts';
import { isTaken } from './inbox.ts';
import type { HubSettings } from './settings.ts';
import type { DueAnswer } from './store.ts';

/** Answers under way at once. */
const PARALLEL = 50;

/** Sends the answers in the store until the Hub has accepted each. */
export class Answers {
  readonly #settings: HubSettings;
  readonly #connection: Pick<HubConnection, 'isOpen' | 'publish'>;
  readonly #taken: (error: unknown) => void;
  #turn: Promise<void> | null = null;
  #isDue = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(
    settings: HubSettings,
    connection: Pick<HubConnection, 'isOpen' | 'publish'>,
    taken: (error: unknown) => void,
  ) {
    this.#settings = settings;
    this.#connection = connection;
    this.#taken = taken;
  }

  /** Looks for answers that are due; sends none while there is no connection. */
  wake(): void {
    this.#isDue = true;
    if (this.#turn !== null || this.#stopped || this.#timer !== undefined) return;
    this.#turn = this.#run().finally(() => {
      this.#turn = null;
      // What was added between the last look and here.
      if (this.#isDue && this.#connection.isOpen) this.wake();
    });
  }

  /** Sends no more; fulfilled once nothing is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#turn;
  }

  /** Fulfilled once nothing is due, or what is due cannot be sent now. */
  async settled(): Promise<void> {
    while (this.#turn !== null) await this.#turn;
  }

  async #run(): Promise<void> {
    const { store, onError } = this.#settings;
    try {
      while (this.#isDue && this.#connection.isOpen && !this.#stopped) {
        this.#isDue = false;
        const due = await store.unanswered();
        for (let from = 0; from < due.length && this.#connection.isOpen; from += PARALLEL) {
          const sent = due.slice(from, from + PARALLEL).map((answer) => this.#send(answer));
          const failed = (await Promise.allSettled(sent)).find(
            ({ status }) => status === 'rejected',
          );
          if (failed?.status === 'rejected') throw failed.reason;
        }
        this.#failures = 0;
      }
    } catch (error) {
      this.#isDue = true;
      if (isTaken(error)) {
        this.#stopped = true;
        this.#taken(error);
      } else if (this.#connection.isOpen) this.#later(error, onError);
    }
  }

  async #send(answer: DueAnswer): Promise<void> {
    const { clientId, store } = this.#settings;
    await this.#connection.publish(writeAnswer(answer, clientId, new Date()));
    await store.answered(answer.id);
  }

  #later(error: unknown, onError: HubSettings['onError']): void {
    this.#failures += 1;
    if (this.#failures === 1) onError(error, 'answer');
    if (this.#stopped) return;
    const delayMs = pauseAfter(this.#failures, this.#settings, Math.random());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.wake();
    }, delayMs);
  }
}
