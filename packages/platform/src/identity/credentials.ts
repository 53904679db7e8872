import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, writeFile } from 'node:fs/promises';
import { ProblemError } from '../http/problem.ts';
import { type TokenReader, unauthenticated, type Ways } from './authenticate.ts';
import type { Identity, Role } from './caller.ts';
import { type MachineClient, makeSecret, secretHash } from './machines/clients.ts';

/** A publishable key and the web origins that may use it; `*` is any. */
export interface PublishableKey {
  key: string;
  origins: readonly string[];
}

/** Tokens and keys known to this process. Nothing is stored: a restart makes new ones. */
export interface Credentials {
  tokens: ReadonlyMap<string, Identity>;
  keys: readonly PublishableKey[];
  /** Programs that ask for tokens of their own, by id. */
  clients: ReadonlyMap<string, MachineClient>;
}

/** What `--credentials FILE` holds. */
export interface CredentialsFile {
  publishableKey: string;
  tokens: Record<string, string>;
  /** Of machines, by role. */
  clients: Record<string, { id: string; secret: string }>;
}

const MACHINES: readonly Role[] = ['editor', 'dispatch-software'];

/**
 * Makes a token for each identity, named after its first role, client credentials for each machine,
 * and one publishable key.
 *
 * @param machines - roles that a program has
 */
export function issueCredentials(
  identities: readonly Identity[],
  origins: readonly string[],
  machines: readonly Role[] = MACHINES,
): { credentials: Credentials; file: CredentialsFile } {
  const publishableKey = `pk_${randomBytes(18).toString('base64url')}`;
  const tokens = new Map<string, Identity>();
  const named: Record<string, string> = {};
  const clients = new Map<string, MachineClient>();
  const secrets: CredentialsFile['clients'] = {};
  for (const identity of identities) {
    const token = randomBytes(32).toString('base64url');
    tokens.set(fingerprint(token), identity);
    const [role] = identity.roles;
    named[role ?? identity.subject] = token;
    if (role === undefined || !machines.includes(role)) continue;
    const secret = makeSecret();
    clients.set(identity.subject, {
      id: identity.subject,
      secretHash: secretHash(secret),
      identity,
    });
    secrets[role] = { id: identity.subject, secret };
  }
  return {
    credentials: { tokens, keys: [{ key: publishableKey, origins }], clients },
    file: { publishableKey, tokens: named, clients: secrets },
  };
}

/** Writes the file so that its owner alone can read it. */
export async function writeCredentials(path: string, file: CredentialsFile): Promise<void> {
  await writeFile(path, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  await chmod(path, 0o600); // an older file keeps its mode otherwise
}

/** Who stands behind each name that these credentials let in. */
export function identitiesBySubject({
  tokens,
  clients,
}: Pick<Credentials, 'tokens' | 'clients'>): ReadonlyMap<string, Identity> {
  const programs = [...clients.values()].map(({ identity }) => identity);
  return new Map([...programs, ...tokens.values()].map((each) => [each.subject, each]));
}

/** Tokens are looked up by their hash: a lookup's time then tells nothing of the token. */
function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

function sameText(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(fingerprint(a)), Buffer.from(fingerprint(b)));
}

/** Reads the tokens made at start. */
export function readStaticTokens({ tokens }: Credentials): TokenReader {
  return (token) => {
    const identity = tokens.get(fingerprint(token));
    if (identity === undefined) return null;
    return {
      kind: 'professional',
      scope: `subject:${identity.subject}`,
      identity,
      fromOrigin: false,
    };
  };
}

/** Reads publishable keys. @throws {ProblemError} 401, 403 `origin-not-allowed`. */
export function readKeys({ keys }: Credentials): Ways['key'] {
  return (key, { origin }) => {
    const known = keys.find((each) => sameText(each.key, key));
    if (known === undefined) throw unauthenticated('The publishable key is not valid.');
    if (origin !== undefined && !known.origins.includes('*') && !known.origins.includes(origin)) {
      throw new ProblemError('origin-not-allowed', `${origin.slice(0, 200)} may not use this key.`);
    }
    return {
      kind: 'public',
      scope: `key:${fingerprint(key)}`,
      identity: { subject: 'public', roles: ['public'] },
      fromOrigin: origin !== undefined,
    };
  };
}
