import { startHubStandIn } from '@sas-kit/connector/hub-stand-in';
import {
  buildAppointmentMessage,
  HUB_EXCHANGE,
  HUB_MESSAGE_PROPERTIES,
  hubQueues,
  parseHubMessage,
  type ReferenceStep,
} from '@sas-kit/fhir/hub';
import * as amqp from 'amqplib';

/** A SAS platform behind a stand-in of the Hub. */
export interface PlatformOfTests {
  readonly id: string;
  /** What came back, as text, in the order in which it came. */
  readonly texts: readonly string[];
  /** Numbers of the errors that came back. */
  readonly errors: readonly number[];
  /** Messages for which this step was answered. */
  stepsOf(step: ReferenceStep): ReadonlySet<string>;
  /** A whole message around an appointment. */
  around(appointment: unknown): unknown;
  /** Publishes until the broker has it. */
  send(message: unknown): Promise<void>;
  close(): Promise<void>;
}

/** Starts both; they come back when a test kills the broker. */
export async function startPlatform(
  url: string,
  client: string,
  id: string,
): Promise<PlatformOfTests> {
  const standIn = await startHubStandIn({ url, clients: [client, id] });
  const texts: string[] = [];
  const errors: number[] = [];
  const steps = new Map<string, Set<string>>();
  let channel: amqp.ConfirmChannel | null = null;
  const read = (text: string): void => {
    texts.push(text);
    const { message } = parseHubMessage(text);
    if (message?.useCase === 'error') errors.push(message.error.errorCode.statusCode);
    if (message?.useCase !== 'reference') return;
    const { step = '', distributionID } = message.reference;
    steps.set(step, (steps.get(step) ?? new Set()).add(distributionID));
  };
  const setup = async (model: amqp.ChannelModel): Promise<void> => {
    model.on('error', () => undefined);
    const made = await model.createConfirmChannel();
    made.on('error', () => undefined);
    const { ack, info } = hubQueues(id);
    for (const queue of [ack, info])
      await made.consume(queue, (message) => {
        if (message === null) return;
        read(message.content.toString());
        made.ack(message);
      });
    channel = made;
  };
  const recovery = { initialDelay: 200, maxDelay: 500, initialMaxRetries: 20, setup };
  const recovering = await amqp.connect(url, { recovery });
  recovering.on('error', () => undefined);
  const publish = (content: Buffer): Promise<boolean> =>
    new Promise((resolve) => {
      try {
        channel!.publish(HUB_EXCHANGE, id, content, HUB_MESSAGE_PROPERTIES, (error: unknown) =>
          resolve(error == null),
        );
      } catch {
        resolve(false);
      }
    });
  return {
    ...{ id, texts, errors },
    stepsOf: (step) => steps.get(step) ?? new Set(),
    around(appointment) {
      const { message } = buildAppointmentMessage(
        {
          appointmentId: 'replaced',
          method: 'CreateAppointment',
          created: new Date(),
          start: new Date(Date.now() + 86_400_000),
          timeZone: 'Europe/Paris',
          status: 'booked',
          regulator: { family: 'RÉGULATION', given: 'SAS', email: 'regulation@samu.example' },
          organization: { name: 'Cabinet de démonstration', siret: '390000090200016' },
        },
        { sender: id, recipient: client, id: crypto.randomUUID(), sentAt: new Date() },
      );
      Object.assign(message!.content[0]!.jsonContent.embeddedJsonContent.message, { appointment });
      return message;
    },
    async send(message) {
      const content = Buffer.from(JSON.stringify(message));
      while (!(await publish(content))) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    async close() {
      await recovering.close();
      await standIn.stop();
    },
  };
}

/** Waits for a condition, however slow the machine is. */
export async function until(holds: () => boolean): Promise<void> {
  const latest = Date.now() + 240_000;
  while (!holds()) {
    if (Date.now() > latest) throw new Error('it did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** In another order, the same each time. */
export function shuffled<Value>(values: readonly Value[]): Value[] {
  let seed = 1;
  const all = [...values];
  for (let index = all.length - 1; index > 0; index -= 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    const other = seed % (index + 1);
    [all[index], all[other]] = [all[other]!, all[index]!];
  }
  return all;
}
