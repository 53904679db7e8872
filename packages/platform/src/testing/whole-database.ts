import assert from 'node:assert/strict';
import type { Database } from '../database/database.ts';

/** Every row of every table as text, one a line: for tests of what is kept nowhere. */
export async function wholeDatabase(database: Database): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  assert.ok(tables.length > 30);
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query<{ text: string }>(`select t::text as text from ${name} t`);
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join('\n');
}
