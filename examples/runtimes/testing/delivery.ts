import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SasClient } from '@sas-kit/client';

/** A signed event as the platform has sent it, for a program that checks it. */
export interface Delivery {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly secret: string;
}

/** Registers an endpoint with the platform, and takes the test event that it sends there. */
export async function receiveDelivery(client: SasClient): Promise<Delivery> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { id, secret } = await client.webhooks.create({ url, events: ['*'] });
    const arriving = once(server, 'request');
    const asked = client.webhooks.test(id);
    const [request, response] = (await arriving) as [IncomingMessage, ServerResponse];
    const headers = Object.entries(request.headers).filter(([name]) => name.startsWith('webhook-'));
    const body = await text(request);
    response.writeHead(204).end();
    await asked;
    return { body, headers: Object.fromEntries(headers) as Record<string, string>, secret };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
