import type { Secrets } from '../../booking/secrets.ts';
import type { Database, Sql } from '../../database/database.ts';
import type { Presented } from '../authenticate.ts';
import type { Caller } from '../caller.ts';
import { cookieCounts, ownOrigin } from './own-origin.ts';
import { cookieHash, newCookieSecret, readCookie, writeCookie } from './session-cookie.ts';
import { identityOf, readSessionRow, type SessionRow } from './session-row.ts';

/** How long sessions live. */
export interface SessionSettings {
  /** Minutes without a request after which a session is over. */
  idleMinutes: number;
  /** Hours after which it is over however much it is used. */
  absoluteHours: number;
  /** Minutes after which its cookie gets another value. */
  rotateMinutes: number;
  /** Seconds for which the value before is still good: requests travel side by side. */
  graceSeconds: number;
  /** Version of the terms of use; null where there are none. */
  termsVersion: string | null;
}

/** What the provider said of a person who signs in. */
export interface SignedIn {
  account: string;
  practitioner: boolean;
  regulationAccess: boolean;
  /** Wanted back by the provider at sign-out. */
  idToken: string;
}

/** The sessions of browsers. Nothing of one is in its cookie but a random number. */
export class Sessions {
  readonly #database: Database;
  readonly #secrets: Secrets;
  readonly #publicUrl: string | null;
  readonly settings: SessionSettings;

  constructor(
    database: Database,
    secrets: Secrets,
    options: { publicUrl: string | null; settings: SessionSettings },
  ) {
    this.#database = database;
    this.#secrets = secrets;
    this.#publicUrl = options.publicUrl;
    this.settings = options.settings;
  }

  /** Reads the session of a browser's request; null without a cookie that counts. */
  async authenticate(presented: Presented): Promise<Caller | null> {
    const own = ownOrigin(this.#publicUrl, presented.host);
    if (own === null || !cookieCounts(presented, own)) return null;
    const secure = own.startsWith('https:');
    const value = readCookie(presented.cookie, 'session', secure);
    if (value === null) return null;
    const hash = cookieHash(value);
    const row = await readSessionRow(this.#database, hash, this.settings.idleMinutes);
    if (row === null) return null;
    const renewed = presented.passive === true ? null : await this.#keepAlive(row, hash);
    const { termsVersion } = this.settings;
    const identity = identityOf(row);
    return {
      kind: 'professional',
      scope: `subject:${identity.subject}`,
      identity,
      fromOrigin: false,
      session: {
        id: row.id,
        account: row.account,
        person: { nationalId: row.nationalId, family: row.family, given: row.given },
        expiresAt: row.expiresAt,
        termsAccepted: termsVersion === null || row.termsVersion === termsVersion,
        setCookie: renewed === null ? null : this.#cookie(renewed, secure),
      },
    };
  }

  /** Notes that the session is used, and gives it another cookie where the last one is old. */
  async #keepAlive(row: SessionRow, hash: string): Promise<string | null> {
    const { rotateMinutes, graceSeconds, idleMinutes } = this.settings;
    if (row.current && row.cookieSeconds >= rotateMinutes * 60) {
      const value = newCookieSecret();
      const rotated = await this.#database.query(
        `update session set token_hash = $3, previous_hash = $2, rotated_at = sas_now(),
           previous_until = sas_now() + make_interval(secs => $4), seen_at = sas_now()
         where id = $1 and token_hash = $2 returning id`,
        [row.id, hash, cookieHash(value), graceSeconds],
      );
      return rotated.length > 0 ? value : null; // another request was faster, and its answer has the cookie
    }
    // Not at each request: a write costs more than a read.
    if (row.idleSeconds >= Math.min(60, idleMinutes * 2)) {
      await this.#database.query('update session set seen_at = sas_now() where id = $1', [row.id]);
    }
    return null;
  }

  /** Opens a session under a value that nobody has seen before; answers its id and that value. */
  async open(sql: Sql, signedIn: SignedIn): Promise<{ id: string; value: string }> {
    const value = newCookieSecret();
    const rows = await sql.query<{ id: string }>('select gen_random_uuid()::text as id');
    const { id } = rows[0]!;
    await sql.query(
      `insert into session (id, token_hash, account_id, practitioner, regulation_access, provider_token,
         created_at, rotated_at, seen_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, sas_now(), sas_now(), sas_now(),
         sas_now() + make_interval(hours => $7))`,
      [
        id,
        cookieHash(value),
        signedIn.account,
        signedIn.practitioner,
        signedIn.regulationAccess,
        this.#secrets.seal(signedIn.idToken, `session ${id}`),
        this.settings.absoluteHours,
      ],
    );
    return { id, value };
  }

  /** Ends the session that a cookie stands for; answers whose it was, and the provider's token. */
  async endByCookie(
    sql: Sql,
    cookie: string | undefined,
    secure: boolean,
  ): Promise<EndedSession | null> {
    const value = readCookie(cookie, 'session', secure);
    if (value === null) return null;
    const rows = await sql.query<EndedRow>(
      `delete from session where token_hash = $1 or previous_hash = $1
       returning id, account_id as account, provider_token as sealed`,
      [cookieHash(value)],
    );
    const ended = rows[0];
    if (ended === undefined) return null;
    return { id: ended.id, account: ended.account, idToken: this.#openToken(ended) };
  }

  #openToken({ id, sealed }: EndedRow): string | null {
    try {
      return this.#secrets.open(Buffer.from(sealed), `session ${id}`);
    } catch {
      return null;
    }
  }

  /** Ends a session by its id. */
  async end(id: string): Promise<void> {
    await this.#database.query('delete from session where id = $1', [id]);
  }

  /** `Set-Cookie` of a session that was opened. */
  cookieOf(value: string, host: string | undefined): string {
    return this.#cookie(value, ownOrigin(this.#publicUrl, host)?.startsWith('https:') ?? true);
  }

  /** `Set-Cookie` that takes the session's cookie away. */
  noCookie(host: string | undefined): string {
    const secure = ownOrigin(this.#publicUrl, host)?.startsWith('https:') ?? true;
    return writeCookie('session', '', { secure, maxAgeSeconds: 0 });
  }

  #cookie(value: string, secure: boolean): string {
    const maxAgeSeconds = this.settings.absoluteHours * 3600;
    return writeCookie('session', value, { secure, maxAgeSeconds });
  }
}

/** A session that has just ended. */
export interface EndedSession {
  id: string;
  account: string;
  /** Null where no key opens it any more: it outlives no rotation of the secret key. */
  idToken: string | null;
}

interface EndedRow extends Record<string, unknown> {
  id: string;
  account: string;
  sealed: Uint8Array;
}

/** Ends every session of an account: it was disabled. */
export async function endSessionsOf(sql: Sql, account: string): Promise<void> {
  await sql.query('delete from session where account_id = $1', [account]);
}
