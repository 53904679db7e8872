import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { Problem } from '../types.ts';

/** A request as it arrived. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

/** Answers JSON. */
export function json(status: number, value: object, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };
}

/** Answers a problem. */
export function problem(
  status: number,
  code: string,
  members: Partial<Problem> & Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Reply {
  const type = { 'content-type': 'application/problem+json', 'x-request-id': 'req-1' };
  const body = { type: 'about:blank', title: code, status, code, requestId: 'req-1', ...members };
  return json(status, body, { ...type, ...headers });
}

/** Answers anything. */
export function raw(status: number, body: string, headers: Record<string, string> = {}): Reply {
  return (response) => void response.writeHead(status, headers).end(body);
}

/** Hangs up without an answer. */
export const hangUp: Reply = (response) => void response.socket?.destroy();

/** Never answers. */
export const silence: Reply = () => undefined;

/** Sends its headers and half of its body. */
export const stall: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"items":[');
};

/**
 * A real server that gives these replies in order, the last one for ever. It closes with the test.
 */
export async function serve(
  t: TestContext,
  ...replies: [Reply, ...Reply[]]
): Promise<{ baseUrl: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const reply = replies[Math.min(received.length, replies.length - 1)] as Reply;
      received.push({ method, url, headers, body });
      reply(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}
