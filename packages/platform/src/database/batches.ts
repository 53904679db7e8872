import type { Database } from './database.ts';

/** Rows that one statement deletes: few enough to hold nobody up. */
const BATCH = 5_000;

/**
 * Deletes the rows of a table that satisfy a condition, a batch at a time, each a transaction of its
 * own. Rows that somebody else has locked are left to the next run.
 *
 * @param condition SQL on the table `t`, its values as `$1`, `$2` …
 * @returns rows deleted.
 */
export async function deleteInBatches(
  database: Database,
  table: string,
  condition: string,
  values: readonly unknown[],
  batch = BATCH,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const rows = await database.query<{ count: number }>(
      `with due as (select t.ctid from ${table} t where ${condition} limit ${batch} for update skip locked),
         gone as (delete from ${table} where ctid = any(array(select ctid from due)) returning 1)
       select count(*)::int as count from gone`,
      values,
    );
    const { count } = rows[0]!;
    deleted += count;
    if (count < batch) return deleted;
  }
}
