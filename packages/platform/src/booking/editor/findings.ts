import type { Sql } from '../../database/database.ts';

/** Counts the rules that a message broke, once each; what it said is not kept. */
export async function countFindings(
  sql: Sql,
  editor: string,
  rules: readonly string[],
): Promise<void> {
  if (rules.length === 0) return;
  await sql.query(
    `insert into appointment_finding as counted (editor, rule, count, last_at)
     select $1, rule, 1, sas_now() from unnest($2::text[]) as rule
     on conflict (editor, rule) do update set count = counted.count + 1, last_at = excluded.last_at`,
    [editor, [...new Set(rules)].sort()],
  );
}

/** How often messages of editors broke each rule; of one editor where it is named. */
export function appointmentFindings(
  sql: Sql,
  editor: string | null = null,
): Promise<{ editor: string; rule: string; count: number; lastAt: Date }[]> {
  return sql.query<{ editor: string; rule: string; count: number; lastAt: Date }>(
    `select editor, rule, count, last_at as "lastAt" from appointment_finding
     where $1::text is null or editor = $1 order by editor, rule`,
    [editor],
  );
}
