/**
 * The platform in memory as a server, for programs that are tested from outside: another process,
 * another language, a browser.
 *
 * @module
 */
/// <reference types="node" />
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ending } from '../fake-platform/network.ts';
import type { FakePlatform } from '../fake-platform/platform.ts';

/** Where the platform listens. */
export interface ListenOptions {
  /** Default, one that is free. */
  port?: number;
  /** Default `127.0.0.1`. */
  host?: string;
}

/** A platform that listens. */
export interface ListeningPlatform {
  /** `http://127.0.0.1:43210` */
  readonly url: string;
  /** Breaks every connection and stops. */
  readonly close: () => Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  return Buffer.concat(parts).toString('utf8');
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return headers;
}

/** Half of it, then a broken connection. */
async function cut(answer: Response, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  response.setHeader('content-length', body.length);
  response.write(body.subarray(0, body.length / 2), () => response.destroy());
}

async function write(ending: Ending, response: ServerResponse): Promise<void> {
  const { kind, response: answer } = ending;
  if (kind === 'hang') return;
  if (!answer) return void response.socket?.destroy();
  response.statusCode = answer.status;
  response.setHeaders(answer.headers);
  if (kind === 'cut') return cut(answer, response);
  if (!answer.body) return void response.end();
  const closed = new Promise((resolve) => response.once('close', () => resolve('closed')));
  const reader = answer.body.getReader();
  for (;;) {
    const next = await Promise.race([reader.read(), closed]);
    if (typeof next !== 'object' || next === null || !('done' in next)) return reader.cancel();
    const { done, value } = next as ReadableStreamReadResult<Uint8Array>;
    if (done) return void response.end();
    response.write(value);
  }
}

/**
 * Lets a platform listen. A call that is refused breaks its connection: a port cannot be shut for one.
 *
 * @example
 * const platform = createFakePlatform();
 * const { url, close } = await listen(platform, { port: 8080 });
 */
export async function listen(
  platform: FakePlatform,
  { port = 0, host = '127.0.0.1' }: ListenOptions = {},
): Promise<ListeningPlatform> {
  const server = createServer((request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const answer = async () => {
      const { method = 'GET', url: path = '/' } = request;
      const received = {
        method,
        url: new URL(path, 'http://localhost'),
        headers: headersOf(request),
        body: await bodyOf(request),
      };
      await write(await platform.receive(received, gone.signal), response);
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${taken}`,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
