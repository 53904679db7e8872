/**
 * Signed events: endpoints of the platform, and checking what they receive.
 *
 * @module
 */
export {
  isWebhookVerificationError,
  WebhookVerificationError,
  type WebhookErrorCode,
} from './errors.ts';
export type { SasWebhookEvent, UnknownWebhookEvent } from './event.ts';
export { handleOnce, type HandledEvents, rememberInMemory } from './handle-once.ts';
export * from './resource.ts';
export { signWebhook, type SignedHeaders, type SignOptions } from './sign.ts';
export { type ReceivedHeaders, verifyWebhook, type VerifyOptions } from './verify.ts';
