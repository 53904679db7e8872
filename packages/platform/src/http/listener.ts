import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerOptions } from 'node:http';
import type { ServerOptions as SecureServerOptions } from 'node:https';
import type { Socket } from 'node:net';
import { type ErrorCode, ProblemError } from './problem.ts';

/** How long a slow client is waited for. */
export interface ClientTimeouts {
  /** For the headers of a request to arrive. */
  headersSeconds: number;
  /** For a whole request to arrive, its body included. */
  requestSeconds: number;
  /** Without a request, on a connection that is kept. */
  idleSeconds: number;
}

/** Bytes of the request line and the headers. */
const MAX_HEADER_SIZE = 16_384;
/** Requests on one connection; then it is closed, so that load moves to new processes. */
const REQUESTS_PER_CONNECTION = 10_000;
/** A connection on which nothing moves: its client does not read its answer. */
const STALLED_MS = 120_000;
/** How often late requests are looked for: they are cut off at most so much later. */
const LOOK_EVERY_MS = 1_000;

/** What the HTTP parser and the connections of this server are held to, for Fastify. */
export function listenerOptions(timeouts: ClientTimeouts, https: SecureServerOptions | null) {
  const requestTimeout = Math.max(timeouts.requestSeconds, timeouts.headersSeconds) * 1000;
  const parser: ServerOptions = {
    maxHeaderSize: MAX_HEADER_SIZE,
    headersTimeout: timeouts.headersSeconds * 1000,
    requestTimeout,
    connectionsCheckingInterval: LOOK_EVERY_MS,
    insecureHTTPParser: false,
    requireHostHeader: false, // `checkHost` does it, and says so as a problem
  };
  return {
    ...(https === null ? { http: parser } : { https: { ...parser, ...https } }),
    requestTimeout,
    keepAliveTimeout: timeouts.idleSeconds * 1000,
    connectionTimeout: STALLED_MS,
    maxRequestsPerSocket: REQUESTS_PER_CONNECTION,
  };
}

/**
 * RFC 9112, section 3.2: one `Host`, which HTTP/1.0 may leave out. With two, a proxy in front may have
 * believed the other one.
 *
 * @throws {ProblemError} 400 `invalid-request`.
 */
export function checkHost({ rawHeaders, httpVersion }: IncomingMessage): void {
  const hosts = rawHeaders.filter((text, i) => i % 2 === 0 && text.toLowerCase() === 'host').length;
  if (hosts === 1 || (hosts === 0 && httpVersion === '1.0')) return;
  throw new ProblemError('invalid-request', 'Send one Host header.');
}

const CODES: Partial<Record<string, ErrorCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'header-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body-too-large',
};

/** What the HTTP parser refuses never reaches the router: it is answered here, and the connection ends. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = new ProblemError(CODES[error.code ?? ''] ?? 'invalid-request');
  const requestId = randomUUID();
  const body = JSON.stringify(problem.toProblem(requestId));
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.message}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // Not kept half open for a client that never closes its side.
  socket.destroySoon();
}
