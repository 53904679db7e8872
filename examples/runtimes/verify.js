/** Checks the signature of an event over its raw body: by the web's own cryptography, so in any runtime. */
import { isWebhookVerificationError, verifyWebhook } from '@sas-kit/client/webhooks';

export async function verify({ body, headers, secret }) {
  // This one may have been kept for a while: it is checked by the clock of its own time.
  const now = () => Number(headers['webhook-timestamp']) * 1000;
  const { type } = await verifyWebhook(body, headers, secret, { now });
  const forged = await verifyWebhook(`${body} `, headers, secret, { now }).catch((error) => error);
  return { type, forged: isWebhookVerificationError(forged) ? forged.code : String(forged) };
}
