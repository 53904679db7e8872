import type { WebhookEvent } from '../types.ts';
import { WebhookVerificationError } from './errors.ts';

/** An event of a type that this client does not know: the platform is newer. Answer it with 2xx. */
export interface UnknownWebhookEvent {
  readonly type: 'unknown';
  /** Its type as it was sent. */
  readonly originalType: string;
  readonly id: string;
  readonly createdAt: string;
  readonly subject: string;
  readonly sequence: number;
  readonly apiVersion: string;
  readonly data: unknown;
}

/** What the platform sends, told by `type`. */
export type SasWebhookEvent = WebhookEvent | UnknownWebhookEvent;

/** A type that is added to the contract is missing here until it stands. */
const types: Record<WebhookEvent['type'], true> = {
  'appointment.booked': true,
  'appointment.cancelled': true,
  'appointment.rescheduled': true,
  'appointment.fulfilled': true,
  'appointment.noshow': true,
  'slot.published': true,
  'slot.withdrawn': true,
  'slot.taken': true,
  'slot.released': true,
  'webhook.test': true,
};

/** Reads a body whose signature is right. @throws WebhookVerificationError `body-invalid` */
export function readEvent(text: string): SasWebhookEvent {
  let event: WebhookEvent | null;
  try {
    event = JSON.parse(text) as WebhookEvent | null;
  } catch (cause) {
    throw new WebhookVerificationError('body-invalid', 'The signed body is not JSON.', cause);
  }
  if (typeof event?.type !== 'string') {
    throw new WebhookVerificationError('body-invalid', 'The signed body has no type.');
  }
  if (Object.hasOwn(types, event.type)) return event;
  return { ...(event as object as UnknownWebhookEvent), type: 'unknown', originalType: event.type };
}
