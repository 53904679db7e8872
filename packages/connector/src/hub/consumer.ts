import { isHubId, type ReceivedEnvelope } from '@sas-kit/fhir/hub';
import { answerTo, dueAnswer } from './answer.ts';
import { Answers } from './answers.ts';
import { HubConnection } from './connection.ts';
import { Inbox } from './inbox.ts';
import { Lanes } from './lanes.ts';
import type { HubConsumerOptions } from './options.ts';
import { hubSettingsOf, type HubSettings } from './settings.ts';
import { pause } from './pause.ts';
import type { HubState } from './state.ts';

/** Longest wait for a connection to be closed, in ms. */
const LONGEST_CLOSE_MS = 2_000;

/** What a dispatch program has of the Hub. */
export class HubConsumer {
  readonly #settings: HubSettings;
  readonly #connection: HubConnection;
  readonly #inbox: Inbox;
  readonly #lanes: Lanes;
  readonly #answers: Answers;
  #state: HubState = { name: 'stopped', since: new Date() };
  /** Start of the state in which a loss was told. */
  #toldLoss: Date | null = null;
  #begun = false;
  #ended: Promise<void> | null = null;

  constructor(settings: HubSettings) {
    this.#settings = settings;
    const answerDue = (): void => this.#answers.wake();
    const taken = (error: unknown): void => this.#giveUp(error);
    this.#connection = new HubConnection(settings, {
      connected: () => this.#connected(),
      blocked: () => this.#enter('blocked'),
      lost: (error) => this.#lost(error),
      delivered: (delivery, gone) => this.#inbox.receive(delivery, gone),
    });
    this.#lanes = new Lanes(settings, { answerDue, taken });
    this.#inbox = new Inbox(settings, { kept: (kept) => this.#lanes.add(kept), answerDue, taken });
    this.#answers = new Answers(settings, this.#connection, taken);
  }

  /** How the connection is, and since when. */
  get state(): HubState {
    return this.#state;
  }

  /**
   * Hands over what an earlier run left, and connects. Fulfilled before there is a connection: ask
   * `state`, or wait for `onState`.
   *
   * @throws Error when it was started before, and what the store says.
   */
  async start(): Promise<void> {
    if (this.#begun || this.#ended !== null)
      throw new Error('A consumer starts once: make another one');
    this.#begun = true;
    for (const kept of await this.#settings.store.unhandled()) this.#lanes.add(kept);
    this.#enter('connecting');
    await this.#connection.open();
  }

  /**
   * Tells the sender of a message that a person has read it (`CONSULTE`) or that it was deleted
   * (`SUPPRIME`). Fulfilled once it is in the store: it is sent until the Hub has it.
   *
   * @throws RangeError for a sender that is no id of the Hub, and what the store says.
   */
  async acknowledge(
    message: Pick<ReceivedEnvelope, 'distributionID' | 'senderID' | 'status'>,
    step: 'CONSULTE' | 'SUPPRIME',
  ): Promise<void> {
    if (!isHubId(message.senderID)) throw new RangeError('senderID is not an id of the Hub');
    await this.#settings.store.answer(dueAnswer(answerTo(message), { step }));
    this.#answers.wake();
  }

  /**
   * Takes no more messages, waits for handlers that run and for answers that are due, then closes the
   * connection. What is left after `timeoutMs` is in the store, and is taken up by the next start. The
   * store stays open.
   */
  stop(timeoutMs = 10_000): Promise<void> {
    this.#ended ??= this.#end(timeoutMs);
    return this.#ended;
  }

  async #end(timeoutMs: number): Promise<void> {
    const quiet = new AbortController();
    const late = pause(timeoutMs, quiet.signal);
    // Before anything is waited for: no handler starts from here on.
    const handlers = this.#lanes.stop();
    await Promise.race([late, this.#connection.pause()]);
    await Promise.race([late, this.#settle(handlers)]);
    await Promise.race([late, this.#answers.stop()]);
    // A broker that is full does not even take a good-bye.
    await Promise.race([pause(LONGEST_CLOSE_MS, quiet.signal), this.#connection.close()]);
    quiet.abort();
    this.#enter('stopped');
  }

  async #settle(handlers: Promise<void>): Promise<void> {
    await this.#inbox.settled();
    await handlers;
    await this.#answers.settled();
  }

  #connected(): void {
    this.#enter('connected');
    this.#answers.wake();
  }

  #lost(error: Error): void {
    if (this.#ended !== null) return;
    if (this.#state.name !== 'connecting') this.#enter('reconnecting');
    // Once: a broker that is away for hours is one event.
    if (this.#toldLoss !== this.#state.since) this.#settings.onError(error, 'connection');
    this.#toldLoss = this.#state.since;
  }

  /** Another process has the store: it goes on, with all that was stored here. */
  #giveUp(error: unknown): void {
    if (this.#ended !== null) return;
    this.#settings.onError(error, 'store');
    void this.stop(0);
  }

  #enter(name: HubState['name']): void {
    // What is still heard of a connection after the end was asked for changes nothing.
    if (this.#state.name === name || (this.#ended !== null && name !== 'stopped')) return;
    this.#state = { name, since: new Date() };
    this.#settings.onState(this.#state);
  }
}

/**
 * Makes what takes the messages of the Hub Santé into a dispatch program and loses none. Each is stored
 * before the broker may forget it, recognised when it comes again, acknowledged to its sender (`RECU`
 * once stored, `INTEGRE` once the program has taken it), and handed over until the program takes it.
 *
 * @throws TypeError for an address that cannot be used; RangeError for an id that is none of the Hub,
 *   and for numbers out of bounds.
 * @example
 *   const consumer = createHubConsumer({
 *     url: 'amqps://messaging.hub.esante.gouv.fr:5671/15-15_v2.0',
 *     clientId: 'fr.health.samu760',
 *     tls: { key, cert, ca },
 *     store: await FileHubStore.open('hub.jsonl'),
 *     onAppointment: (message) => cases.take(message),
 *   });
 *   await consumer.start();
 */
export function createHubConsumer(options: HubConsumerOptions): HubConsumer {
  return new HubConsumer(hubSettingsOf(options));
}
