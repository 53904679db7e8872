import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isAllowed } from './guard.ts';
import { send } from './respond.ts';

/** A server of this machine's alone. */
export interface Listening {
  /** `http://127.0.0.1:8095` */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1, under its own names only. What fails is said, and answered 500.
 *
 * @param port - 0 picks a free one
 * @throws what the port says.
 */
export async function listenHere(
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  say: (line: string) => void,
): Promise<Listening> {
  const server = createServer((request, response) => {
    if (!isAllowed(request)) return send(response, 403, 'text/plain', 'not from here');
    answer(request, response).catch((error: unknown) => {
      say(`a request failed: ${String(error)}`);
      if (response.headersSent) response.end();
      else response.writeHead(500).end();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
