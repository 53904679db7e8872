import type { Secrets } from '../booking/secrets.ts';
import type { Database } from '../database/database.ts';
import type { OutboxKinds } from '../outbox/kind.ts';
import { Deliveries } from './deliveries.ts';
import { deliveryKind } from './delivery-kind.ts';
import { Webhooks } from './endpoints.ts';
import { eventKind } from './event-kind.ts';
import { DELIVERY_KIND } from './event-maker.ts';
import { createPoster } from './post.ts';
import { webhookRoutes } from './routes.ts';
import type { Identities } from './subscribers.ts';

/** Settings of webhooks. */
export interface WebhookSettings {
  /** Whether http addresses of this machine are taken too, for development. */
  loopback: boolean;
  /** Seconds that an endpoint has to take an event. */
  timeoutSeconds: number;
  /** Days of nothing but failure after which an endpoint is switched off. */
  disableDays: number;
}

/** Webhooks of a platform: their routes, and what they deliver through the outbox. */
export interface OpenWebhooks {
  routes: ReturnType<typeof webhookRoutes>;
  kinds: OutboxKinds;
  /** Ends connections to endpoints. */
  close(): void;
}

/** @param identities who stands behind the names of programs. */
export function openWebhooks(
  database: Database,
  secrets: Secrets,
  identities: Identities,
  { loopback, timeoutSeconds, disableDays }: WebhookSettings,
): OpenWebhooks {
  const policy = { loopback };
  const poster = createPoster(policy, timeoutSeconds);
  return {
    routes: webhookRoutes(new Webhooks(database, secrets, policy), new Deliveries(database)),
    kinds: {
      event: eventKind(database, identities),
      [DELIVERY_KIND]: deliveryKind(database, secrets, { poster, timeoutSeconds, disableDays }),
    },
    close: () => poster.close(),
  };
}
