/** Receives the platform's signed events about one's agendas, until Ctrl+C. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createSasClient, responseInfo } from '@sas-kit/client';
import {
  handleOnce,
  isWebhookVerificationError,
  rememberInMemory,
  type SasWebhookEvent,
  verifyWebhook,
} from '@sas-kit/client/webhooks';
import { baseUrl, tokenOf } from './settings.ts';

const client = createSasClient({ baseUrl, token: tokenOf('editor') });
const handled = rememberInMemory();
let secret = '';

function take(event: SasWebhookEvent): void {
  switch (event.type) {
    case 'appointment.booked':
    case 'appointment.cancelled': {
      const { reference, start } = event.data.appointment;
      return console.log(`${event.type}: ${reference} at ${start}, ${event.data.schedule.ref}`);
    }
    default:
      return console.log(event.type);
  }
}

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    // The raw body: what a parser read and wrote again has another signature.
    const event = await verifyWebhook(await buffer(request), request.headers, secret);
    // An event may come twice; it is handled once, and both times answered 2xx.
    await handleOnce(event, handled, () => take(event));
    response.writeHead(204).end();
  } catch (error) {
    response.writeHead(isWebhookVerificationError(error) ? 400 : 500).end();
  }
}

const server = createServer((request, response) => void receive(request, response));
await once(server.listen(0, '127.0.0.1'), 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;

const endpoint = await client.webhooks.create({ url, events: ['*'] });
secret = endpoint.secret;
await client.webhooks.test(endpoint.id);
console.log(`${url} receives events of the agendas that you publish`);

await once(process, 'SIGINT');
const ifMatch = responseInfo(await client.webhooks.get(endpoint.id))?.etag ?? '';
await client.webhooks.remove(endpoint.id, { ifMatch });
server.close();
console.log('the endpoint is removed');
