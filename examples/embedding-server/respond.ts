import type { IncomingMessage, ServerResponse } from 'node:http';
import { isOwn } from './guard.ts';
import type { PlatformOptions } from './options.ts';
import { orientationSession, type Reader } from './session.ts';
import type { Sessions } from './sessions.ts';

/** Answers whole. */
export function send(
  response: ServerResponse,
  status: number,
  type: string,
  content: string | Buffer,
): void {
  response.writeHead(status, { 'content-type': type }).end(content);
}

/** The headers of every answer: only what this server gives, and calls to the platform. */
export function protect(
  response: ServerResponse,
  platform: PlatformOptions | null,
  directives: readonly string[] = [],
): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self'${platform === null ? '' : ` ${platform.url}`}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...directives,
  ];
  response.setHeader('content-security-policy', policy.join('; '));
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
}

/** What another page, or no page, is answered. */
export function sendForeign(response: ServerResponse): void {
  send(response, 403, 'text/plain', 'not from a page of this program: load it again');
}

/**
 * `POST /token` of an embedded element, for the program's own pages alone: a request without a page's cookie is
 * another program's.
 */
export async function sendToken(
  request: IncomingMessage,
  response: ServerResponse,
  platform: PlatformOptions | null,
  {
    say,
    sessions,
    ...reader
  }: Reader & { readonly sessions: Sessions; readonly say: (line: string) => void },
): Promise<void> {
  const user = sessions.userOf(request);
  if (user === null || !isOwn(request)) return sendForeign(response);
  if (platform === null) return send(response, 404, 'text/plain', 'no platform');
  try {
    const session = await orientationSession(platform, `http://${request.headers.host}`, {
      user,
      ...reader,
    });
    response.setHeader('cache-control', 'no-store');
    send(response, 200, 'application/json', JSON.stringify(session));
  } catch (error) {
    say(`no token from the platform: ${String(error)}`);
    send(response, 502, 'text/plain', 'no token from the platform');
  }
}
