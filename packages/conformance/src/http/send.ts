import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isUtf8 } from 'node:buffer';
import { performance } from 'node:perf_hooks';
import { pipeline, type Readable } from 'node:stream';
import type { SecureContextOptions } from 'node:tls';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Exchange, NoAnswer, type Sent } from './exchange.ts';
import { noAnswerOf } from './no-answer.ts';

export interface SendOptions {
  /** Authorities and client certificate. */
  readonly tls: SecureContextOptions;
  /** Longest wait for the last byte, in ms. */
  readonly deadlineMs: number;
  /** Most bytes of the decompressed body. */
  readonly maxBytes: number;
}

/**
 * Sends a request, its address byte for byte as it is written, and reads the whole answer.
 *
 * @throws {NoAnswer}
 */
export async function send(request: Sent, options: SendOptions): Promise<Exchange> {
  const started = performance.now();
  const deadline = AbortSignal.timeout(options.deadlineMs);
  try {
    const response = await open(request, options.tls, deadline);
    const bytes = await readWhole(response, request, options.maxBytes, deadline);
    const text = bytes.toString('utf8');
    return {
      request,
      status: response.statusCode ?? 0,
      headers: response.headers,
      text,
      json: parseJson(text),
      utf8: isUtf8(bytes),
      ms: performance.now() - started,
    };
  } catch (error) {
    throw noAnswerOf(error, request, deadline.aborted ? options.deadlineMs : null);
  }
}

/** The path and query of an address, unchanged: `URL` would rewrite some of it. */
function targetOf(url: string): string {
  const rest = /^https?:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] ?? '';
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function open(
  sent: Sent,
  tls: SecureContextOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const url = new URL(sent.url);
  const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = start({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port,
      path: targetOf(sent.url),
      method: sent.method,
      headers: {
        ...sent.headers,
        ...(sent.body !== undefined && { 'content-length': Buffer.byteLength(sent.body) }),
      },
      // A connection of its own, as the kit's: none that the server has just closed.
      agent: false,
      signal,
      ...tls,
    });
    request.on('response', resolve);
    request.on('error', reject);
    request.end(sent.body);
  });
}

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

async function readWhole(
  response: IncomingMessage,
  request: Sent,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const decoder = DECODERS[response.headers['content-encoding']?.toLowerCase() ?? ''];
  const body: Readable =
    decoder === undefined || request.method === 'HEAD'
      ? response
      : pipeline(response, decoder(), () => undefined);
  const stop = (): void => void response.destroy(new Error('deadline'));
  signal.addEventListener('abort', stop, { once: true });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += (chunk as Buffer).byteLength;
      if (size > maxBytes) throw tooBig(request, maxBytes);
      chunks.push(chunk as Buffer);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    if (size > maxBytes) response.destroy();
  }
  return Buffer.concat(chunks);
}

function tooBig(request: Sent, maxBytes: number): NoAnswer {
  return new NoAnswer(
    'too-big',
    {
      fr: `réponse de plus de ${maxBytes} octets`,
      en: `answer of more than ${maxBytes} bytes`,
    },
    request,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
