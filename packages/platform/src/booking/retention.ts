import type { Database } from '../database/database.ts';

/** Days that ended holds and counters are kept. */
const BOOKKEEPING_DAYS = 2;

/**
 * Erases what has served: contacts past their time, idempotency records after 24 h, ended holds,
 * counters of past days.
 *
 * @returns rows erased, by kind.
 */
export async function eraseExpired(database: Database): Promise<Record<string, number>> {
  const erase = async (statement: string) => (await database.query(statement)).length;
  return {
    contacts: await erase('delete from contact where erase_after <= sas_now() returning 1 as one'),
    idempotencyKeys: await erase(
      `delete from idempotency where created_at <= sas_now() - interval '24 hours' returning 1 as one`,
    ),
    holds: await erase(
      `delete from hold where expires_at < sas_now() - interval '${BOOKKEEPING_DAYS} days' returning 1 as one`,
    ),
    counters: await erase(
      `delete from public_booking_count where day < (sas_now() - interval '${BOOKKEEPING_DAYS} days')::date
       returning 1 as one`,
    ),
  };
}
