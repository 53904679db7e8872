import type { FastifyReply, FastifyRequest } from 'fastify';

const EXPOSED = [
  'Deprecation',
  'ETag',
  'Location',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'Sunset',
  'X-Request-Id',
].join(', ');

/** `Traceparent` and `Tracestate` are those of W3C Trace Context. */
const ALLOWED = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'Sas-Api-Version',
  'Sas-Manage-Token',
  'Traceparent',
  'Tracestate',
  'X-Request-Id',
  'X-Sas-Key',
].join(', ');

/** A page reads an answer only from its own origin; no credentials travel. */
export function corsHeaders(origin: string | undefined): Record<string, string> {
  if (origin === undefined) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': EXPOSED,
  };
}

/** Preflights carry no key, so any origin is answered: the real request decides. */
export function answerPreflight(request: FastifyRequest, reply: FastifyReply): boolean {
  if (
    request.method !== 'OPTIONS' ||
    request.headers['access-control-request-method'] === undefined
  ) {
    return false;
  }
  void reply
    .code(204)
    .headers({
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': ALLOWED,
      'access-control-max-age': '600',
    })
    .send();
  return true;
}
