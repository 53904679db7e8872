import type { Secrets } from '../booking/secrets.ts';
import { deleteInBatches } from '../database/batches.ts';
import type { Database, Sql } from '../database/database.ts';
import { makeWebhookSecret } from './signature.ts';

/** For how long the secret before signs beside the new one. */
const OVERLAP_HOURS = 24;

interface SealedSecret extends Record<string, unknown> {
  id: string;
  sealed: Uint8Array;
}

/** Gives an endpoint a secret; those before it end a day later. */
export async function renewSecret(sql: Sql, secrets: Secrets, webhookId: string): Promise<void> {
  await sql.query(
    `update webhook_secret set ends_at = sas_now() + make_interval(hours => $2)
     where webhook_id = $1 and ends_at is null`,
    [webhookId, OVERLAP_HOURS],
  );
  const made = await sql.query<{ id: string }>('select gen_random_uuid() as id');
  const { id } = made[0]!;
  await sql.query(
    `insert into webhook_secret (id, webhook_id, sealed, created_at)
     values ($1, $2, $3, sas_now())`,
    [id, webhookId, secrets.seal(makeWebhookSecret(), id)],
  );
}

/** The secrets that sign for an endpoint, the current one first. */
export async function signingSecrets(
  sql: Sql,
  secrets: Secrets,
  webhookId: string,
): Promise<string[]> {
  const rows = await sql.query<SealedSecret>(
    `select id, sealed from webhook_secret
     where webhook_id = $1 and (ends_at is null or ends_at > sas_now())
     order by ends_at desc nulls first, created_at desc`,
    [webhookId],
  );
  return rows.map(({ id, sealed }) => secrets.open(Buffer.from(sealed), id));
}

/** Erases secrets that sign no more. */
export function eraseEndedSecrets(database: Database): Promise<number> {
  return deleteInBatches(database, 'webhook_secret', 't.ends_at <= sas_now()', []);
}
