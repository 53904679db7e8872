import type { Request, RequestHandler, Response } from 'express';

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

/** Headers of each page. */
export function secure(response: Response, platform: string | null): void {
  response.set({
    'Content-Security-Policy': policyOf(platform),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  });
}

/** Refuses another site that acts or reads in the reader's name. */
export function guard(platform: string | null): RequestHandler {
  return (request, response, next) => {
    secure(response, platform);
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
