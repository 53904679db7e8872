/** A proxy between a client and a platform that does what networks do at their worst. */
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { buffer } from 'node:stream/consumers';
import { pass } from './faults.ts';

/** A request as it arrived at the proxy. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A complete answer. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * What happens to one request: `forward` sends it to the platform, as often as it is called, and
 * gives the answer, which the client has not seen yet.
 */
export type Fault = (
  response: ServerResponse,
  forward: () => Promise<Reply>,
) => void | Promise<void>;

/** A listening proxy. */
export interface FaultProxy {
  readonly baseUrl: string;
  /** Every request, those that met a fault included. */
  readonly received: readonly Received[];
  /** The next requests below this path meet these faults, one each; the others are passed on. */
  fault(path: string, ...faults: Fault[]): void;
  /** Every request below this path from now on. */
  always(path: string, fault: Fault): void;
}

/** Starts a proxy before `target`. It closes with the test. */
export async function startFaultProxy(t: TestContext, target: string): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true });
  const received: Received[] = [];
  const queues = new Map<string, Fault[]>();
  const standing = new Map<string, Fault>();

  function faultOf(path: string): Fault {
    for (const [start, queue] of queues) {
      if (path.startsWith(start) && queue.length > 0) return queue.shift()!;
    }
    return [...standing].find(([start]) => path.startsWith(start))?.[1] ?? pass;
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = incoming;
    const body = await buffer(incoming);
    received.push({ method, path, headers, body: body.toString() });
    await faultOf(path)(response, () => forward(`${target}${path}`, { method, headers, body }));
  }

  function forward(
    url: string,
    sent: { method: string; headers: IncomingHttpHeaders; body: Buffer },
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const outgoing = request(url, { ...sent, agent }, (answer) => {
        const { statusCode: status = 0, headers } = answer;
        buffer(answer).then((body) => resolve({ status, headers, body }), reject);
      });
      outgoing.on('error', reject).end(sent.body);
    });
  }

  const server = createServer((incoming, response) => {
    // What the platform does not answer, the client is not answered either.
    serve(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    agent.destroy();
    server.close();
    server.closeAllConnections();
  });
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    fault: (path, ...faults) => queues.set(path, [...(queues.get(path) ?? []), ...faults]),
    always: (path, fault) => standing.set(path, fault),
  };
}
