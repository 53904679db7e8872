import { randomBytes } from 'node:crypto';

const MOST = 1_000;

/** Who Pro Santé Connect said somebody is. Kept in memory: a restart asks again. */
export class Sessions {
  readonly #people = new Map<string, string>();

  /** @returns value of the cookie. */
  open(nationalId: string): string {
    const token = randomBytes(24).toString('base64url');
    const [oldest] = this.#people.keys();
    if (this.#people.size >= MOST && oldest !== undefined) this.#people.delete(oldest);
    this.#people.set(token, nationalId);
    return token;
  }

  close(token: string): void {
    this.#people.delete(token);
  }

  /** National identifier; null without a session. */
  who(token: string): string | null {
    return this.#people.get(token) ?? null;
  }
}
