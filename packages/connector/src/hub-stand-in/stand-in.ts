import * as amqp from 'amqplib';
import {
  buildError,
  HUB_EXCHANGE,
  HUB_ID,
  HUB_MESSAGE_PROPERTIES,
  hubQueueFor,
  hubQueues,
  isHubId,
  LONGEST_VALIDITY_SECONDS,
  parseHubMessage,
} from '@sas-kit/fhir/hub';
import { type HubFault, judge, type SchemaFault, schemaFaultOf } from './checks.ts';

const DISTRIBUTION = 'distribution';
const DEAD_LETTERS = 'distribution.dlx';

/** A broker on which every right is given, and whose clients are known. */
export interface HubStandInOptions {
  readonly url: string;
  readonly clients: readonly string[];
  /** Default: what `parseHubMessage` knows of the schemas of the Hub. */
  readonly schemaFault?: SchemaFault;
  /** The queues of the clients stay when it ends, for who goes on reading them. Default false. */
  readonly keepQueues?: boolean;
  /** Told of every message that is refused, before its sender is. */
  readonly onRefused?: (refused: RefusedMessage) => void;
}

/** A message that a client published and the stand-in did not pass on. */
export interface RefusedMessage extends HubFault {
  /** Who published it, by its routing key. */
  readonly routingKey: string;
  /** Its bytes as UTF-8. */
  readonly text: string;
}

/** A running stand-in. */
export interface HubStandIn {
  /** What was refused, in the order in which it came. */
  readonly refused: readonly Pick<HubFault, 'about' | 'statusCode'>[];
  /** Ends it, and removes its clients' queues unless they stay. */
  stop(): Promise<void>;
}

/**
 * Stands in for the dispatcher of the Hub Santé: its exchanges and queues, its checks in their order, its
 * errors, expiry and dead letters. Left out: XML, CISU conversion, partners outside `fr.health`.
 *
 * Source: SAMU-Hub-Sante, Dispatcher (March 2025).
 */
export async function startHubStandIn(options: HubStandInOptions): Promise<HubStandIn> {
  const refused: Pick<HubFault, 'about' | 'statusCode'>[] = [];
  let count = 0;
  let live: amqp.ChannelModel | null = null;
  const setup = async (model: amqp.ChannelModel): Promise<void> => {
    model.on('error', () => undefined);
    live = model;
    const channel = await model.createConfirmChannel();
    channel.on('error', () => undefined);
    const returned = new Set<string>();
    channel.on('return', ({ properties }) => returned.add(String(properties.messageId)));
    await declare(channel, options.clients);

    /** @returns whether a queue took it. */
    const forward = (queue: string, content: Buffer, expiration: number): Promise<boolean> =>
      new Promise((resolve, reject) => {
        const messageId = String((count += 1));
        const properties = { ...HUB_MESSAGE_PROPERTIES, mandatory: true, messageId, expiration };
        channel.publish(DISTRIBUTION, queue, content, properties, (error: unknown) => {
          if (error == null) resolve(!returned.delete(messageId));
          else reject(new Error('the broker did not take it', { cause: error }));
        });
      });

    const report = async (fault: Omit<HubFault, 'check'>, sender: string | null): Promise<void> => {
      refused.push({ about: fault.about, statusCode: fault.statusCode });
      if (sender === null || !isHubId(sender) || fault.about === null) return;
      const error = buildError(
        {
          statusCode: fault.statusCode,
          cause: fault.cause,
          referencedDistributionID: fault.about,
        },
        { sender: HUB_ID, recipient: sender, id: crypto.randomUUID(), sentAt: new Date() },
      );
      const content = Buffer.from(JSON.stringify(error));
      await forward(hubQueues(sender).info, content, LONGEST_VALIDITY_SECONDS * 1000);
    };

    const dispatch = async (message: amqp.ConsumeMessage): Promise<void> => {
      const read = parseHubMessage(message.content.toString());
      const refuse = (fault: HubFault): Promise<void> => {
        const { routingKey } = message.fields;
        options.onRefused?.({ ...fault, routingKey, text: message.content.toString() });
        return report(fault, read.senderID);
      };
      const fault = judge(message, read, options.schemaFault ?? schemaFaultOf);
      if (fault !== null) return refuse(fault);
      const { recipientID, kind, distributionID: about, expiresAt } = read.message!;
      const leftMs = Math.min(Date.parse(expiresAt!) - Date.now(), LONGEST_VALIDITY_SECONDS * 1000);
      const queue = hubQueueFor(recipientID!, kind!);
      if (await forward(queue, message.content, Math.max(1, Math.round(leftMs)))) return;
      await refuse({ check: 'route', statusCode: 501, cause: 'no queue', about });
    };

    const bury = async (message: amqp.ConsumeMessage): Promise<void> => {
      const { message: read, senderID } = parseHubMessage(message.content.toString());
      // Nobody is told of an error that nobody reads.
      if (read?.useCase === 'error' || read?.useCase === 'reference') return;
      const about = parseHubMessage(message.content.toString()).distributionID;
      await report({ statusCode: 500, cause: 'not read in time, or refused', about }, senderID);
    };

    for (const [queue, act] of [
      ['dispatch', dispatch],
      ['dispatch.dlq', bury],
    ] as const)
      await channel.consume(queue, (message) => {
        if (message === null) return;
        act(message).then(
          () => channel.ack(message),
          // The broker went away: it sends the message again.
          () => undefined,
        );
      });
  };
  const recovery = { initialDelay: 200, maxDelay: 500, initialMaxRetries: 20, setup };
  const recovering = await amqp.connect(options.url, { recovery });
  recovering.on('error', () => undefined);
  return {
    refused,
    async stop() {
      if (options.keepQueues !== true) await removeQueues(live!, options.clients);
      await recovering.close();
    },
  };
}

function queuesOf(client: string): string[] {
  const { message, ack, info } = hubQueues(client);
  return [message, ack, info];
}

async function removeQueues(model: amqp.ChannelModel, clients: readonly string[]): Promise<void> {
  const channel = await model.createChannel();
  for (const client of clients)
    for (const queue of queuesOf(client)) await channel.deleteQueue(queue);
}

async function declare(channel: amqp.Channel, clients: readonly string[]): Promise<void> {
  await channel.assertExchange(HUB_EXCHANGE, 'topic');
  await channel.assertExchange(DISTRIBUTION, 'direct');
  await channel.assertExchange(DEAD_LETTERS, 'fanout');
  await channel.assertQueue('dispatch');
  await channel.bindQueue('dispatch', HUB_EXCHANGE, '#');
  await channel.assertQueue('dispatch.dlq');
  await channel.bindQueue('dispatch.dlq', DEAD_LETTERS, '');
  for (const client of clients)
    for (const queue of queuesOf(client)) await declareQueue(channel, queue);
}

/** Makes a queue of a client. */
export async function declareQueue(channel: amqp.Channel, queue: string): Promise<void> {
  await channel.assertQueue(queue, { deadLetterExchange: DEAD_LETTERS });
  await channel.bindQueue(queue, DISTRIBUTION, queue);
}
