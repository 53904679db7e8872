import { createHubConsumer, type HubConsumerOptions, MemoryHubStore } from '@sas-kit/connector/hub';
import { HUB_MESSAGE_PROPERTIES, hubQueues } from '@sas-kit/fhir/hub';
import * as amqp from 'amqplib';
import { startHubStandIn } from '@sas-kit/connector/hub-stand-in';
import { addSlot, openAgenda, slotAt } from './agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from './test-platform.ts';

const { AMQP_URL, SAS_TEST_HUB_URL } = process.env;

/** Why tests on a broker are skipped; false where there is one. */
export const noBroker: string | false = AMQP_URL
  ? false
  : 'no AMQP broker: set AMQP_URL, or install rabbitmq-server for `npm test -- hub`';

/** Whose name messages carry where nobody has an account. */
export const DESK = { family: 'RÉGULATION', given: 'SAS', email: 'regulation@samu.example' };

const TERRITORY = 'le-havre-fecamp';

/** A platform connected to a stand-in of the Hub over a real broker, for the time of one test. */
export interface TestHub {
  platform: TestPlatform;
  platformId: string;
  /** Of the dispatch software of the desk in Le Havre. */
  recipient: string;
  /** Dispatch software that takes messages; it is stopped at the end. */
  dispatchSoftware(options: Partial<HubConsumerOptions>): Promise<void>;
  /** Puts a message into a queue of the platform, past all checks of the Hub. */
  put(queue: 'ack' | 'info', message: unknown): Promise<void>;
  /** Names the dispatch software of Le Havre. */
  settle(hubRecipient: string): Promise<void>;
  /** Books with a token, a slot of its own in two hours. */
  book(as?: string): Promise<string>;
  /** The transmission of an appointment. */
  told(appointment: string): Promise<any>;
}

/** Lets a test have it, and clears up behind it. */
export async function withHub(
  use: (hub: TestHub) => Promise<void>,
  options: {
    settings?: Record<string, string>;
    agenda?: Record<string, unknown>;
    schemaFault?: (message: unknown) => string | null;
    /** Where a certificate says which it is. */
    platformId?: string;
  } = {},
): Promise<void> {
  const mark = crypto.randomUUID().slice(0, 8);
  const { platformId = `fr.health.test.ptfsas-${mark}` } = options;
  const recipient = `fr.health.test.samu-${mark}`;
  const url = SAS_TEST_HUB_URL ?? AMQP_URL!;
  const { schemaFault } = options;
  const standIn = await startHubStandIn({
    url: AMQP_URL!,
    clients: [platformId, recipient],
    ...(schemaFault !== undefined && { schemaFault }),
  });
  const platform = await startTestPlatform({
    SAS_HUB_URL: url,
    SAS_HUB_CLIENT_ID: platformId,
    SAS_BOOKING_WINDOW_HOURS: '72',
    SAS_METRICS_TOKEN: METRICS_TOKEN,
    ...options.settings,
  });
  const broker = await amqp.connect(AMQP_URL!);
  broker.on('error', () => undefined);
  const ends: (() => Promise<void>)[] = [];
  const schedule = await openAgenda(platform, options.agenda);
  let slots = 0;
  const hub: TestHub = {
    ...{ platform, platformId, recipient },
    async dispatchSoftware(given) {
      const consumer = createHubConsumer({
        url,
        clientId: recipient,
        store: new MemoryHubStore(),
        onAppointment: () => undefined,
        onError: () => undefined,
        firstDelayMs: 20,
        longestDelayMs: 500,
        ...given,
      });
      ends.push(() => consumer.stop(1_000));
      await consumer.start();
    },
    async put(queue, message) {
      const channel = await broker.createConfirmChannel();
      const body = Buffer.from(JSON.stringify(message));
      channel.publish('', hubQueues(platformId)[queue], body, HUB_MESSAGE_PROPERTIES);
      await channel.waitForConfirms();
      await channel.close();
    },
    async settle(hubRecipient) {
      const { status, body } = await platform.call('PUT', `/v1/territories/${TERRITORY}/dispatch`, {
        as: 'administrator',
        body: { hubRecipient, desk: DESK },
      });
      if (status !== 200) throw new Error(JSON.stringify(body));
    },
    async book(as = 'regulator') {
      const start = (await platform.database.now()).getTime() + 7_200_000 + 300_000 * slots++;
      const slotId = await addSlot(
        platform,
        schedule,
        slotAt(new Date(start).toISOString(), {}, 5),
      );
      const { status, body } = await platform.call('POST', '/v1/appointments', {
        as,
        body: { slotId },
      });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body.id as string;
    },
    async told(appointment) {
      const path = `/v1/appointments/${appointment}`;
      return (await platform.call('GET', path, { as: 'administrator' })).body.transmission;
    },
  };
  await hub.settle(recipient);
  try {
    await use(hub);
  } finally {
    await Promise.all(ends.map((end) => end()));
    await platform.close();
    await broker.close().catch(() => undefined); // a test may have ended it
    await standIn.stop();
  }
}

/** Opens `/metrics` of the platform of a test. */
export const METRICS_TOKEN = 'metrics-of-the-hub-tests';
