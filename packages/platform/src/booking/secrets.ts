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
  /** @throws {Error} when the sealed text is of another record or was changed. */
  open(sealed: Buffer, recordId: string): string;
  /** A capability that can be derived again from the record's id, and cannot be guessed from it. */
  capability(kind: 'hold' | 'manage' | 'proof', recordId: string): string;
  /** Tells secrets apart without giving them away. */
  readonly fingerprint: string;
  /** Key of the hashes under which addresses are counted. */
  readonly addressKey: Buffer;
}

/** What the database keeps of a capability. */
export function capabilityHash(capability: string): string {
  return createHash('sha256').update(capability).digest('base64url');
}

/** Derives the keys from one secret of 32 bytes. */
export function createSecrets(secret: Buffer): Secrets {
  if (secret.length !== KEY_BYTES)
    throw new Error(`The secret key must be ${KEY_BYTES} bytes, base64.`);
  const derive = (use: string) =>
    Buffer.from(hkdfSync('sha256', secret, 'sas-kit', use, KEY_BYTES));
  const contactKey = derive('contact');
  const capabilityKey = derive('capability');
  return {
    fingerprint: derive('fingerprint').toString('base64url'),
    addressKey: derive('address'),
    seal(text, recordId) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', contactKey, iv).setAAD(Buffer.from(recordId));
      return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, recordId) {
      const iv = sealed.subarray(0, IV_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', contactKey, iv)
        .setAAD(Buffer.from(recordId))
        .setAuthTag(sealed.subarray(-TAG_BYTES));
      const body = sealed.subarray(IV_BYTES, -TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
    capability: (kind, recordId) =>
      createHmac('sha256', capabilityKey).update(`${kind} ${recordId}`).digest('base64url'),
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
