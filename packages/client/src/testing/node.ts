/**
 * The platform in memory as a server, for programs that are tested from outside: another process,
 * another language, a browser.
 *
 * @module
 */
/// <reference types="node" />
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { brokenOff, type Ending } from '../fake-platform/network.ts';
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

async function write({ kind, response: whole }: Ending, response: ServerResponse): Promise<void> {
  if (kind === 'hang') return;
  if (!whole) return void response.socket?.destroy();
  const answer = kind === 'cut' ? await brokenOff(whole) : whole;
  response.statusCode = answer.status;
  response.setHeaders(answer.headers);
  if (!answer.body) return void response.end();
  // What cannot be read to its end breaks the connection.
  await pipeline(Readable.fromWeb(answer.body as NodeReadableStream), response);
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
