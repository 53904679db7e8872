import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What the server's one secret is good for; each use has a key of its own. */
export interface Secrets {
  /** Seals a text for one record: AES-256-GCM, bound to the record's id. */
  seal(text: string, recordId: string): Buffer;
  /** @throws {Error} when the sealed text is of another record, was changed, or no key here sealed it. */
  open(sealed: Buffer, recordId: string): string;
  /** The same text under the current key; null where that key sealed it. @throws {Error} as `open`. */
  reseal(sealed: Buffer, recordId: string): Buffer | null;
  /** A capability that can be derived again from the record's id, and cannot be guessed from it. */
  capability(kind: 'hold' | 'manage' | 'proof', recordId: string): string;
  /** What `capability` answers and, after a rotation, what it answered before. */
  capabilities(kind: 'hold' | 'manage' | 'proof', recordId: string): readonly string[];
  /** Tells secrets apart without giving them away. */
  readonly fingerprint: string;
  /** Of the secrets that were current before; none but during a rotation. */
  readonly formerFingerprints: readonly string[];
  /** Key of the hashes under which addresses are counted. */
  readonly addressKey: Buffer;
}

/** What the database keeps of a capability. */
export function capabilityHash(capability: string): string {
  return createHash('sha256').update(capability).digest('base64url');
}

/** The capability that was given out for a record, by the hash that was kept; null where its key is gone. */
export function givenCapability(
  secrets: Secrets,
  kind: 'hold' | 'manage',
  recordId: string,
  hash: string,
): string | null {
  const given = secrets.capabilities(kind, recordId);
  return given.find((capability) => capabilityHash(capability) === hash) ?? null;
}

interface Keys {
  contact: Buffer;
  capability: Buffer;
  address: Buffer;
  fingerprint: string;
}

/** A key of its own for each use. */
function deriveKeys(secret: Buffer): Keys {
  if (secret.length !== KEY_BYTES)
    throw new Error(`The secret key must be ${KEY_BYTES} bytes, base64.`);
  const derive = (use: string) =>
    Buffer.from(hkdfSync('sha256', secret, 'sas-kit', use, KEY_BYTES));
  return {
    contact: derive('contact'),
    capability: derive('capability'),
    address: derive('address'),
    fingerprint: derive('fingerprint').toString('base64url'),
  };
}

function sealWith(key: Buffer, text: string, recordId: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(recordId));
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Null where another key sealed it, or it was changed: the two look the same. */
function openWith(key: Buffer, sealed: Buffer, recordId: string): string | null {
  if (sealed.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(recordId))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  const body = decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/**
 * Derives the keys from one secret of 32 bytes.
 *
 * @param former secrets that were current before, newest first: what they sealed still opens, what they
 * made still works, and nothing new is made with them.
 */
export function createSecrets(secret: Buffer, former: readonly Buffer[] = []): Secrets {
  const current = deriveKeys(secret);
  const all = [current, ...former.map(deriveKeys)];
  const open = (sealed: Buffer, recordId: string): string => {
    for (const { contact } of all) {
      const text = openWith(contact, sealed, recordId);
      if (text !== null) return text;
    }
    throw new Error('None of the secret keys opens it.');
  };
  const capabilities: Secrets['capabilities'] = (kind, recordId) =>
    all.map(({ capability }) =>
      createHmac('sha256', capability).update(`${kind} ${recordId}`).digest('base64url'),
    );
  return {
    fingerprint: current.fingerprint,
    formerFingerprints: all.slice(1).map(({ fingerprint }) => fingerprint),
    addressKey: current.address,
    seal: (text, recordId) => sealWith(current.contact, text, recordId),
    open,
    reseal: (sealed, recordId) =>
      openWith(current.contact, sealed, recordId) === null
        ? sealWith(current.contact, open(sealed, recordId), recordId)
        : null,
    capability: (kind, recordId) => capabilities(kind, recordId)[0]!,
    capabilities,
  };
}

/**
 * The secret from a file that only its owner may read; made at the first start.
 *
 * @throws {Error} when others may read the file.
 */
export async function readKeyFile(path: string): Promise<Buffer> {
  await mkdir(dirname(path), { recursive: true });
  const made = await open(path, 'wx', 0o600).catch(() => null);
  if (made !== null) {
    await made.writeFile(randomBytes(KEY_BYTES).toString('base64'));
    await made.close();
  }
  const file = await open(path, 'r');
  try {
    const { mode } = await file.stat();
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new Error(`${path} may be read by others: chmod 600 it.`);
    }
    return Buffer.from(await readFile(path, 'utf8'), 'base64');
  } finally {
    await file.close();
  }
}
