import { CSV, writeCsv } from '../http/csv.ts';
import { type Answer, document } from '../http/handler.ts';

type Field = string | number | null;
/** One line of a table; what is in an object of its own has columns of its own. */
export type Line = Readonly<Record<string, Field | Readonly<Record<string, Field>>>>;

/** Whether a table is asked for instead of JSON. */
export function wantsCsv(format: 'json' | 'csv' | undefined, accept: string | undefined): boolean {
  if (format !== undefined) return format === 'csv';
  return accept?.split(',')[0]?.split(';')[0]?.trim().toLowerCase() === CSV;
}

/** A table of lines alike; an empty field is what is not told. */
export function asTable(lines: readonly Line[]): Answer<never> {
  const rows = lines.map(flat);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const fields = rows.map((row) => columns.map((name) => row[name] ?? null));
  const type = `${CSV}; charset=utf-8; header=present`;
  return document(writeCsv(columns, fields), type) as Answer<never>;
}

function flat(line: Line): Record<string, Field> {
  const fields = Object.entries(line).flatMap(([name, value]) =>
    value !== null && typeof value === 'object'
      ? Object.entries(value).map(([inner, field]) => [`${name}.${inner}`, field] as const)
      : [[name, value] as const],
  );
  return Object.fromEntries(fields);
}
