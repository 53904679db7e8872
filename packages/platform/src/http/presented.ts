import type { FastifyRequest } from 'fastify';
import { readQuery } from './bodies.ts';
import type { Presented } from '../identity/authenticate.ts';
import { certificateOfHeader, certificateOfSocket } from '../identity/machines/certificate.ts';

/** What a request presents of its sender. */
export function presentedBy(request: FastifyRequest, certificateHeader: string | null): Presented {
  return {
    authorization: request.headers.authorization,
    key: headerOf(request, 'x-sas-key') ?? keyOfQuery(request),
    origin: request.headers.origin,
    cookie: request.headers.cookie,
    method: request.method,
    site: headerOf(request, 'sec-fetch-site'),
    host: request.headers.host,
    certificate: certificateOf(request, certificateHeader),
  };
}

/** For readers that send no headers, where the contract says so. */
function keyOfQuery({ routeOptions, query }: FastifyRequest): string | undefined {
  if (routeOptions.config.keyInQuery !== true) return undefined;
  const { key } = readQuery(query);
  return typeof key === 'string' ? key : undefined;
}

/** From the connection itself, or from a believed proxy. */
function certificateOf(request: FastifyRequest, header: string | null): Presented['certificate'] {
  const proxied = (request.ips?.length ?? 0) > 1;
  if (header !== null && proxied) return certificateOfHeader(headerOf(request, header));
  return certificateOfSocket(request.raw.socket);
}

/** A header's value; the first where it stands more than once. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name.toLowerCase()];
  return Array.isArray(value) ? value[0] : value;
}
