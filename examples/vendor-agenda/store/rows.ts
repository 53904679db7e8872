import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';

export type Row = Record<string, SQLOutputValue>;

/** All rows of a question. */
export function all(database: DatabaseSync, sql: string, ...values: SQLInputValue[]): Row[] {
  return database.prepare(sql).all(...values);
}

/** Does a change; answers how many rows it touched. */
export function run(database: DatabaseSync, sql: string, ...values: SQLInputValue[]): number {
  return Number(database.prepare(sql).run(...values).changes);
}

export const text = (value: SQLOutputValue | undefined): string => String(value ?? '');

export const isOn = (value: SQLOutputValue | undefined): boolean => value === 1;

/** A column that holds JSON. */
export const json = <Value>(value: SQLOutputValue | undefined): Value =>
  JSON.parse(text(value)) as Value;
