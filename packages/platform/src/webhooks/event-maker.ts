import type { Sql } from '../database/database.ts';
import { enqueue } from '../outbox/rows.ts';
import { contract } from '../http/contract.ts';
import { formatInstant } from '../http/instants.ts';

/** The kind of outbox rows that carry a delivery; each endpoint is a lane. */
export const DELIVERY_KIND = 'webhook';

/** What is to be told. */
export interface EventDraft {
  type: string;
  /** What it is about: those of one subject come in their order. */
  subject: string;
  data: unknown;
  /** When it happened, and the zone in which that is told. */
  at: Date;
  zone: string;
  /** The outbox row that it is made of, and which part of it; null for what was asked for. */
  source: { id: number; part: number } | null;
}

/**
 * Makes an event and a delivery for each endpoint. Made of the same source again, nothing is made.
 *
 * @returns ids of the deliveries.
 */
export async function makeEvent(
  sql: Sql,
  { type, subject, data, at, zone, source }: EventDraft,
  webhooks: readonly string[],
): Promise<string[]> {
  const made = await sql.query<{ id: string; sequence: number }>(
    `select gen_random_uuid() as id, nextval('webhook_event_sequence') as sequence`,
  );
  const { id, sequence } = made[0]!;
  const body = JSON.stringify({
    id,
    type,
    createdAt: formatInstant(at, zone),
    subject,
    sequence,
    apiVersion: contract.info.version,
    data,
  });
  const events = await sql.query(
    `insert into webhook_event (id, type, subject, sequence, source, part, body, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1 as one`,
    [id, type, subject, sequence, source?.id ?? null, source?.part ?? 0, body, at],
  );
  if (events.length === 0) return [];
  const deliveries: string[] = [];
  for (const webhook of webhooks) {
    const rows = await sql.query<{ id: string }>(
      `insert into webhook_delivery (webhook_id, event_id, created_at)
       values ($1, $2, sas_now()) returning id`,
      [webhook, id],
    );
    deliveries.push(rows[0]!.id);
    await sendDelivery(sql, { id: rows[0]!.id, webhook, subject });
  }
  return deliveries;
}

/** Puts a delivery into the outbox. */
export async function sendDelivery(
  sql: Sql,
  { id, webhook, subject }: { id: string; webhook: string; subject: string },
): Promise<void> {
  const row = await enqueue(sql, {
    kind: DELIVERY_KIND,
    lane: webhook,
    subject,
    payload: { delivery: id },
  });
  await sql.query('update webhook_delivery set outbox_id = $2 where id = $1', [id, row]);
}
