import { ProblemError } from '../http/problem.ts';
import { ANONYMOUS, type Caller } from './caller.ts';

/** What a request presents of its sender. */
export interface Presented {
  authorization?: string | undefined;
  /** `X-Sas-Key` */
  key?: string | undefined;
  origin?: string | undefined;
  cookie?: string | undefined;
  method: string;
  /** `Sec-Fetch-Site`, which a page cannot forge. */
  site?: string | undefined;
  /** `Host`, to tell the own origin. */
  host?: string | undefined;
  /** Looks only: a session that is looked at is not thereby used. */
  passive?: boolean | undefined;
  /** Of the client, where the connection or a believed proxy told it. */
  certificate?: ClientCertificate | undefined;
}

/** A client certificate that was verified by whoever ended TLS. */
export interface ClientCertificate {
  /** SHA-256 of the DER form, base64url: `cnf.x5t#S256` of RFC 8705. */
  thumbprint: string;
  commonName: string;
  organizationalUnits: readonly string[];
}

/** Reads a bearer token of one form; null where it is of another. @throws {ProblemError} 401. */
export type TokenReader = (
  token: string,
  presented: Presented,
) => Promise<Caller | null> | Caller | null;

/** The ways in, tried in this order. */
export interface Ways {
  tokens: readonly TokenReader[];
  key: (key: string, presented: Presented) => Caller;
  /** The session of a browser; null without one. @throws {ProblemError} 401, 403. */
  session?: (presented: Presented) => Promise<Caller | null>;
}

/** Says who sent a request. @throws {ProblemError} 401 for what is presented and wrong, 403 for an origin. */
export type Authenticate = (presented: Presented) => Promise<Caller>;

/** A token comes before a key, a key before a session: what a caller names itself goes first. */
export function createAuthenticate({ tokens, key, session }: Ways): Authenticate {
  return async (presented) => {
    if (presented.authorization !== undefined) {
      const token = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(presented.authorization)?.[1];
      for (const read of token === undefined ? [] : tokens) {
        const caller = await read(token!, presented);
        if (caller !== null) return caller;
      }
      throw unauthenticated('The token is not valid.');
    }
    if (presented.key !== undefined) return key(presented.key, presented);
    return (await session?.(presented)) ?? ANONYMOUS;
  };
}

/** @returns a 401 that names the schemes. */
export function unauthenticated(detail: string): ProblemError {
  return new ProblemError('unauthenticated', detail, {
    headers: { 'www-authenticate': 'Bearer realm="sas"' },
  });
}
