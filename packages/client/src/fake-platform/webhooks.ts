import { signWebhook } from '../webhooks/sign.ts';
import type { WebhookEvent } from './event-log.ts';
import { WEBHOOK_SECRET } from './webhook-secret.ts';

/** What receives an event: an address, or a handler as servers of fetch have it. */
export type WebhookReceiver = string | ((request: Request) => Response | Promise<Response>);

/** Events of the fake platform, and how they come to an endpoint. */
export interface FakeWebhooks {
  /** What their signatures are made with, `whsec_…`; also what making an endpoint answers. */
  readonly secret: string;
  /** What has happened since it began, oldest first: bookings and their ends, slots of every agenda. */
  readonly events: readonly WebhookEvent[];
  /**
   * Sends an event, signed, once: one of `events`, or one of your own. Nothing is sent by itself.
   *
   * @param options - `at`, when it says that it was sent; now by the clock of this machine, as handlers
   * check it
   */
  send(event: WebhookEvent, to: WebhookReceiver, options?: { at?: Date }): Promise<Response>;
}

/** @param events what has happened so far. */
export function createWebhooks(events: () => readonly WebhookEvent[]): FakeWebhooks {
  return {
    secret: WEBHOOK_SECRET,
    get events() {
      return structuredClone(events());
    },
    async send(event, to, options = {}) {
      const body = JSON.stringify(event);
      const signed = await signWebhook(body, { secret: WEBHOOK_SECRET, id: event.id, ...options });
      const address = typeof to === 'string' ? to : 'http://localhost/webhooks';
      const headers = { 'content-type': 'application/json', ...signed };
      const request = new Request(address, { method: 'POST', headers, body });
      return typeof to === 'string' ? fetch(request) : to(request);
    },
  };
}
