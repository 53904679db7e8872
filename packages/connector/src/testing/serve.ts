import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nodeListener } from '../node.ts';
import type { Handler } from '../handler.ts';

export interface Served {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly server: Server;
  readonly close: () => Promise<void>;
}

/** Serves a handler on a free port of this machine. */
export function serve(handle: Handler): Promise<Served> {
  return listen(createServer(nodeListener(handle)));
}

export async function listen(server: Server): Promise<Served> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
