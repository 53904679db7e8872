import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { noteRecord } from '../../audit/trail.ts';
import { ProblemError } from '../../http/problem.ts';
import { type ClientCertificate, type TokenReader, unauthenticated } from '../authenticate.ts';
import type { Identity } from '../caller.ts';
import type { AccessTokens, IssuedToken } from './access-tokens.ts';

/** Life of a machine's token, seconds. */
export const ACCESS_TOKEN_SECONDS = 600;

/** What the certificate of a client must say. */
export interface CertificateRule {
  commonName: string;
  /** One of these; without it, any. */
  organizationalUnits?: readonly string[];
}

/** A program that calls for itself: a vendor's server, dispatch software, a hospital's portal. */
export interface MachineClient {
  id: string;
  /** `secretHash` of its secret. */
  secretHash: string;
  identity: Identity;
  /** Without it, no certificate is asked for. */
  certificate?: CertificateRule;
}

/** Those that were registered when this process started; one that is not is refused whatever its token says. */
export type FindClient = (id: string) => MachineClient | undefined;

/** A secret of 256 bits is not guessed from its hash. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** A new secret, to be told once. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Why the token endpoint refuses: RFC 6749, 5.2. */
function refusal(
  error: 'invalid_client' | 'invalid_request' | 'unsupported_grant_type',
  detail: string,
): ProblemError {
  const extension = { error, error_description: detail };
  if (error !== 'invalid_client') return new ProblemError('invalid-grant', detail, { extension });
  const headers = { 'www-authenticate': 'Basic realm="sas", charset="UTF-8"' };
  return new ProblemError('invalid-client', detail, { extension, headers });
}

/** What comes to the token endpoint. */
export interface GrantRequest {
  grantType: string | undefined;
  authorization: string | undefined;
  clientId: string | undefined;
  clientSecret: string | undefined;
  certificate: ClientCertificate | undefined;
}

/**
 * The client credentials grant (RFC 6749, 4.4), bound to the client's certificate where there is one
 * (RFC 8705, 3).
 *
 * @throws {ProblemError} with `error` of RFC 6749, 5.2.
 */
export async function grantClientCredentials(
  request: GrantRequest,
  find: FindClient,
  tokens: AccessTokens,
): Promise<IssuedToken> {
  const { grantType, certificate } = request;
  if (grantType === undefined) throw refusal('invalid_request', 'grant_type is missing.');
  if (grantType !== 'client_credentials') {
    throw refusal('unsupported_grant_type', 'Only client_credentials is granted.');
  }
  const { id, secret } = readClientAuthentication(request);
  const client = find(id);
  // The unknown client costs the same comparison as the known one.
  const right = sameHash(secretHash(secret), client?.secretHash ?? secretHash('no such client'));
  if (client === undefined || !right) {
    throw refusal('invalid_client', 'The client or its secret is not known.');
  }
  if (!admits(client.certificate, certificate)) {
    throw refusal('invalid_client', 'The certificate is not one of this client.');
  }
  noteRecord(client.id);
  const binding = certificate === undefined ? {} : { cnf: { 'x5t#S256': certificate.thumbprint } };
  return tokens.issue(
    'at+jwt',
    {
      sub: client.identity.subject,
      client_id: client.id,
      roles: client.identity.roles,
      ...binding,
    },
    ACCESS_TOKEN_SECONDS,
  );
}

/** By HTTP Basic or in the body, never both. */
function readClientAuthentication(request: GrantRequest): { id: string; secret: string } {
  const { authorization, clientId, clientSecret } = request;
  if (authorization === undefined) {
    if (clientId !== undefined && clientSecret !== undefined) {
      return { id: clientId, secret: clientSecret };
    }
    throw refusal('invalid_client', 'The client does not authenticate.');
  }
  if (clientSecret !== undefined) {
    throw refusal('invalid_request', 'The client authenticates in two ways.');
  }
  const basic = /^Basic ([\w+/=-]{1,4096})$/i.exec(authorization)?.[1];
  const text = Buffer.from(basic ?? '', 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (basic === undefined || colon < 0) {
    throw refusal('invalid_client', 'The Authorization header is not HTTP Basic.');
  }
  return { id: formDecode(text.slice(0, colon)), secret: formDecode(text.slice(colon + 1)) };
}

/** RFC 6749, 2.3.1: both halves are form-encoded first. */
function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function sameHash(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function admits(rule: CertificateRule | undefined, shown: ClientCertificate | undefined): boolean {
  if (rule === undefined) return true;
  if (shown?.commonName !== rule.commonName) return false;
  const units = rule.organizationalUnits;
  return units === undefined || shown.organizationalUnits.some((unit) => units.includes(unit));
}

/** Reads the tokens of machines. A token that is bound to a certificate comes over that certificate only. */
export function readMachineTokens(tokens: AccessTokens, find: FindClient): TokenReader {
  return async (token, { certificate }) => {
    const claims = await tokens.read('at+jwt', token);
    if (claims === null) return null;
    const client = find(String(claims['client_id']));
    if (client === undefined) throw unauthenticated('The client is not known any more.');
    const bound = (claims['cnf'] as Record<string, string> | undefined)?.['x5t#S256'];
    if (bound !== undefined && bound !== certificate?.thumbprint) {
      throw unauthenticated('The token is bound to another certificate.');
    }
    if (!admits(client.certificate, certificate)) {
      throw unauthenticated('The certificate is not one of this client.');
    }
    const { identity } = client;
    return {
      kind: 'professional',
      scope: `subject:${identity.subject}`,
      identity,
      fromOrigin: false,
    };
  };
}
