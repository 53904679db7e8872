import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CaseFile } from './cases.ts';
import { Desk } from './desk.ts';
import { answer } from './http/app.ts';
import { Sessions } from './http/sessions.ts';
import type { Options } from './options.ts';

/** What surrounds the program. */
export interface Surroundings {
  /** Folder of the elements' files. */
  readonly elements?: URL;
  readonly cases?: readonly CaseFile[];
  readonly say?: (line: string) => void;
  readonly now?: () => Date;
}

/** A program that listens. */
export interface Running {
  /** `http://127.0.0.1:8095` */
  readonly origin: string;
  readonly desk: Desk;
  close(): Promise<void>;
}

/**
 * Opens what was kept, connects to the Hub where there is one, and listens on 127.0.0.1.
 *
 * @throws what the folder, the port or the options of the Hub say.
 */
export async function startProgram(
  { port, data, hub, platform }: Options,
  { elements, cases, say = () => undefined, now }: Surroundings = {},
): Promise<Running> {
  const readers = new Set<ServerResponse>();
  const desk = await Desk.open({
    ...{ data, hub, say },
    ...(cases !== undefined && { cases }),
    ...(now !== undefined && { now }),
    onChange: () => readers.forEach((reader) => reader.write('event: changed\ndata:\n\n')),
  });
  const app = {
    desk,
    platform,
    elements: elements ?? null,
    sessions: new Sessions(),
    readers,
    say,
  };
  const server = createServer((request, response) => {
    answer(app, request, response).catch((error: unknown) => {
      say(`a request failed: ${String(error)}`);
      if (response.headersSent) response.end();
      else response.writeHead(500).end();
    });
  });
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    await desk.close();
    throw error;
  }
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    desk,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await desk.close();
    },
  };
}
