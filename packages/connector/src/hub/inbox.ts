import { pauseAfter } from '../backoff.ts';
import { Serial } from '../serial.ts';
import { answerTo, dueAnswer } from './answer.ts';
import type { HubSettings } from './settings.ts';
import { pause } from './pause.ts';
import { readDelivery, sha256, type RawDelivery, type UnusableDelivery } from './read-delivery.ts';
import type { AsideMessage, DueAnswer, HubStore, KeptMessage } from './store.ts';

/** Most of an unusable message that is kept, in bytes. */
const MOST_ASIDE = 1024 * 1024;

/** What the inbox tells. */
export interface InboxEvents {
  /** A new message is in the store. */
  kept(message: KeptMessage): void;
  /** An answer is in the store. */
  answerDue(): void;
  /** The store belongs to another process now. */
  taken(error: unknown): void;
}

/**
 * Puts every message into the store before the broker may forget it. One after the other: what comes
 * first stands first. A store that fails is asked again until the connection is gone; the broker sends
 * no more than `prefetch` meanwhile.
 */
export class Inbox {
  readonly #settings: HubSettings;
  readonly #store: HubStore;
  readonly #events: InboxEvents;
  readonly #serial = new Serial();

  constructor(settings: HubSettings, events: InboxEvents) {
    this.#settings = settings;
    this.#store = settings.store;
    this.#events = events;
  }

  /** @returns what to tell the broker; null when it has to send the message again. */
  receive(delivery: RawDelivery, gone: AbortSignal): Promise<'ack' | 'nack' | null> {
    return this.#serial.run(async () => {
      for (let failures = 1; !gone.aborted; failures += 1) {
        try {
          return await this.#take(delivery);
        } catch (error) {
          if (isTaken(error)) {
            this.#events.taken(error);
            return null;
          }
          // Once: a disk that is full for hours is one event.
          if (failures === 1) this.#settings.onError(error, 'store');
          await pause(pauseAfter(failures, this.#settings, Math.random()), gone);
        }
      }
      return null;
    });
  }

  /** Fulfilled once all that came is stored, or given up. */
  settled(): Promise<void> {
    return this.#serial.run(async () => undefined);
  }

  async #take(delivery: RawDelivery): Promise<'ack' | 'nack'> {
    const read = readDelivery(delivery, this.#settings.clientId);
    if (!read.usable) return this.#setAside(delivery, read);
    const { message, text, fingerprint, answerable } = read;
    const to = answerTo(message);
    const receipts = answerable ? [dueAnswer(to, { step: 'RECU' })] : [];
    const kept: KeptMessage = {
      id: message.distributionID,
      queue: delivery.queue,
      text,
      fingerprint,
      receivedAt: new Date().toISOString(),
    };
    const known = await this.#store.keep(kept, receipts);
    if (known === null) this.#events.kept(kept);
    else if (known.fingerprint !== fingerprint) {
      const reason = 'its distributionID was used for another message before';
      const whom = answerable ? to : null;
      return this.#setAside(delivery, { usable: false, reason, statusCode: 300, answerTo: whom });
    } else {
      // Who sends a message again has not got the answer.
      const answers: readonly DueAnswer[] = known.answers.length > 0 ? known.answers : receipts;
      for (const answer of answers) await this.#store.answer(answer);
    }
    this.#events.answerDue();
    return 'ack';
  }

  async #setAside(delivery: RawDelivery, read: UnusableDelivery): Promise<'nack'> {
    const { reason, statusCode, answerTo: whom } = read;
    const { queue, body, contentType } = delivery;
    const message: AsideMessage = {
      id: sha256(body),
      queue,
      reason,
      contentType,
      body: Buffer.from(body.subarray(0, MOST_ASIDE)).toString('base64'),
      size: body.byteLength,
      receivedAt: new Date().toISOString(),
    };
    const answers = whom === null ? [] : [dueAnswer(whom, { statusCode, cause: reason })];
    await this.#store.setAside(message, answers);
    this.#settings.onError(new Error(`Set aside: ${reason}`), 'message');
    this.#events.answerDue();
    return 'nack';
  }
}

/** Whether a store says that another process has it; by name, so that any store can. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && error.name === 'FileTakenError';
}
