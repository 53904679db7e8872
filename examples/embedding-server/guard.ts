import type { IncomingMessage } from 'node:http';

/** A name that another site cannot point at this machine. */
export function isAllowed({
  headers,
}: {
  readonly headers: { readonly host?: string | undefined };
}): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(headers.host ?? '');
}

/** Whether a page of this program sent it; programs without a browser are admitted. */
export function isOwn({ headers }: IncomingMessage): boolean {
  const { host, origin, 'sec-fetch-site': site = 'same-origin' } = headers;
  return site === 'same-origin' && (origin === undefined || origin === `http://${host}`);
}
