import * as amqp from 'amqplib';
import {
  HUB_EXCHANGE,
  HUB_MESSAGE_PROPERTIES,
  hubQueues,
  type HubEnvelope,
} from '@sas-kit/fhir/hub';
import type { HubCertificate } from './options.ts';
import type { ConnectionSettings } from './settings.ts';
import type { RawDelivery } from './read-delivery.ts';
import type { HubQueue } from './store.ts';

/** What the connection tells. */
export interface ConnectionEvents {
  /** Messages can be sent, and come in. */
  connected(): void;
  /** The broker lets nothing through: its memory or disk is full. `connected` follows. */
  blocked(): void;
  /** It was lost, or could not be made. */
  lost(error: Error): void;
  /**
   * A message came. Fulfilled with what to tell the broker; null: nothing, it will send it again.
   *
   * @param gone aborted when nothing can be told any more.
   */
  delivered(delivery: RawDelivery, gone: AbortSignal): Promise<'ack' | 'nack' | null>;
}

/** Longest wait for a connection to be made, in ms. */
const LONGEST_HANDSHAKE_MS = 15_000;

const QUEUES: readonly HubQueue[] = ['message', 'ack', 'info'];

/**
 * One connection to the broker, made again whenever it is lost: consumes queues of the client, which are
 * declared passively (a client may not make any), and publishes with confirmation.
 */
export class HubConnection {
  readonly #settings: ConnectionSettings;
  readonly #events: ConnectionEvents;
  readonly #queues: readonly HubQueue[];
  #recovering: amqp.RecoveringChannelModel | null = null;
  #live: { readonly model: amqp.ChannelModel; readonly consuming: amqp.Channel } | null = null;
  #publishing: Promise<amqp.ConfirmChannel> | null = null;
  /** Why the broker closed the channel for publishing. */
  #refusal: Error | null = null;
  #closed = false;
  readonly #returned = new Set<string>();

  constructor(
    settings: ConnectionSettings,
    events: ConnectionEvents,
    queues: readonly HubQueue[] = QUEUES,
  ) {
    this.#settings = settings;
    this.#events = events;
    this.#queues = queues;
  }

  /** Begins to connect, and goes on for ever. */
  async open(): Promise<void> {
    const { url, tls, heartbeatSeconds, firstDelayMs, longestDelayMs } = this.#settings;
    const address = new URL(url);
    address.searchParams.set('heartbeat', String(heartbeatSeconds));
    const recovering = await amqp.connect(address.href, {
      noDelay: true,
      timeout: LONGEST_HANDSHAKE_MS,
      clientProperties: { connection_name: this.#settings.clientId },
      ...(url.protocol === 'amqps:' && { minVersion: 'TLSv1.2', rejectUnauthorized: true }),
      ...(tls !== null && certificateOf(tls)),
      recovery: {
        initialDelay: firstDelayMs,
        maxDelay: longestDelayMs,
        waitForConnect: false,
        setup: (model: amqp.ChannelModel) => this.#setUp(model),
      },
    });
    this.#recovering = recovering;
    if (this.#closed) return recovering.close();
    // What ends a connection is told by `disconnect` and `connect-failed`, with the same error.
    recovering.on('error', () => undefined);
    recovering.on('connect', () => this.#events.connected());
    recovering.on('blocked', () => this.#events.blocked());
    recovering.on('unblocked', () => this.#events.connected());
    recovering.on('disconnect', (error) => this.#lost(error));
    recovering.on('connect-failed', (error) => this.#lost(error));
  }

  /** Whether messages can be published now. */
  get isOpen(): boolean {
    return this.#live !== null;
  }

  /** No more messages come in; what came can still be told to the broker. */
  async pause(): Promise<void> {
    const consuming = this.#live?.consuming;
    if (consuming === undefined) return;
    await Promise.all(this.#queues.map((queue) => consuming.cancel(queue))).catch(() => undefined);
  }

  /** Ends it, after what was told to the broker before; it is not made again. */
  async close(): Promise<void> {
    this.#closed = true;
    const live = this.#live;
    this.#live = null;
    // After everything that was told to the broker before.
    await live?.consuming.close().catch(() => undefined);
    await this.#recovering?.close();
  }

  /**
   * Publishes to the Hub; fulfilled once the broker has it on the disk.
   *
   * @throws Error when it is not known to have it: publish it again.
   */
  async publish(message: HubEnvelope<unknown>): Promise<void> {
    const channel = await this.#publisher();
    const id = message.distributionID;
    await new Promise<void>((resolve, reject) => {
      channel.publish(
        HUB_EXCHANGE,
        this.#settings.clientId,
        Buffer.from(JSON.stringify(message)),
        { ...HUB_MESSAGE_PROPERTIES, messageId: id, mandatory: true },
        (error: unknown) => {
          const wasReturned = this.#returned.delete(id);
          // A channel that was closed says so; why, it was told before.
          if (error != null) reject(this.#refusal ?? asError(error, 'the broker refused it'));
          else if (wasReturned) reject(new Error(`${HUB_EXCHANGE} leads nowhere`));
          else resolve();
        },
      );
    });
  }

  #publisher(): Promise<amqp.ConfirmChannel> {
    const model = this.#live?.model;
    if (model === undefined) return Promise.reject(new Error('not connected'));
    this.#publishing ??= model.createConfirmChannel().then(
      (channel) => {
        this.#refusal = null;
        channel.on('error', (error) => (this.#refusal = error));
        channel.on('close', () => (this.#publishing = null));
        // A message that no queue gets is confirmed as well, right after it came back.
        channel.on('return', ({ properties }) => this.#returned.add(String(properties.messageId)));
        return channel;
      },
      (error: unknown) => {
        this.#publishing = null;
        throw error;
      },
    );
    return this.#publishing;
  }

  async #setUp(model: amqp.ChannelModel): Promise<void> {
    model.on('error', () => undefined);
    const consuming = await model.createChannel();
    const gone = new AbortController();
    consuming.on('error', () => undefined);
    consuming.once('close', () => gone.abort());
    // A channel that the broker closed, or a queue that went away: everything is made anew.
    consuming.once('close', () => this.#restart(consuming, model));
    const names = hubQueues(this.#settings.clientId);
    for (const queue of this.#queues) await consuming.checkQueue(names[queue]);
    await consuming.prefetch(this.#settings.prefetch);
    this.#publishing = null;
    this.#live = { model, consuming };
    for (const queue of this.#queues) {
      const options = { consumerTag: queue };
      await consuming.consume(
        names[queue],
        (message) => {
          if (message === null) this.#restart(consuming, model);
          else void this.#deliver(consuming, queue, message, gone.signal);
        },
        options,
      );
    }
  }

  async #deliver(
    channel: amqp.Channel,
    queue: HubQueue,
    message: amqp.ConsumeMessage,
    gone: AbortSignal,
  ): Promise<void> {
    const { contentType, contentEncoding } = message.properties as Partial<
      Record<'contentType' | 'contentEncoding', string>
    >;
    const delivery: RawDelivery = {
      queue,
      body: message.content,
      contentType: contentType ?? null,
      contentEncoding: contentEncoding ?? null,
    };
    const verdict = await this.#events.delivered(delivery, gone);
    if (verdict === null || gone.aborted) return;
    try {
      if (verdict === 'ack') channel.ack(message);
      else channel.nack(message, false, false);
    } catch {
      // The channel is closing: the broker sends the message again, and it will be recognised.
    }
  }

  #restart(consuming: amqp.Channel, model: amqp.ChannelModel): void {
    if (this.#live?.consuming === consuming) void model.close().catch(() => undefined);
  }

  #lost(error: Error): void {
    this.#live = null;
    this.#publishing = null;
    this.#events.lost(asError(error, 'the connection was closed'));
  }
}

/** Nothing but these: what would weaken the check of the broker is not passed on. */
function certificateOf({ key, cert, pfx, passphrase, ca }: HubCertificate): amqp.SocketOptions {
  return {
    credentials: amqp.credentials.external(),
    ...(key !== undefined && { key }),
    ...(cert !== undefined && { cert }),
    ...(pfx !== undefined && { pfx }),
    ...(passphrase !== undefined && { passphrase }),
    ...(ca !== undefined && { ca }),
  };
}

function asError(value: unknown, otherwise: string): Error {
  return value instanceof Error ? value : new Error(otherwise);
}
