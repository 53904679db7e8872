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

/** How often messages of editors broke each rule, by editor and rule. */
export async function appointmentFindings(
  sql: Sql,
  editors: readonly string[],
): Promise<Map<string, Record<string, number>>> {
  const rows = await sql.query<{ editor: string; rules: Record<string, number> }>(
    `select editor, jsonb_object_agg(rule, count) as rules from appointment_finding
     where editor = any($1::text[]) group by editor`,
    [editors],
  );
  return new Map(rows.map(({ editor, rules }) => [editor, rules]));
}
