import {
  calculateJwkThumbprint,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import type { Secrets } from '../../booking/secrets.ts';
import type { Database, Sql } from '../../database/database.ts';

/** One algorithm: whoever offers another one is refused. */
export const ALGORITHM = 'ES256';

/** A key that signs. */
export interface SigningKey {
  kid: string;
  key: CryptoKey;
}

export interface SigningKeyOptions {
  /** Days that a key signs. */
  days: number;
  /** Longest life of a token, seconds: for so long a key stays published after its last signature. */
  tokenSeconds: number;
}

interface KeyRow extends Record<string, unknown> {
  kid: string;
  jwk: JWK;
  sealed: Uint8Array;
  signs: boolean;
}

/** Time during which what was read of the keys is believed, ms. An unknown key is looked up at once. */
const FRESH_MS = 60_000;
/** An unknown key leads to the database no more often than this, ms. */
const LOOK_AGAIN_MS = 1_000;

/** The rotating keys of this platform, shared by its processes through the database. */
export class SigningKeys {
  readonly #database: Database;
  readonly #secrets: Secrets;
  readonly #options: SigningKeyOptions;
  #rows: readonly KeyRow[] = [];
  #readAt = -Infinity;
  #signing: SigningKey | null = null;
  readonly #verifying = new Map<string, CryptoKey>();

  constructor(database: Database, secrets: Secrets, options: SigningKeyOptions) {
    this.#database = database;
    this.#secrets = secrets;
    this.#options = options;
  }

  /** The key that signs now; a new one where the last has served its time. */
  async current(): Promise<SigningKey> {
    let row = (await this.#read(FRESH_MS)).find(({ signs }) => signs);
    row ??= await this.#make();
    if (this.#signing?.kid !== row.kid) {
      const jwk = JSON.parse(this.#secrets.open(Buffer.from(row.sealed), row.kid)) as JWK;
      this.#signing = { kid: row.kid, key: (await importJWK(jwk, ALGORITHM)) as CryptoKey };
    }
    return this.#signing;
  }

  /** The public half of a key that is still published, or null. */
  async verifying(kid: string): Promise<CryptoKey | null> {
    const find = (rows: readonly KeyRow[]) => rows.find((row) => row.kid === kid);
    const row = find(await this.#read(FRESH_MS)) ?? find(await this.#read(LOOK_AGAIN_MS));
    if (row === undefined) return null;
    const known = this.#verifying.get(kid);
    if (known !== undefined) return known;
    const key = (await importJWK(row.jwk, ALGORITHM)) as CryptoKey;
    this.#verifying.set(kid, key);
    return key;
  }

  /** RFC 7517: every key whose tokens may still be met. */
  async published(): Promise<{ keys: JWK[] }> {
    const rows = await this.#read(FRESH_MS);
    return { keys: rows.map(({ kid, jwk }) => ({ ...jwk, kid, alg: ALGORITHM, use: 'sig' })) };
  }

  async #read(maxAge: number): Promise<readonly KeyRow[]> {
    const now = performance.now();
    if (now - this.#readAt > maxAge) {
      this.#rows = await readKeys(this.#database);
      this.#readAt = now;
    }
    return this.#rows;
  }

  /** One process makes the key, the others wait and take it. */
  async #make(): Promise<KeyRow> {
    const { days, tokenSeconds } = this.#options;
    const rows = await this.#database.transaction(async (sql) => {
      await sql.query('lock table signing_key in share row exclusive mode');
      const before = await readKeys(sql);
      if (before.some(({ signs }) => signs)) return before;
      const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
      const jwk = await exportJWK(publicKey);
      const kid = await calculateJwkThumbprint(jwk);
      const sealed = this.#secrets.seal(JSON.stringify(await exportJWK(privateKey)), kid);
      await sql.query(
        `insert into signing_key (kid, public_jwk, sealed, created_at, signs_until, published_until)
         values ($1, $2, $3, sas_now(), sas_now() + make_interval(days => $4),
           sas_now() + make_interval(days => $4, secs => $5))`,
        [kid, JSON.stringify(jwk), sealed, days, tokenSeconds],
      );
      return readKeys(sql);
    });
    this.#rows = rows;
    this.#readAt = performance.now();
    return rows.find(({ signs }) => signs)!;
  }
}

function readKeys(sql: Sql): Promise<KeyRow[]> {
  return sql.query<KeyRow>(
    `select kid, public_jwk as jwk, sealed, signs_until > sas_now() as signs from signing_key
     where published_until > sas_now() order by created_at desc`,
  );
}

/** Removes keys that no token can be of any more; answers how many. */
export async function eraseSigningKeys(sql: Sql): Promise<number> {
  const rows = await sql.query(
    'delete from signing_key where published_until <= sas_now() returning kid',
  );
  return rows.length;
}
