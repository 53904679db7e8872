import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSasClient, isSasError, type NewWebhook, type SasClient } from '@sas-kit/client';
import { isWebhookVerificationError, verifyWebhook } from '@sas-kit/client/webhooks';
import { type ListenRequest, UsageError } from './arguments.ts';
import { describe } from './describe.ts';
import { forward } from './forward.ts';

/** More than any event has, bytes. */
const MOST_BYTES = 1_000_000;

/** Prints a line. */
export type Say = (line: string) => void;

/** Events arrive until it is ended. */
export interface Listening {
  /** Removes the endpoint. */
  end(): Promise<void>;
}

function clientOf({ platform: baseUrl, token }: ListenRequest): SasClient {
  try {
    return createSasClient({ baseUrl, token, retries: 0, timeoutMs: 5_000 });
  } catch (error) {
    throw new UsageError(`--platform: ${(error as Error).message}`);
  }
}

/**
 * Makes an endpoint on the platform, prints what it receives and hands it on.
 *
 * @throws {UsageError} for what whoever calls can mend.
 */
export async function listen(request: ListenRequest, say: Say): Promise<Listening> {
  const client = clientOf(request);
  const path = `/${randomBytes(9).toString('base64url')}`;
  let webhook: NewWebhook | undefined;
  const server = createServer((incoming, response) => {
    const take = async () => {
      if (incoming.method !== 'POST' || incoming.url !== path || webhook === undefined) return 404;
      return receive(await bodyOf(incoming), incoming, webhook.secret, request.forward, say);
    };
    take().then(
      (status) => answer(response, status),
      () => answer(response, 400),
    );
  });
  const port = await open(server, request.port);
  try {
    webhook = await register(client, request, `http://127.0.0.1:${port}${path}`);
  } catch (error) {
    server.close();
    throw explain(error, request);
  }
  const { id, secret } = webhook;
  say(`Events of ${request.platform}: ${webhook.events.join(', ')}`);
  say(`Secret, for verifyWebhook: ${secret}`);
  say(request.forward === null ? 'Printed only.' : `Handed on to ${request.forward}`);
  say('Ctrl+C ends it.');
  return {
    async end() {
      server.close();
      server.closeAllConnections();
      await client.webhooks.remove(id, { ifMatch: '*' });
      say('The endpoint is removed.');
    },
  };
}

function register(client: SasClient, { events }: ListenRequest, url: string): Promise<NewWebhook> {
  return client.webhooks.create({ url, events, description: 'sas-webhooks listen' });
}

/** Checks one event, prints it, hands it on. @returns what the platform is answered. */
async function receive(
  body: Uint8Array<ArrayBuffer>,
  { headers }: IncomingMessage,
  secret: string,
  target: string | null,
  say: Say,
): Promise<number> {
  try {
    const event = await verifyWebhook(body, headers, secret);
    const line = describe(event, new Date());
    if (target === null) {
      say(line);
      return 204;
    }
    const { status, told } = await forward(target, headers, body);
    say(`${line}  ${told}`);
    return status;
  } catch (error) {
    if (!isWebhookVerificationError(error)) throw error;
    say(`refused: ${error.code}: ${error.message}`);
    return 400;
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('too large');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function answer(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

async function open(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new UsageError(`port ${port} is in use: give another --port, or none`);
  });
  return (server.address() as AddressInfo).port;
}

/** What the reader can mend, in its own words; anything else as it is. */
function explain(error: unknown, { platform, events }: ListenRequest): unknown {
  if (!isSasError(error)) return error;
  const { code, status, problem } = error;
  if (code === 'connection' || code === 'timeout') {
    return new UsageError(
      `no platform answers at ${platform}: start one (npm start), or give --platform`,
    );
  }
  if (status === 401) {
    return new UsageError(
      'the token is not valid there: a demonstration makes new ones at every start',
    );
  }
  if (status === 403) {
    return new UsageError(
      `this token may not make endpoints, editor or administrator may: ${problem?.detail ?? code}`,
    );
  }
  if (code === 'address-refused') {
    return new UsageError(
      `${platform} does not send events to this machine: start it with SAS_WEBHOOK_LOOPBACK=true, never in production`,
    );
  }
  if (status === 400) {
    return new UsageError(`--events ${events.join(',')}: ${problem?.detail ?? code}`);
  }
  return new UsageError(`${platform}: ${error.message}`);
}
