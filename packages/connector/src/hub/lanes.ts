import { parseHubMessage, type ReceivedMessage } from '@sas-kit/fhir/hub';
import { pauseAfter } from '../backoff.ts';
import { answerTo, dueAnswer } from './answer.ts';
import { isTaken } from './inbox.ts';
import { HubRefusal, type HubDelivery } from './options.ts';
import type { HubSettings } from './settings.ts';
import { pause } from './pause.ts';
import { keyOf, readText } from './read-delivery.ts';
import { Slots } from './slots.ts';
import type { DueAnswer, KeptMessage } from './store.ts';

/** What the lanes tell. */
export interface LaneEvents {
  answerDue(): void;
  taken(error: unknown): void;
}

/**
 * Hands messages to the program: those of one appointment one after the other, in the order in which
 * they were stored, those of others at the same time. One that fails is tried again and holds up
 * nothing but its own appointment.
 */
export class Lanes {
  readonly #settings: HubSettings;
  readonly #events: LaneEvents;
  readonly #lanes = new Map<string, KeptMessage[]>();
  readonly #slots: Slots;
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<void>>();
  /** What is due for messages that were handled, while the store does not know yet. */
  readonly #unrecorded = new Map<string, readonly DueAnswer[]>();

  constructor(settings: HubSettings, events: LaneEvents) {
    this.#settings = settings;
    this.#events = events;
    this.#slots = new Slots(settings.parallel);
  }

  /** Adds a message that is in the store. */
  add(kept: KeptMessage): void {
    const { message } = parseHubMessage(kept.text);
    // It was readable when it was stored: a later version reads differently.
    const key = message === null ? `message ${kept.id}` : keyOf(message);
    const lane = this.#lanes.get(key);
    if (lane !== undefined) {
      lane.push(kept);
      return;
    }
    this.#lanes.set(key, [kept]);
    const run = this.#run(key).finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  /** Starts no handler any more; fulfilled once those that run have ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running);
  }

  async #run(key: string): Promise<void> {
    const lane = this.#lanes.get(key) ?? [];
    const { signal } = this.#stopping;
    for (let failures = 0; lane.length > 0 && !signal.aborted;) {
      const free = await this.#slots.take();
      const isDone = !signal.aborted && (await this.#attempt(lane[0]!, failures + 1, free));
      free();
      if (isDone) {
        lane.shift();
        failures = 0;
      } else {
        failures += 1;
        await pause(pauseAfter(failures, this.#settings, Math.random()), signal);
      }
    }
    this.#lanes.delete(key);
  }

  /** @returns whether nothing is left to do for the message. */
  async #attempt(kept: KeptMessage, attempt: number, free: () => void): Promise<boolean> {
    const { store, onError } = this.#settings;
    try {
      const answers = this.#unrecorded.get(kept.id) ?? (await this.#handle(kept, attempt, free));
      this.#unrecorded.set(kept.id, answers);
      await store.handled(kept.id, answers);
      this.#unrecorded.delete(kept.id);
      this.#events.answerDue();
      return true;
    } catch (error) {
      if (isTaken(error)) this.#events.taken(error);
      // Once: the handler itself learns how often it was called.
      else if (attempt === 1) onError(error, 'handler');
      return false;
    }
  }

  /** Calls the handler. @returns what is due to the sender. */
  async #handle(
    kept: KeptMessage,
    attempt: number,
    free: () => void,
  ): Promise<readonly DueAnswer[]> {
    const { clientId, onError, slowHandlerMs } = this.#settings;
    const read = readText(kept.text, kept.queue, clientId);
    // It was readable when it was kept, by another version of this.
    if (!read.usable) throw new Error(`Not readable: ${read.reason}`);
    const { message, findings, text, answerable } = read;
    const { receivedAt } = kept;
    const expired = isExpired(message, receivedAt);
    const slow = setTimeout(() => {
      onError(new Error(`A handler has been running for ${slowHandlerMs} ms`), 'handler');
      free();
    }, slowHandlerMs);
    slow.unref();
    try {
      await this.#call(message, { attempt, receivedAt, expired, findings, text });
      return answerable ? [dueAnswer(answerTo(message), { step: 'INTEGRE' })] : [];
    } catch (error) {
      if (!(error instanceof HubRefusal)) throw error;
      const { statusCode, message: cause } = error;
      return answerable ? [dueAnswer(answerTo(message), { statusCode, cause })] : [];
    } finally {
      clearTimeout(slow);
    }
  }

  #call(message: ReceivedMessage, delivery: HubDelivery): Promise<void> | void {
    const { handlers } = this.#settings;
    if (message.useCase === 'appointment') return handlers.appointment(message, delivery);
    if (message.useCase === 'reference') return handlers.reference(message, delivery);
    if (message.useCase === 'error') return handlers.error(message, delivery);
    return handlers.other(message, delivery);
  }
}

function isExpired({ expiresAt }: ReceivedMessage, receivedAt: string): boolean {
  return expiresAt !== null && Date.parse(expiresAt) < Date.parse(receivedAt);
}
