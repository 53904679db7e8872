/**
 * The measured process: the connector over the large agenda, and a bare node:http server that sends
 * the same bytes. Tells its parent the port and, when asked, its memory.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createConnector } from '../src/index.ts';
import { nodeListener } from '../src/node.ts';
import { MemoryAgenda } from '../src/testing/agenda.ts';
import { largeAgenda } from './agenda.ts';

const agenda = new MemoryAgenda(largeAgenda(Number(process.argv[2] ?? 10_000)));
const connector = createConnector({ agenda, baseUrl: 'http://127.0.0.1/fhir' });

/** Answers kept by the bare server, by address. */
const bodies = new Map<string, Buffer>();

const bare = createServer((request, response) => {
  const body = bodies.get(request.url ?? '') ?? Buffer.alloc(0);
  response.writeHead(200, {
    'Content-Type': 'application/fhir+json; charset=utf-8',
    'Content-Length': body.byteLength,
  });
  response.end(body);
});

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const ports = {
  connector: await listen(createServer(nodeListener((request) => connector.handle(request)))),
  bare: await listen(bare),
};

/** Keeps the answer to a search for the bare server to send. */
async function keep(path: string): Promise<void> {
  const answer = await connector.handle(new Request(`http://127.0.0.1${path}`));
  bodies.set(path, Buffer.from(await answer.arrayBuffer()));
  process.send?.({ loaded: path });
}

process.on('message', (message: { readonly load?: string }) => {
  if (message.load !== undefined) {
    void keep(message.load);
    return;
  }
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ memory: { heapUsed, rss } });
});
// Whoever started it has gone, and its servers would keep it alive.
process.on('disconnect', () => process.exit());
process.send?.({ ports });
