import { randomUUID } from 'node:crypto';
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { unauthenticated } from '../authenticate.ts';
import { ALGORITHM, type SigningKeys } from './signing-keys.ts';

/** `typ` of a token: one made for one purpose never serves another (RFC 8725, 3.11). */
export type TokenType = 'at+jwt' | 'sas-embed+jwt';

/** A token as its holder gets it. */
export interface IssuedToken {
  token: string;
  expiresAt: Date;
}

/** Makes and checks the signed tokens of this platform. */
export class AccessTokens {
  readonly #keys: SigningKeys;
  readonly #issuer: () => string;
  readonly #clock: () => Date;

  /** @param issuer the platform's public address: the tokens' issuer and only audience. */
  constructor(keys: SigningKeys, issuer: () => string, clock: () => Date = () => new Date()) {
    this.#keys = keys;
    this.#issuer = issuer;
    this.#clock = clock;
  }

  /** Signs claims for `seconds`. */
  async issue(type: TokenType, claims: JWTPayload, seconds: number): Promise<IssuedToken> {
    const { kid, key } = await this.#keys.current();
    const now = Math.floor(this.#clock().getTime() / 1000);
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, typ: type, kid })
      .setIssuer(this.#issuer())
      .setAudience(this.#issuer())
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .setJti(randomUUID())
      .sign(key);
    return { token, expiresAt: new Date((now + seconds) * 1000) };
  }

  /**
   * The claims of a token of this type; null where it is of another type or none of ours.
   *
   * @throws {ProblemError} 401 for one that claims to be ours and is expired, from the future or forged.
   */
  async read(type: TokenType, token: string): Promise<JWTPayload | null> {
    const header = headerOf(token);
    if (header?.typ !== type) return null;
    const key = header.kid === undefined ? null : await this.#keys.verifying(header.kid);
    if (key === null) throw unauthenticated('The token is not of a key of this platform.');
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: [ALGORITHM],
        typ: type,
        issuer: this.#issuer(),
        audience: this.#issuer(),
        requiredClaims: ['sub', 'iat', 'exp', 'jti'],
        currentDate: this.#clock(),
        maxTokenAge: '1 day', // also refuses what was issued in the future
      });
      return payload;
    } catch (error) {
      throw unauthenticated(
        error instanceof errors.JWTExpired ? 'The token has expired.' : 'The token is not valid.',
      );
    }
  }
}

function headerOf(token: string): { typ?: string; kid?: string } | null {
  try {
    const { typ, kid } = decodeProtectedHeader(token);
    return { ...(typ !== undefined && { typ }), ...(kid !== undefined && { kid }) };
  } catch {
    return null;
  }
}
