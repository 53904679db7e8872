import type { Secrets } from '../booking/secrets.ts';
import type { Database } from '../database/database.ts';
import { type OutboxKind, UndeliverableError } from '../outbox/kind.ts';
import type { Poster, PostResult } from './post.ts';
import { signedHeaders } from './signature.ts';
import { signingSecrets } from './webhook-secrets.ts';

/** 410: whoever stands there wants no more of it. */
const GONE = 410;

interface Delivery extends Record<string, unknown> {
  webhook: string;
  status: 'active' | 'paused' | 'disabled';
  url: string;
  event: string;
  body: string;
}

/** What deliveries need besides the database. */
export interface DeliverySettings {
  poster: Poster;
  /** Seconds that one attempt may take. */
  timeoutSeconds: number;
  /** Days of nothing but failure after which an endpoint is switched off. */
  disableDays: number;
}

/** The endpoint did not take it this time. */
class NotTakenError extends Error {
  override readonly name = 'NotTakenError';
}

/** Sends one event to one endpoint, signed, and keeps how it went. */
export function deliveryKind(
  database: Database,
  secrets: Secrets,
  settings: DeliverySettings,
): OutboxKind {
  return {
    perLane: 4,
    leaseSeconds: settings.timeoutSeconds + 20,
    async deliver(row, signal) {
      const { delivery: id } = row.payload as { delivery: string };
      const delivery = await readDelivery(database, id);
      if (delivery === null) return; // its endpoint was removed: nobody waits for it
      if (delivery.status !== 'active') {
        const off = { status: null, ms: 0, failure: 'endpoint-off' } as const;
        await noteAttempt(database, id, off);
        throw new UndeliverableError('the endpoint is off');
      }
      const keys = await signingSecrets(database, secrets, delivery.webhook);
      const seconds = Math.floor(Date.now() / 1000);
      const headers = signedHeaders(delivery.event, delivery.body, keys, seconds);
      const result = await settings.poster.post(delivery.url, headers, delivery.body, signal);
      if (signal.aborted && result.failure !== null) throw new NotTakenError('stopped');
      await noteAttempt(database, id, result);
      await noteHealth(database, delivery.webhook, result, settings.disableDays);
      if (result.failure === null) return;
      if (result.status === GONE) throw new UndeliverableError('gone');
      throw new NotTakenError(result.failure);
    },
  };
}

async function readDelivery(database: Database, id: string): Promise<Delivery | null> {
  const rows = await database.query<Delivery>(
    `select w.id as webhook, w.status, w.url, e.id as event, e.body from webhook_delivery d
     join webhook w on w.id = d.webhook_id join webhook_event e on e.id = d.event_id
     where d.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

type Attempt = Omit<PostResult, 'failure'> & { failure: PostResult['failure'] | 'endpoint-off' };

/** Of a delivery that has been deleted since, nothing is kept. */
async function noteAttempt(database: Database, id: string, attempt: Attempt): Promise<void> {
  await database.query(
    `insert into webhook_attempt (delivery_id, at, status, ms, failure)
     select d.id, sas_now(), $2, $3, $4 from webhook_delivery d where d.id = $1`,
    [id, attempt.status, attempt.ms, attempt.failure],
  );
}

/** What arrives makes an endpoint sound; days of failure, or 410, switch it off. */
async function noteHealth(
  database: Database,
  webhook: string,
  { status, failure }: PostResult,
  disableDays: number,
): Promise<void> {
  if (failure === null) {
    await database.query(
      'update webhook set failing_since = null where id = $1 and failing_since is not null',
      [webhook],
    );
    return;
  }
  await database.query(
    `update webhook w set failing_since = coalesce(w.failing_since, sas_now()),
       status = case when ends then 'disabled' else w.status end,
       disabled_at = case when ends then sas_now() else w.disabled_at end,
       disabled_reason = case when not ends then w.disabled_reason when $2 then 'gone' else 'failing' end,
       version = w.version + case when ends then 1 else 0 end
     from (select id, status = 'active' and ($2 or coalesce(
         failing_since <= sas_now() - make_interval(days => $3), false)) as ends
       from webhook where id = $1 for update) found
     where w.id = found.id`,
    [webhook, status === GONE, disableDays],
  );
}
