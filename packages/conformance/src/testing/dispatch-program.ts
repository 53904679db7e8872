import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  applyToAppointment,
  type AppointmentRecord,
  buildAcknowledgement,
  buildError,
  HUB_EXCHANGE,
  HUB_MESSAGE_PROPERTIES,
  hubQueues,
  type HubRoute,
  parseHubMessage,
  type ParsedHubMessage,
  type ReferenceStep,
} from '@sas-kit/fhir/hub';
import * as amqp from 'amqplib';
import type { Queue } from '../lrm/outcome.ts';
import type { Shown } from '../lrm/door.ts';

/** A message that the program got. */
export interface Got {
  readonly queue: Queue;
  readonly text: string;
  readonly contentType: string;
  readonly read: ParsedHubMessage;
  /** Messages before it, of any queue. */
  readonly before: readonly string[];
}

/** An answer, and how it leaves. */
export interface Leaving {
  exchange: string;
  routingKey: string;
  /** The envelope; a text is sent as it is. */
  body: any;
  properties: amqp.Options.Publish;
}

/** What a program does otherwise than a sound one; each part is optional. */
export interface Misconduct {
  /** Queues that it reads. */
  readonly reads?: readonly Queue[];
  /** Steps of the acknowledgement of what it takes. */
  readonly steps?: readonly ReferenceStep[];
  /** An RS-ERROR with this number in place of what it would do. */
  readonly refuses?: (got: Got) => number | null;
  /** Takes what a sound one refuses. */
  readonly takes?: (got: Got) => boolean;
  /** Answers nothing. */
  readonly mute?: (got: Got) => boolean;
  /** Changes an answer in place. */
  readonly leaving?: (leaving: Leaving, got: Got) => void;
  /** What it shows of its appointments. */
  readonly shows?: (shown: Shown[], id: string) => unknown;
  /** How a message changes what is known; default: as a sound one. */
  readonly applies?: typeof applyToAppointment;
}

/** A running dispatch program. */
export interface DispatchProgram {
  /** Where it tells what it shows. */
  readonly door: string;
  close(): Promise<void>;
}

/** Starts a small dispatch program with its door: a sound one, or one that a test spoils. */
export async function startDispatchProgram(
  url: string,
  clientId: string,
  misconduct: Misconduct = {},
): Promise<DispatchProgram> {
  const { reads = ['message', 'ack', 'info'], steps = ['RECU', 'INTEGRE'] } = misconduct;
  const known = new Map<string, AppointmentRecord>();
  const before: string[] = [];
  const model = await amqp.connect(url);
  model.on('error', () => undefined);
  const channel = await model.createChannel();
  channel.on('error', () => undefined);

  const send = (got: Got, recipient: string, write: (route: HubRoute) => unknown): void => {
    const route = { sender: clientId, recipient, id: crypto.randomUUID(), sentAt: new Date() };
    const exercise = got.read.message?.status === 'Exercise';
    const leaving: Leaving = {
      exchange: HUB_EXCHANGE,
      routingKey: clientId,
      body: write({ ...route, exercise }),
      properties: { ...HUB_MESSAGE_PROPERTIES },
    };
    misconduct.leaving?.(leaving, got);
    const { exchange, routingKey, body, properties } = leaving;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    channel.publish(exchange, routingKey, Buffer.from(text), properties);
  };
  const refuse = (got: Got, statusCode: number): void => {
    const { distributionID, senderID } = got.read;
    if (distributionID === null || senderID === null) return;
    const fault = { statusCode: statusCode as 300, referencedDistributionID: distributionID };
    send(got, senderID, (route) => buildError({ ...fault, cause: 'not taken' }, route));
  };
  const acknowledge = (got: Got): void => {
    const { distributionID, senderID } = got.read;
    if (distributionID === null || senderID === null) return;
    for (const step of steps)
      send(got, senderID, (route) => buildAcknowledgement({ distributionID, step }, route));
  };
  const take = (got: Got): void => {
    const { message } = got.read;
    const statusCode = misconduct.refuses?.(got) ?? null;
    if (misconduct.mute?.(got) === true) return;
    if (statusCode !== null) return refuse(got, statusCode);
    if (misconduct.takes?.(got) === true) return acknowledge(got);
    if (got.queue !== 'message') return;
    if (message?.useCase !== 'appointment' || got.contentType !== 'application/json')
      return refuse(got, 300);
    const row = `${message.status} ${message.appointment.appointmentId}`;
    const apply = misconduct.applies ?? applyToAppointment;
    known.set(row, apply(known.get(row) ?? null, message).record);
    acknowledge(got);
  };

  const server = createServer((request, response) => {
    const id = new URL(request.url ?? '', 'http://door').searchParams.get('appointmentId') ?? '';
    const [real, trial] = [known.get(`Actual ${id}`), known.get(`Exercise ${id}`)];
    const shown: Shown[] = [
      ...(real === undefined ? [] : [real.appointment]),
      ...(trial === undefined ? [] : [{ ...trial.appointment, exercise: true }]),
    ];
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(misconduct.shows?.(shown, id) ?? shown));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  for (const queue of reads)
    await channel.consume(
      hubQueues(clientId)[queue],
      (message) => {
        if (message === null) return;
        const text = message.content.toString();
        const contentType = String(message.properties.contentType);
        take({ queue, text, contentType, read: parseHubMessage(text), before: [...before] });
        before.push(text);
        channel.ack(message);
      },
      { noAck: false },
    );
  return {
    door: `http://127.0.0.1:${(server.address() as AddressInfo).port}/shown`,
    async close() {
      server.closeAllConnections();
      server.close();
      await model.close().catch(() => undefined);
    },
  };
}
