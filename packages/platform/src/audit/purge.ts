import type { Database } from '../database/database.ts';
import { deleteInBatches } from '../database/batches.ts';

/**
 * Erases the entries of segments that ended more than `days` ago. Their headers stay: the chain is as
 * provable as before. Entries that are not sealed are never erased.
 *
 * @returns entries erased.
 */
export async function purgeAudit(database: Database, days: number): Promise<number> {
  await database.query(
    `update audit_segment set purged_at = sas_now()
     where purged_at is null and number < (
       select coalesce(min(number), 2147483647) from audit_segment
       where last_at >= sas_now() - make_interval(days => $1))`,
    [days],
  );
  return deleteInBatches(
    database,
    'audit_entry',
    't.id <= (select max(last_id) from audit_segment where purged_at is not null)',
    [],
  );
}
