import { contract } from '../generated/contract.ts';
import { Refusal } from './problem.ts';

/** Who a token stands for. National ids carry their SAS prefix (`810…`, `1…`). */
export interface FakeIdentity {
  readonly subject: string;
  readonly roles: readonly string[];
  /** The professional that it is. */
  readonly nationalIds?: readonly string[] | undefined;
  /** National ids of the structures that it manages. */
  readonly structures?: readonly string[] | undefined;
  /** National ids of the CPTS that it belongs to. */
  readonly communities?: readonly string[] | undefined;
  /** Territories that it works for. */
  readonly territories?: readonly string[] | undefined;
  /** The vendor whose software it is. */
  readonly editor?: string | undefined;
}

/** Who calls, once credentials are read. */
export interface Caller {
  readonly kind: 'anonymous' | 'public' | 'professional';
  /** Scope of idempotency keys. */
  readonly scope: string;
  readonly identity: FakeIdentity;
  /** The few rights that its token was made for; without it, all those of its roles. */
  readonly only?: readonly string[] | undefined;
}

/** What is kept of a token. */
export interface TokenRecord {
  readonly identity: FakeIdentity;
  readonly only?: readonly string[] | undefined;
  /** Of the page that may send it. */
  readonly origin?: string | undefined;
  /** Milliseconds since 1970; without it, for ever. */
  readonly expires?: number | undefined;
}

/** The credentials that the platform knows. */
export interface CredentialStore {
  readonly publishableKey: string;
  readonly origins: readonly string[];
  readonly tokens: Map<string, TokenRecord>;
}

const ANONYMOUS: Caller = {
  kind: 'anonymous',
  scope: 'anonymous',
  identity: { subject: 'anonymous', roles: [] },
};

/** The answer to a caller without the credentials that it needs. */
export function unauthenticated(detail: string): Refusal {
  const headers = { 'www-authenticate': 'Bearer realm="sas"' };
  return new Refusal('unauthenticated', detail, { headers });
}

/** A token goes before a key. @throws {Refusal} 401, 403 `origin-not-allowed`. */
export function authenticate(
  headers: Headers,
  { publishableKey, origins, tokens }: CredentialStore,
  now: number,
): Caller {
  const authorization = headers.get('authorization');
  const key = headers.get('x-sas-key');
  const origin = headers.get('origin');
  if (authorization !== null) {
    const found = tokens.get(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '');
    if (!found || (found.expires !== undefined && found.expires <= now)) {
      throw unauthenticated('The token is not valid.');
    }
    if (found.origin !== undefined && origin !== null && origin !== found.origin) {
      throw new Refusal('origin-not-allowed', 'This token is for a page of another origin.');
    }
    const { identity, only } = found;
    return { kind: 'professional', scope: `subject:${identity.subject}`, identity, only };
  }
  if (key === null) return ANONYMOUS;
  if (key !== publishableKey) throw unauthenticated('The publishable key is not valid.');
  if (origin !== null && !origins.includes('*') && !origins.includes(origin)) {
    throw new Refusal('origin-not-allowed', `${origin.slice(0, 200)} may not use this key.`);
  }
  return {
    kind: 'public',
    scope: `key:${key}`,
    identity: { subject: 'public', roles: ['public'] },
  };
}

/** The caller's roles that hold a right, whatever its reach or with this one. */
export function rolesWith({ identity, only }: Caller, right: string, scope?: string): string[] {
  const holders = contract.rights[right] ?? {};
  if (only?.includes(right) === false) return [];
  return identity.roles.filter((role) => {
    const scopes = holders[role];
    return scopes !== undefined && (scope === undefined || scopes.includes(scope));
  });
}

/** @throws {Refusal} 401 without credentials, 403 without the right. */
export function authorise(right: string | null, caller: Caller): void {
  if (right === null) return;
  if (caller.kind === 'anonymous') throw unauthenticated('Send a bearer token or an X-Sas-Key.');
  if (rolesWith(caller, right).length > 0) return;
  throw new Refusal('forbidden', 'None of your roles may do this.');
}
