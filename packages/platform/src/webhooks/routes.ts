import { created, type Handlers, noContent, ok } from '../http/handler.ts';
import { entityTag, type Versioned } from '../http/etag.ts';
import type { Deliveries } from './deliveries.ts';
import type { Webhooks } from './endpoints.ts';

const tagged = ({ version }: Versioned<unknown>) => ({ etag: entityTag(version) });
const answer = <T>(versioned: Versioned<T>) => ok(versioned.resource, tagged(versioned));

export function webhookRoutes(
  webhooks: Webhooks,
  deliveries: Deliveries,
): Handlers<
  | 'listWebhooks'
  | 'createWebhook'
  | 'getWebhook'
  | 'updateWebhook'
  | 'deleteWebhook'
  | 'rotateWebhookSecret'
  | 'testWebhook'
  | 'listWebhookDeliveries'
  | 'redeliverWebhook'
> {
  return {
    listWebhooks: async ({ caller, query }) =>
      ok(await webhooks.list(caller, { ...query, limit: query.limit ?? 20 })),
    createWebhook: async ({ caller, body, header }) => {
      const made = await webhooks.create(caller, body, {
        scope: caller.scope,
        key: header['Idempotency-Key'],
        request: ['createWebhook', body],
      });
      return created(`/v1/webhooks/${made.resource.id}`, made.resource, tagged(made));
    },
    getWebhook: async ({ caller, path }) => answer(await webhooks.get(caller, path.webhookId)),
    updateWebhook: async ({ caller, path, body, header }) =>
      answer(await webhooks.update(caller, path.webhookId, body, header['If-Match'])),
    deleteWebhook: async ({ caller, path, header }) => {
      await webhooks.remove(caller, path.webhookId, header['If-Match']);
      return noContent();
    },
    rotateWebhookSecret: async ({ caller, path }) =>
      answer(await webhooks.rotate(caller, path.webhookId)),
    testWebhook: async ({ caller, path }) => ok(await deliveries.test(caller, path.webhookId)),
    listWebhookDeliveries: async ({ caller, path, query }) =>
      ok(await deliveries.list(caller, path.webhookId, { ...query, limit: query.limit ?? 20 })),
    redeliverWebhook: async ({ caller, path }) =>
      ok(await deliveries.redeliver(caller, path.webhookId, path.deliveryId)),
  };
}
