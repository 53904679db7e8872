import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handler } from './handler.ts';
import { type Body, byteLengthOf, wholeBodyOf } from './http/whole-body.ts';

/** Bytes of a refused body that are still read, so that the refusal reaches the sender. */
const MOST_DRAINED = 16 * 1024 * 1024;

/** Methods that web-standard requests do not know; no address here has them, nor PATCH. */
const UNKNOWN_TO_REQUEST = new Set(['CONNECT', 'TRACE', 'TRACK']);

/** A listener for `http.createServer` or `https.createServer`. */
export function nodeListener(
  handle: Handler,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    serveNode(handle, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  };
}

/**
 * Passes one request of Node to a handler and its answer back.
 *
 * @param path address below the handler, when a router has taken part of it.
 */
export async function serveNode(
  handle: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  path: string = incoming.url ?? '/',
): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const response = await handle(toRequest(incoming, path, gone.signal));
  if (outgoing.destroyed) return;
  const body = wholeBodyOf(response) ?? (await bodyOf(response));
  outgoing.statusCode = response.status;
  response.headers.forEach((value, name) => outgoing.setHeader(name, value));
  if (body !== null) outgoing.setHeader('Content-Length', byteLengthOf(body));
  send(outgoing, body);
  drain(incoming);
}

async function bodyOf(response: Response): Promise<Body | null> {
  return response.body === null ? null : [new Uint8Array(await response.arrayBuffer())];
}

/** All pieces in one packet's journey, none of them copied. */
function send(outgoing: ServerResponse, body: Body | null): void {
  if (body === null || typeof body === 'string') {
    outgoing.end(body);
    return;
  }
  outgoing.cork();
  for (const piece of body) outgoing.write(piece);
  outgoing.end();
  outgoing.uncork();
}

function toRequest(incoming: IncomingMessage, path: string, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    // HTTP/2 lists its pseudo-headers here.
    if (name.startsWith(':') || value === undefined) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const parsed = hasBody ? parsedBody(incoming) : null;
  // A body parser has unpacked it.
  if (parsed !== null) headers.delete('content-encoding');
  return new Request(toUrl(path), {
    method: UNKNOWN_TO_REQUEST.has(method) ? 'PATCH' : method,
    headers,
    signal,
    ...(hasBody && { body: parsed ?? toStream(incoming), duplex: 'half' }),
  });
}

/** The host is nothing to us: the connector knows its own address. */
function toUrl(path: string): string {
  const url = /^https?:\/\/[^/?#]*(.*)$/i.exec(path)?.[1] ?? path;
  return `http://connector.invalid${url.startsWith('/') ? '' : '/'}${url}`;
}

/** The body once more, where a parser has read it already: bytes, a text or what JSON holds. */
function parsedBody(
  incoming: IncomingMessage & { readonly body?: unknown },
): Uint8Array<ArrayBuffer> | null {
  const { body, readableDidRead } = incoming;
  if (!readableDidRead || body === undefined) return null;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  // As bytes: a text would bring a content type of its own.
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}

/** The body as a stream; nothing is read that nobody asks for. */
function toStream(incoming: IncomingMessage): ReadableStream {
  return new ReadableStream(
    { pull: (controller) => pull(incoming, controller) },
    { highWaterMark: 0 },
  );
}

/** Passes on the next piece of a body, then lets it wait. */
function pull(
  incoming: IncomingMessage,
  controller: ReadableStreamDefaultController<Uint8Array>,
): Promise<void> {
  return new Promise((resolve) => {
    const settle = (act: () => void): void => {
      incoming.off('data', onData).off('end', onEnd).off('close', onClose);
      act();
      resolve();
    };
    const onData = (chunk: Uint8Array): void => {
      incoming.pause();
      settle(() => controller.enqueue(chunk));
    };
    const onEnd = (): void => settle(() => controller.close());
    const onClose = (): void => settle(() => controller.error(new Error('The sender went away')));
    if (incoming.readableEnded) return onEnd();
    if (incoming.destroyed) return onClose();
    incoming.on('data', onData).on('end', onEnd).on('close', onClose);
    incoming.resume();
  });
}

/** Reads on what is left of a body, up to a bound. */
function drain(incoming: IncomingMessage): void {
  if (incoming.complete || incoming.destroyed) return;
  let size = 0;
  incoming.on('data', (chunk: Uint8Array) => {
    size += chunk.byteLength;
    if (size > MOST_DRAINED) incoming.destroy();
  });
  incoming.on('error', () => undefined);
  incoming.resume();
}
