import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { components } from '../generated/platform.ts';
import { until } from './until.ts';

/** One event as it arrived. */
export interface ReceivedEvent {
  headers: IncomingHttpHeaders;
  /** Byte by byte as it was sent. */
  raw: string;
  event: components['schemas']['WebhookEvent'];
}

/** How a receiver answers: a status, or by hand. */
export type ReceiverReply = number | ((response: ServerResponse, received: ReceivedEvent) => void);

/** An integrator's server. */
export interface WebhookReceiver {
  url: string;
  received: ReceivedEvent[];
  /** How it answers from now on; 204 at first. */
  answers: ReceiverReply;
  /** Those of a type, or all. */
  events(type?: string): ReceivedEvent['event'][];
  /** Waits until so many have arrived. */
  arrived(count: number, type?: string): Promise<ReceivedEvent['event'][]>;
  close(): Promise<void>;
}

/** Starts a receiver on a port of its own, or on a given one. */
export async function startReceiver(port = 0): Promise<WebhookReceiver> {
  const received: ReceivedEvent[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      const arrival = { headers: request.headers, raw, event: JSON.parse(raw) };
      received.push(arrival);
      const { answers } = receiver;
      if (typeof answers === 'number') response.writeHead(answers).end();
      else answers(response, arrival);
    });
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const events = (type?: string) =>
    received.map(({ event }) => event).filter((event) => type === undefined || event.type === type);
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sas`,
    received,
    answers: 204,
    events,
    arrived: (count, type) => until(() => events(type).length >= count && events(type)),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return receiver;
}
