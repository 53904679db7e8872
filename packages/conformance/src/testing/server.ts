import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AgendaSource,
  createConnector,
  MemoryRegulators,
  type Offer,
} from '@sas-kit/connector';
import { nodeListener } from '@sas-kit/connector/node';
import { agendaOf, NOW, OFFER } from './agenda.ts';

export interface Running {
  /** Base address, `http://127.0.0.1:PORT/fhir`. */
  readonly base: string;
  readonly close: () => Promise<void>;
}

/** What a faulty server does otherwise than the sound one; each part is optional. */
export interface Spoiling {
  /** The agenda that it holds instead. */
  readonly agenda?: (offer: Offer) => Offer;
  /** Its present. Default: that of the tests. */
  readonly clock?: () => Date;
  /** Reads another request than the one sent. */
  readonly request?: (request: Request) => Request | Promise<Request>;
  /** Changes the JSON of a 2xx answer in place. */
  readonly body?: (body: any, request: Request) => void;
  /** Answers otherwise. `sound` asks the sound server. */
  readonly answer?: (
    request: Request,
    sound: (request: Request) => Promise<Response>,
  ) => Response | Promise<Response>;
}

/**
 * Starts a server made with the connector that holds `OFFER`, on a free port: a sound one, or one that
 * a test spoils.
 *
 * @param more of what its agenda answers.
 */
export async function startServer(
  spoiling: Spoiling = {},
  more: Partial<AgendaSource> = {},
): Promise<Running> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
  const connector = createConnector({
    baseUrl: base,
    agenda: { ...agendaOf(spoiling.agenda?.(OFFER) ?? OFFER), ...more },
    regulators: new MemoryRegulators(),
    clock: spoiling.clock ?? (() => NOW),
    onError: () => undefined,
  });
  server.on('request', nodeListener(spoilt(connector.handle, spoiling)));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { base, close };
}

type Handle = (request: Request) => Promise<Response>;

function spoilt(handle: Handle, { request: rewrite, body: change, answer }: Spoiling): Handle {
  const sound: Handle = async (request) => handle((await rewrite?.(request)) ?? request);
  return async (asked) => {
    const request = change === undefined ? asked : uncompressed(asked);
    const response = await (answer === undefined ? sound(request) : answer(request, sound));
    return change === undefined ? response : changed(response, request, change);
  };
}

/** The same request, whose answer must not be compressed. */
function uncompressed(request: Request): Request {
  const plain = new Request(request);
  plain.headers.delete('accept-encoding');
  return plain;
}

/** The same answer with another body. */
async function changed(
  response: Response,
  request: Request,
  change: (body: any, request: Request) => void,
): Promise<Response> {
  if (!response.ok) return response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('etag');
  if (text === '') return new Response(null, { status: response.status, headers });
  const body = JSON.parse(text) as unknown;
  change(body, request);
  return new Response(JSON.stringify(body), { status: response.status, headers });
}

/** A server that answers each request with what a function makes of it. */
export function startAnswering(
  answer: (request: Request) => Response | Promise<Response>,
): Promise<Running> {
  return startServer({ answer });
}

/** A request to another address. */
export function readdressed(request: Request, change: (url: string) => string): Request {
  const { method, headers } = request;
  return new Request(change(request.url), { method, headers });
}
