import { entityTag, isKnown } from './etag.ts';
import { type Body, byteLengthOf, withWholeBody } from './whole-body.ts';

/** What a route gives; the rest of HTTP is added to it here. */
export interface Answer {
  readonly status: number;
  /** JSON. */
  readonly body: Body;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the answer may be asked for again by its entity tag. */
  readonly cacheable?: boolean;
  /** Entity tag, when it is known without reading the body. */
  readonly etag?: string;
}

/** Below this size compression costs more than it spares, in bytes. */
const WORTH_COMPRESSING = 1400;

const encoder = new TextEncoder();

/** Makes the response to a request: media type, entity tag, compression, `HEAD`. */
export async function respond(request: Request, answer: Answer): Promise<Response> {
  const headers: Record<string, string> = {
    'Content-Type': 'application/fhir+json; charset=utf-8',
    'Cache-Control': 'private, no-cache',
    'X-Content-Type-Options': 'nosniff',
    ...answer.headers,
  };
  if (answer.cacheable === true) {
    const tag = answer.etag ?? entityTag(textOf(answer.body));
    headers.ETag = tag;
    headers.Vary = 'Accept-Encoding';
    if (isKnown(request.headers.get('if-none-match'), tag)) {
      delete headers['Content-Type'];
      return new Response(null, { status: 304, headers });
    }
  }
  const { status } = answer;
  let { body } = answer;
  let length = byteLengthOf(body);
  if (length >= WORTH_COMPRESSING && acceptsGzip(request)) {
    headers['Content-Encoding'] = 'gzip';
    headers.Vary = 'Accept-Encoding';
    body = [await gzip(body)];
    length = byteLengthOf(body);
  }
  if (request.method === 'HEAD') {
    headers['Content-Length'] = String(length);
    return new Response(null, { status, headers });
  }
  return withWholeBody(new Response(inOnePiece(body), { status, headers }), body);
}

function toBytes(body: Body): Uint8Array {
  if (typeof body === 'string') return encoder.encode(body);
  const whole = new Uint8Array(byteLengthOf(body));
  let at = 0;
  for (const piece of body) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

const textOf = (body: Body): string =>
  typeof body === 'string' ? body : new TextDecoder().decode(toBytes(body));

/** A stream that costs nothing until it is read: see `withWholeBody`. */
function inOnePiece(body: Body): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      pull(controller) {
        controller.enqueue(toBytes(body));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Whether gzip is listed in `Accept-Encoding` and not excluded by `q=0`. */
export function acceptsGzip(request: Request): boolean {
  const offers = (request.headers.get('accept-encoding') ?? '').toLowerCase().split(',');
  const quality = new Map(
    offers.map((offer) => {
      const [name = '', ...parameters] = offer.split(';').map((part) => part.trim());
      const q = parameters.find((each) => each.startsWith('q='));
      return [name, q === undefined ? 1 : Number(q.slice(2))] as const;
    }),
  );
  return (quality.get('gzip') ?? quality.get('*') ?? 0) > 0;
}

async function gzip(body: Body): Promise<Uint8Array> {
  const parts = typeof body === 'string' ? [body] : (body as Uint8Array<ArrayBuffer>[]);
  const stream = new Blob(parts).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
