import type { Request, RequestHandler } from 'express';

/** Pages load what this server gives, and talk to the platform that they were told of. */
function policyOf(platform: string | null): string {
  const elsewhere = platform === null ? '' : ` ${new URL(platform).origin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self'${elsewhere}`,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of each page, and what is refused: another site that acts or reads in the reader's name. */
export function guard(platform: string | null): RequestHandler {
  const policy = policyOf(platform);
  return (request, response, next) => {
    response.set({
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    });
    if (isLocalName(request.headers.host ?? '') && (isReading(request) || isOwn(request))) next();
    else response.status(403).type('text').send('Ouvrez cette page depuis ce programme.\n');
  };
}

const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

/** A name that another site cannot point at this machine. */
const isLocalName = (host: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host);

function isOwn({ headers }: Request): boolean {
  const { host, origin = `http://${host}`, 'sec-fetch-site': site = 'same-origin' } = headers;
  return site === 'same-origin' && origin === `http://${host}`;
}
