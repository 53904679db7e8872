import { WebhookVerificationError } from './errors.ts';

const prefix = 'whsec_';
const algorithm = { name: 'HMAC', hash: 'SHA-256' };

/** Bytes of base64; null where it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Base64 of bytes. */
export function toBase64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

/**
 * The key of a secret, `whsec_…`.
 *
 * @throws WebhookVerificationError `secret-invalid`
 */
export async function importSecret(secret: string, use: 'sign' | 'verify'): Promise<CryptoKey> {
  const bytes = typeof secret === 'string' && fromBase64(secret.trim().replace(prefix, ''));
  if (!bytes || bytes.length < 24) {
    const hint = 'it is what `client.webhooks.create` and `rotate` answer, `whsec_…`';
    throw new WebhookVerificationError(
      'secret-invalid',
      `This is no secret of a webhook: ${hint}.`,
    );
  }
  return crypto.subtle.importKey('raw', bytes, algorithm, false, [use]);
}

/** What is signed: id, time and raw body. */
export function signedContent(
  id: string,
  timestamp: string,
  body: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const content = new Uint8Array(head.length + body.length);
  content.set(head);
  content.set(body, head.length);
  return content;
}
