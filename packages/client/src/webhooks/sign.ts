import { importSecret, signedContent, toBase64 } from './signature.ts';

/** The headers of Standard Webhooks. */
export type SignedHeaders = Record<
  'webhook-id' | 'webhook-timestamp' | 'webhook-signature',
  string
>;

/** What a signature needs besides the body. */
export interface SignOptions {
  /** `whsec_…` */
  readonly secret: string;
  /** `webhook-id`; a new one where it is left out. */
  readonly id?: string;
  /** When it is sent; now where it is left out. */
  readonly at?: Date;
}

/**
 * Signs a body as the platform does: for tests of one's own handler.
 *
 * @example
 * const body = JSON.stringify(event);
 * const headers = await signWebhook(body, { secret });
 * await fetch('http://localhost:3000/webhooks', { method: 'POST', headers, body });
 * @throws WebhookVerificationError `secret-invalid`
 */
export async function signWebhook(
  body: string,
  { secret, id = crypto.randomUUID(), at = new Date() }: SignOptions,
): Promise<SignedHeaders> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const content = signedContent(id, timestamp, new TextEncoder().encode(body));
  const signature = await crypto.subtle.sign('HMAC', await importSecret(secret, 'sign'), content);
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${toBase64(signature)}`,
  };
}
