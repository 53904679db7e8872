import * as amqp from 'amqplib';
import {
  buildAppointmentMessage,
  HUB_EXCHANGE,
  HUB_MESSAGE_PROPERTIES,
  hubQueues,
  parseHubMessage,
  type AppointmentFacts,
  type AppointmentMessage,
  type HubReference,
  type HubErrorReport,
} from '@sas-kit/fhir/hub';
import { createHubConsumer, type HubConsumer, type HubConsumerOptions } from '../hub/index.ts';
import { MemoryHubStore } from '../hub/memory-store.ts';
import { declareQueue, startHubStandIn, type HubStandIn } from '../hub-stand-in/index.ts';

const { AMQP_URL, SAS_TEST_HUB_URL } = process.env;

/** Why tests on a broker are skipped; false where there is one. */
export const noBroker: string | false = AMQP_URL
  ? false
  : 'no AMQP broker: set AMQP_URL, or install rabbitmq-server for `npm test -- hub`';

/** The Hub for the time of one test: one dispatch program, one platform that writes to it. */
export interface TestHub {
  /** With the rights of a client of the Hub, where the broker has such an account. */
  readonly url: string;
  readonly clientId: string;
  readonly platformId: string;
  readonly standIn: HubStandIn;
  /** What the platform got, by the order in which it came. */
  readonly acknowledgements: readonly HubReference[];
  readonly errors: readonly HubErrorReport[];
  readonly problems: readonly string[];
  /** A consumer with what every test needs; it is stopped at the end. */
  consumer(options: Partial<HubConsumerOptions>): Promise<HubConsumer>;
  /** Writes an appointment the way the platform does. */
  write(facts?: Partial<AppointmentFacts>, id?: string, sentAt?: Date): AppointmentMessage;
  /** Publishes to the Hub as the platform; fulfilled once the broker has it. */
  send(message: AppointmentMessage): Promise<void>;
  /** Puts bytes into a queue of the program, past all checks. */
  put(
    queue: 'message' | 'ack' | 'info',
    body: string | Buffer,
    properties?: amqp.Options.Publish,
  ): Promise<void>;
  /** Makes an exchange of the Hub that leads nowhere. */
  makeExchange(): Promise<void>;
  /** Takes the exchange of the Hub away until what it returns is called. */
  removeExchange(): Promise<() => Promise<void>>;
  removeQueue(queue: 'message'): Promise<void>;
  giveQueue(queue: 'message'): Promise<void>;
  /** Messages that wait in the program's queue of messages. */
  waiting(): Promise<number>;
}

/** Lets a test have the Hub, and clears up behind it. */
export async function withHub(
  use: (hub: TestHub) => Promise<void>,
  options: { schemaFault?: (message: unknown) => string | null; clientId?: string } = {},
): Promise<void> {
  const url = AMQP_URL!;
  const mark = crypto.randomUUID().slice(0, 8);
  const clientId = options.clientId ?? `fr.health.test.samu-${mark}`;
  const platformId = `fr.health.test.ptfsas-${mark}`;
  const { schemaFault } = options;
  const standIn = await startHubStandIn({
    url,
    clients: [clientId, platformId],
    ...(schemaFault !== undefined && { schemaFault }),
  });
  const acknowledgements: HubReference[] = [];
  const errors: HubErrorReport[] = [];
  const problems: string[] = [];
  const consumers: HubConsumer[] = [];
  let channel: amqp.ConfirmChannel | null = null;
  const recovering = await amqp.connect(url, {
    recovery: {
      initialDelay: 200,
      initialMaxRetries: 20,
      maxDelay: 500,
      async setup(model: amqp.ChannelModel) {
        model.on('error', () => undefined);
        channel = await model.createConfirmChannel();
        channel.on('error', () => undefined);
        const { ack, info } = hubQueues(platformId);
        for (const queue of [ack, info])
          await channel.consume(
            queue,
            (message) => {
              const read = parseHubMessage(message?.content.toString()).message;
              if (read?.useCase === 'reference') acknowledgements.push(read.reference);
              if (read?.useCase === 'error') errors.push(read.error);
            },
            { noAck: true },
          );
      },
    },
  });
  recovering.on('error', () => undefined);
  const publish = async (...given: [string, string, Buffer, amqp.Options.Publish]) => {
    for (;;) {
      const isIn = await new Promise<boolean>((resolve) => {
        try {
          channel!.publish(...given, (error: unknown) => resolve(error == null));
        } catch {
          resolve(false);
        }
      });
      if (isIn) return;
      // The broker is away: what was not confirmed is sent again.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  let count = 0;
  try {
    await use({
      ...{ url: SAS_TEST_HUB_URL ?? url, clientId, platformId, standIn },
      ...{ acknowledgements, errors, problems },
      async consumer(given) {
        const consumer = createHubConsumer({
          url: SAS_TEST_HUB_URL ?? url,
          clientId,
          store: new MemoryHubStore(),
          onAppointment: () => undefined,
          onError: (error, during) => problems.push(`${during}: ${String(error)}`),
          firstDelayMs: 20,
          longestDelayMs: 500,
          ...given,
        });
        consumers.push(consumer);
        await consumer.start();
        return consumer;
      },
      write(facts = {}, id = String((count += 1)), sentAt = new Date()) {
        const built = buildAppointmentMessage(
          { ...FACTS, ...facts },
          { sender: platformId, recipient: clientId, id, sentAt },
        );
        return built.message!;
      },
      async send(message) {
        const content = Buffer.from(JSON.stringify(message));
        await publish(HUB_EXCHANGE, platformId, content, HUB_MESSAGE_PROPERTIES);
      },
      async put(queue, body, properties = {}) {
        const all = { ...HUB_MESSAGE_PROPERTIES, ...properties };
        await publish('', hubQueues(clientId)[queue], Buffer.from(body), all);
      },
      makeExchange: async () => void (await channel!.assertExchange(HUB_EXCHANGE, 'topic')),
      async removeExchange() {
        await channel!.deleteExchange(HUB_EXCHANGE);
        return async () => {
          await channel!.assertExchange(HUB_EXCHANGE, 'topic');
          await channel!.bindQueue('dispatch', HUB_EXCHANGE, '#');
        };
      },
      removeQueue: async (queue) => void (await channel!.deleteQueue(hubQueues(clientId)[queue])),
      giveQueue: (queue) => declareQueue(channel!, hubQueues(clientId)[queue]),
      waiting: async () => (await channel!.checkQueue(hubQueues(clientId).message)).messageCount,
    });
  } finally {
    await Promise.all(consumers.map((consumer) => consumer.stop(1_000)));
    await recovering.close();
    await standIn.stop();
  }
}

const FACTS: AppointmentFacts = {
  appointmentId: 'rdv-1',
  method: 'CreateAppointment',
  created: '2026-11-22T08:00:00+01:00',
  start: '2026-11-24T09:00:00+01:00',
  end: '2026-11-24T09:15:00+01:00',
  timeZone: 'Europe/Paris',
  status: 'booked',
  orientation: 'PS',
  regulator: { family: 'PETIT', given: 'Anne', email: 'anne.petit@samu.example' },
};

/** Waits for a condition, however slow the machine is. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what = 'it did not come to pass',
): Promise<void> {
  const latest = Date.now() + 120_000;
  while (!(await holds())) {
    if (Date.now() > latest) throw new Error(what);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
