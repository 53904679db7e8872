import type { Query } from '../operation.ts';
import type { CallOptions, CreateOptions, EditOptions } from '../options.ts';
import type { Transport } from '../transport.ts';
import type {
  NewWebhook,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryPage,
  WebhookPage,
  WebhookRequest,
  WebhookUpdate,
} from '../types.ts';

/** Query of `GET /v1/webhooks`. */
export type WebhookQuery = Query<'GET', '/v1/webhooks'>;

/** Query of `GET /v1/webhooks/{webhookId}/deliveries`. */
export type WebhookDeliveryQuery = Query<'GET', '/v1/webhooks/{webhookId}/deliveries'>;

/** Addresses to which the platform sends signed events. For servers; needs `editor` or `administrator`. */
export interface WebhooksResource {
  /** A page of endpoints, oldest first (`listWebhooks`). */
  list(query?: WebhookQuery, options?: CallOptions): Promise<WebhookPage>;
  /**
   * Has events sent to an address (`createWebhook`). Its `secret` is answered this once: keep it where
   * `verifyWebhook` finds it.
   *
   * @throws ValidationError `address-refused`: https, and of the public internet
   * @throws ConflictError `too-many-webhooks`
   */
  create(webhook: WebhookRequest, options?: CreateOptions): Promise<NewWebhook>;
  /** One endpoint (`getWebhook`). `responseInfo` of it holds the `etag`. */
  get(webhookId: string, options?: CallOptions): Promise<Webhook>;
  /**
   * Changes an endpoint (`updateWebhook`). `status: 'active'` switches a disabled one on again; what
   * happened while it was off is not told: read the agendas anew.
   *
   * @throws PreconditionError when it changed since it was read
   */
  update(webhookId: string, changes: WebhookUpdate, options: EditOptions): Promise<Webhook>;
  /**
   * Ends an endpoint (`deleteWebhook`).
   *
   * @throws PreconditionError when it changed since it was read
   */
  remove(webhookId: string, options: EditOptions): Promise<void>;
  /**
   * Gives an endpoint another `secret` (`rotateWebhookSecret`). The one before signs beside it for
   * 24 hours: give `verifyWebhook` both until then.
   */
  rotate(webhookId: string, options?: CallOptions): Promise<NewWebhook>;
  /**
   * Sends a `webhook.test` event (`testWebhook`).
   *
   * @throws ConflictError `invalid-transition` where the endpoint is off
   */
  test(webhookId: string, options?: CallOptions): Promise<WebhookDelivery>;
  /** What was sent in the last 30 days, newest first, with every attempt (`listWebhookDeliveries`). */
  deliveries(
    webhookId: string,
    query?: WebhookDeliveryQuery,
    options?: CallOptions,
  ): Promise<WebhookDeliveryPage>;
  /**
   * Sends an event again, with the id that it had (`redeliverWebhook`).
   *
   * @throws ConflictError `invalid-transition` where the endpoint is off
   */
  redeliver(webhookId: string, deliveryId: string, options?: CallOptions): Promise<WebhookDelivery>;
}

/** `client.webhooks` over a transport of one's own. */
export function webhooksResource({ request }: Transport): WebhooksResource {
  const one = '/v1/webhooks/{webhookId}' as const;
  return {
    list: (query, options) => request('GET', '/v1/webhooks', { ...options, query }),
    create: (body, options) => request('POST', '/v1/webhooks', { ...options, body }),
    get: (webhookId, options) => request('GET', one, { ...options, path: { webhookId } }),
    update: (webhookId, body, options) =>
      request('PATCH', one, { ...options, path: { webhookId }, body }),
    remove: (webhookId, options) => request('DELETE', one, { ...options, path: { webhookId } }),
    rotate: (webhookId, options) =>
      request('POST', `${one}/rotate`, { ...options, path: { webhookId } }),
    test: (webhookId, options) =>
      request('POST', `${one}/test`, { ...options, path: { webhookId } }),
    deliveries: (webhookId, query, options) =>
      request('GET', `${one}/deliveries`, { ...options, path: { webhookId }, query }),
    redeliver: (webhookId, deliveryId, options) =>
      request('POST', `${one}/deliveries/{deliveryId}/redeliver`, {
        ...options,
        path: { webhookId, deliveryId },
      }),
  };
}
