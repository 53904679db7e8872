import type { Sql } from '../database/database.ts';

/**
 * Whose doing the rest of this transaction is: nobody is warned of what they do themselves (0035), but those who
 * share one subject are of what another of them does (0056).
 */
export async function actAs(sql: Sql, subject: string): Promise<void> {
  await sql.query(
    `select set_config('sas.acting', case when subject_of_several($1) then '' else $1 end, true)`,
    [subject],
  );
}
