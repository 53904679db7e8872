import { request as httpsRequest, type ServerOptions } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import { writeOperationOutcome } from '@sas-kit/fhir';

/** A client that may come in, by the subject of its certificate. */
export interface AllowedClient {
  readonly commonName: string;
  /** Without it, any. */
  readonly organizationalUnit?: string;
}

/** The server's certificate and whose certificates it accepts. */
export interface MutualTlsOptions {
  /** PEM of the server's own key and certificate chain. */
  readonly key: string | Buffer;
  readonly cert: string | Buffer;
  /** PEM of the authorities that sign clients' certificates (IGC-Santé). */
  readonly clientAuthorities: string | Buffer | readonly (string | Buffer)[];
  /** PEM of revocation lists: one of each authority of the chain, the root's too. */
  readonly revocationLists?: string | Buffer | readonly (string | Buffer)[];
  readonly allow: readonly AllowedClient[];
  /** Told of each refused request. */
  readonly onRefused?: (reason: TlsRefusal, subject: string) => void;
}

/** Why a client was refused. */
export type TlsRefusal = 'no-tls' | 'no-certificate' | 'not-trusted' | 'revoked' | 'not-allowed';

/** What a Node server needs for mutual TLS. */
export interface MutualTls {
  /** For `https.createServer`; again with new lists for `server.setSecureContext`. */
  readonly serverOptions: ServerOptions;
  /** Lets allowed clients through to a listener; answers 403 to all others. */
  guard(
    listener: (request: IncomingMessage, response: ServerResponse) => void,
  ): (request: IncomingMessage, response: ServerResponse) => void;
}

/**
 * Mutual TLS as SAS wants it: TLS 1.2 or later, authority, CN and OU checked, revoked certificates
 * refused. The handshake is finished even without a certificate and the refusal is HTTP 403: the
 * official kit connects without one to learn the versions (1.2) and wants a refusal of the request
 * (1.1.05); aborting would fail the first (C30).
 */
export function mutualTls(options: MutualTlsOptions): MutualTls {
  const { key, cert, clientAuthorities, revocationLists, allow, onRefused } = options;
  return {
    serverOptions: {
      key,
      cert,
      ca: mutable(clientAuthorities),
      ...(revocationLists !== undefined && { crl: mutable(revocationLists) }),
      requestCert: true,
      rejectUnauthorized: false,
      minVersion: 'TLSv1.2',
      // In seconds; a session that is resumed is not looked up in the lists again.
      sessionTimeout: 300,
    },
    guard: (listener) => (request, response) => {
      const verdict = judgeClient(request.socket, allow);
      if (verdict.allowed) return listener(request, response);
      onRefused?.(verdict.reason, verdict.subject);
      refuseClient(response);
    },
  };
}

function mutable<Value extends string | Buffer>(value: Value | readonly Value[]): Value | Value[] {
  return Array.isArray(value) ? [...(value as readonly Value[])] : (value as Value);
}

type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: TlsRefusal; readonly subject: string };

function judgeClient(socket: unknown, allow: readonly AllowedClient[]): Verdict {
  const refused = (reason: TlsRefusal, subject = ''): Verdict => ({
    allowed: false,
    reason,
    subject,
  });
  if (!(socket instanceof TLSSocket)) return refused('no-tls');
  const { subject } = socket.getPeerCertificate() as { subject?: Record<string, unknown> };
  if (subject === undefined) return refused('no-certificate');
  const names = { cn: valuesOf(subject.CN), ou: valuesOf(subject.OU) };
  const text = `CN=${names.cn.join('+')}, OU=${names.ou.join('+')}`;
  if (!socket.authorized) {
    const error = String(socket.authorizationError);
    return refused(/REVOKED/i.test(error) ? 'revoked' : 'not-trusted', text);
  }
  const known = allow.some(
    ({ commonName, organizationalUnit }) =>
      names.cn.length === 1 &&
      names.cn[0] === commonName &&
      (organizationalUnit === undefined || names.ou.includes(organizationalUnit)),
  );
  return known ? { allowed: true } : refused('not-allowed', text);
}

/** A part of a subject: absent, once, or several times. */
function valuesOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
}

function refuseClient(response: ServerResponse): void {
  const text = 'Certificat client absent, refusé ou non autorisé';
  const body = JSON.stringify(writeOperationOutcome({ code: 'security', text }));
  response
    .writeHead(403, {
      'Content-Type': 'application/fhir+json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      Connection: 'close',
    })
    .end(body);
}

/** The certificate that a client shows. */
export interface ClientCertificate {
  /** PEM. */
  readonly key: string | Buffer;
  readonly cert: string | Buffer;
  /** PEM of the authorities of the server. Default: those of Node. */
  readonly serverAuthorities?: string | Buffer;
}

/** Largest answer that is read, in bytes. */
const LARGEST_ANSWER = 1024 * 1024;

/** A `fetch` that shows a client certificate, for appointments sent to a platform (INT_R03). */
export function mutualTlsFetch(
  certificate: ClientCertificate,
): (request: Request) => Promise<Response> {
  const { key, cert, serverAuthorities } = certificate;
  return async (request) => {
    const body = Buffer.from(await request.arrayBuffer());
    const url = new URL(request.url);
    if (url.protocol !== 'https:') throw new TypeError(`Not an https address: ${url.origin}`);
    return new Promise((resolve, reject) => {
      const outgoing = httpsRequest(url, {
        method: request.method,
        headers: { ...Object.fromEntries(request.headers), 'content-length': body.byteLength },
        key,
        cert,
        ...(serverAuthorities !== undefined && { ca: serverAuthorities }),
        minVersion: 'TLSv1.2',
        signal: request.signal,
      });
      outgoing.on('response', (incoming) => {
        readAnswer(incoming).then(resolve, reject);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  };
}

async function readAnswer(incoming: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER) throw new Error('The answer is too large');
    chunks.push(chunk);
  }
  const status = incoming.statusCode ?? 502;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : Buffer.concat(chunks), { status, headers });
}
