import {
  type HubStandIn,
  type RefusedMessage,
  startHubStandIn,
} from '@sas-kit/connector/hub-stand-in';
import {
  HUB_EXCHANGE,
  HUB_MESSAGE_PROPERTIES,
  hubQueues,
  parseHubMessage,
} from '@sas-kit/fhir/hub';
import * as amqp from 'amqplib';
import { answerFault } from './answer-schema.ts';
import { type HubEvent, type Outcome, outcomeOf, type Queue } from './outcome.ts';

/** A broker on which everything is allowed, and who talks through it. */
export interface TrialHubOptions {
  /** `amqp://USER:PASSWORD@HOST/VHOST` */
  readonly url: string;
  /** Id of the program that is tested. */
  readonly client: string;
  /** Id that the run sends under. */
  readonly platform: string;
  /** Longest wait for the answer to one message, in ms. */
  readonly deadlineMs: number;
}

const QUEUES: readonly Queue[] = ['message', 'ack', 'info'];
const LOOK_MS = 100;

/** The Hub and the SAS platform behind it, as a dispatch program sees them during a run. */
export class TrialHub {
  readonly client: string;
  readonly platform: string;
  readonly deadlineMs: number;
  /** What the platform saw, in the order in which it came. */
  readonly events: HubEvent[] = [];
  /** Whether the program says no more than RECU; found out by the first message. */
  receiptIsFinal = false;
  /** Messages in a row to which nothing came. */
  silent = 0;
  readonly #model: amqp.ChannelModel;
  readonly #channel: amqp.ConfirmChannel;
  readonly #listeners = new Set<() => void>();
  #standIn: HubStandIn | null = null;

  private constructor(
    { client, platform, deadlineMs }: TrialHubOptions,
    model: amqp.ChannelModel,
    channel: amqp.ConfirmChannel,
  ) {
    this.client = client;
    this.platform = platform;
    this.deadlineMs = deadlineMs;
    this.#model = model;
    this.#channel = channel;
  }

  /**
   * Makes the exchanges and queues of the Hub on a broker, and empties the queues.
   *
   * @throws what the broker says: nobody there, unknown user, no right.
   */
  static async open(options: TrialHubOptions): Promise<TrialHub> {
    const model = await amqp.connect(options.url, { timeout: 10_000 });
    model.on('error', () => undefined);
    const channel = await model.createConfirmChannel();
    channel.on('error', () => undefined);
    const hub = new TrialHub(options, model, channel);
    try {
      hub.#standIn = await startHubStandIn({
        url: options.url,
        clients: [options.client, options.platform],
        schemaFault: answerFault,
        // The program goes on reading: a second run finds it there.
        keepQueues: true,
        onRefused: (refused) => hub.#refused(refused),
      });
      await hub.#read();
    } catch (error) {
      await model.close().catch(() => undefined);
      throw error;
    }
    return hub;
  }

  async #read(): Promise<void> {
    const own = hubQueues(this.platform);
    for (const queue of QUEUES) {
      await this.#channel.purgeQueue(hubQueues(this.client)[queue]);
      await this.#channel.purgeQueue(own[queue]);
      await this.#channel.consume(
        own[queue],
        (message) => {
          if (message === null) return;
          const text = message.content.toString();
          const { exchange } = message.fields;
          this.#add({ kind: 'received', queue, exchange, text, read: parseHubMessage(text) });
        },
        { noAck: true },
      );
    }
  }

  #refused(refused: RefusedMessage): void {
    // What the run itself sends is in order.
    if (refused.routingKey !== this.platform) this.#add({ kind: 'bounced', refused });
  }

  #add(event: HubEvent): void {
    this.events.push(event);
    for (const listener of this.#listeners) listener();
  }

  /** Programs that read a queue of the client. */
  async consumers(queue: Queue): Promise<number> {
    return (await this.#channel.checkQueue(hubQueues(this.client)[queue])).consumerCount;
  }

  /** Messages that wait in a queue of the client. */
  async waiting(queue: Queue): Promise<number> {
    return (await this.#channel.checkQueue(hubQueues(this.client)[queue])).messageCount;
  }

  /** Publishes to the Hub as the platform; fulfilled once the broker has it. */
  async send(message: unknown): Promise<void> {
    const content = Buffer.from(JSON.stringify(message));
    const properties = { ...HUB_MESSAGE_PROPERTIES };
    this.#channel.publish(HUB_EXCHANGE, this.platform, content, properties);
    await this.#channel.waitForConfirms();
  }

  /** Puts bytes into a queue of the program, past all checks of the Hub. */
  async put(queue: Queue, body: string | Buffer, contentType = 'application/json'): Promise<void> {
    const properties = { ...HUB_MESSAGE_PROPERTIES, contentType };
    this.#channel.publish('', hubQueues(this.client)[queue], Buffer.from(body), properties);
    await this.#channel.waitForConfirms();
  }

  /** What came of a message, of which only what came after `since` events counts. */
  async outcome(id: string, since = 0): Promise<Outcome> {
    const find = () => outcomeOf(this.events.slice(since), id, this.receiptIsFinal);
    return (await this.until(find)) ?? { kind: 'silent' };
  }

  /** Waits until something that came makes a value; null when the deadline comes first. */
  async until<Value>(find: () => Value | null): Promise<Value | null> {
    const latest = AbortSignal.timeout(this.deadlineMs);
    for (let value = find(); ; value = find()) {
      if (value !== null || latest.aborted) return value;
      await new Promise<void>((resolve) => {
        const go = (): void => {
          this.#listeners.delete(go);
          latest.removeEventListener('abort', go);
          resolve();
        };
        this.#listeners.add(go);
        latest.addEventListener('abort', go);
      });
    }
  }

  /** Looks again and again; whether it held before the deadline. */
  async look(holds: () => Promise<boolean>, deadlineMs = this.deadlineMs): Promise<boolean> {
    const latest = Date.now() + deadlineMs;
    while (!(await holds())) {
      if (Date.now() > latest) return false;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return true;
  }

  /** Ends it; exchanges and queues stay. */
  async close(): Promise<void> {
    await this.#standIn?.stop();
    await this.#model.close().catch(() => undefined);
  }
}
