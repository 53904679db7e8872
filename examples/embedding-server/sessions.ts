import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Browsers of a long day; the oldest goes first. */
const MOST = 1_000;
const A = 'a'.charCodeAt(0);

/**
 * Who sits where: a cookie that a page gives, and only this page sends back. A program that signs people in has
 * them instead.
 */
export class Sessions {
  /** The platform's `user`, by cookie. */
  readonly #users = new Map<string, string>();

  /** Gives a page its cookie, where it has none of this program's. */
  open(request: IncomingMessage, response: ServerResponse): void {
    if (this.userOf(request) !== null) return;
    const [oldest] = this.#users.keys();
    if (oldest !== undefined && this.#users.size >= MOST) this.#users.delete(oldest);
    const cookie = randomUUID();
    this.#users.set(cookie, opaqueUser());
    response.setHeader(
      'set-cookie',
      `${nameOf(request)}=${cookie}; HttpOnly; SameSite=Strict; Path=/`,
    );
  }

  /** An opaque id of whoever sits there, as `POST /v1/embed-sessions` takes it; null without the cookie. */
  userOf(request: IncomingMessage): string | null {
    const name = `${nameOf(request)}=`;
    const cookies = (request.headers.cookie ?? '').split('; ');
    const found = cookies.find((each) => each.startsWith(name))?.slice(name.length) ?? '';
    return this.#users.get(found) ?? null;
  }
}

/** Cookies of a machine are those of all its ports. */
function nameOf({ headers }: IncomingMessage): string {
  return `desk-${/:(\d+)$/.exec(headers.host ?? '')?.[1] ?? '80'}`;
}

/** Letters, and one digit: never a number of somebody, not by chance. */
function opaqueUser(): string {
  return `desk1-${String.fromCharCode(...randomBytes(20).map((byte) => A + (byte % 26)))}`;
}
