import type { Sql } from '../database/database.ts';

/** Whose doing the rest of this transaction is: nobody is warned of what they do themselves (0035). */
export async function actAs(sql: Sql, subject: string): Promise<void> {
  await sql.query(`select set_config('sas.acting', $1, true)`, [subject]);
}
