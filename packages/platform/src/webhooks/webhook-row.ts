import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';

export type Webhook = components['schemas']['Webhook'];
export type WebhookTopic = components['schemas']['WebhookTopic'];

/** Endpoints belong to no place. */
export const WEBHOOK_ZONE = 'Europe/Paris';

/** An endpoint as the database has it. */
export interface WebhookRow extends Record<string, unknown> {
  id: string;
  owner: string;
  url: string;
  events: WebhookTopic[];
  description: string | null;
  status: Webhook['status'];
  disabledReason: 'failing' | 'gone' | null;
  disabledAt: Date | null;
  failingSince: Date | null;
  createdAt: Date;
  version: number;
}

export const WEBHOOK_COLUMNS = `w.id, w.owner, w.url, w.events, w.description, w.status,
  w.disabled_reason as "disabledReason", w.disabled_at as "disabledAt",
  w.failing_since as "failingSince", w.created_at as "createdAt", w.version`;

/** An endpoint as the contract has it. */
export function toWebhook(row: WebhookRow): Webhook {
  const at = (instant: Date) => formatInstant(instant, WEBHOOK_ZONE);
  const { id, owner, url, events, description, status, disabledReason, disabledAt } = row;
  return {
    id,
    owner,
    url,
    events,
    description,
    status,
    disabled: disabledReason === null ? null : { reason: disabledReason, at: at(disabledAt!) },
    failingSince: row.failingSince === null ? null : at(row.failingSince),
    created: at(row.createdAt),
  };
}
