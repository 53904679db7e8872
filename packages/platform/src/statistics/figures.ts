import { type Cell, cellOf, protect, type Sum } from './disclosure.ts';

/** How much of a count is told. */
export interface Telling {
  /** Counts below are not told; 1 tells all. */
  least: number;
  /** Told counts are rounded down to a multiple of it; 1 rounds none. */
  roundedTo: number;
  /** Figures of agendas that come from fewer practices are not told. Default: 1, all are. */
  leastPractices?: number;
}

/** Counts as they are told; null where they are not. */
export type Told<Name extends string> = Record<Name, number | null>;
export type Cells<Name extends string> = Record<Name, Cell>;

/** The counts that a table of figures has, and what of them adds up in one row. */
export interface Columns<Name extends string> {
  names: readonly Name[];
  sums(
    cells: Cells<Name>,
    /** What is left of a count without a part of it, for which the table has no column. */
    difference: (of: Cell, without: Cell) => Sum,
  ): Sum[];
}

/**
 * Rows and their total as they are told. Exact ones come without the counts that are small or follow from the
 * others. Of rounded ones the total is the sum of what the rows tell: it tells nothing more.
 *
 * @param more what else adds up, of all rows and the total.
 */
export function tell<Name extends string>(
  rows: readonly Record<Name, number>[],
  columns: Columns<Name>,
  telling: Telling,
  whole: Record<Name, number> = totalOf(rows, columns.names),
  more: (rows: readonly Cells<Name>[], total: Cells<Name>) => Sum[] = sumsOfColumns(columns.names),
): { rows: Told<Name>[]; total: Told<Name> } {
  const { names } = columns;
  if (telling.roundedTo > 1) {
    const rounded = rows.map((row) => each(names, (name) => roundDown(row[name], telling)));
    return { rows: rounded, total: each(names, (name) => sumOf(rounded.map((row) => row[name]))) };
  }
  const { least } = telling;
  const cells = [...rows, whole].map((row) => each(names, (name) => cellOf(row[name], least)));
  const difference = (of: Cell, without: Cell): Sum => ({
    total: of,
    parts: [without, cellOf(of.value - without.value, least, true)],
  });
  const last = cells.at(-1)!;
  const inRows = cells.flatMap((row) => columns.sums(row, difference));
  protect([...inRows, ...more(cells.slice(0, -1), last)], least);
  const told = cells.map((row) =>
    each(names, (name) => (row[name].hidden ? null : row[name].value)),
  );
  return { rows: told.slice(0, -1), total: told.at(-1)! };
}

function sumsOfColumns<Name extends string>(names: readonly Name[]) {
  return (rows: readonly Cells<Name>[], total: Cells<Name>): Sum[] =>
    names.map((name) => ({ total: total[name], parts: rows.map((row) => row[name]) }));
}

/** None is told as little as a few are. */
function roundDown(value: number, { least, roundedTo }: Telling): number | null {
  return value < least ? null : Math.floor(value / roundedTo) * roundedTo;
}

function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}

/** All rows together. */
export function totalOf<Name extends string>(
  rows: readonly Record<Name, number>[],
  names: readonly Name[],
): Record<Name, number> {
  return each(names, (name) => rows.reduce((sum, row) => sum + row[name], 0));
}

function each<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}

/** With one decimal; null of nothing, and of what is not told. */
export function percent(part: number | null, whole: number | null): number | null {
  return part === null ? null : ratio(part * 100, whole);
}

/** With one decimal; null of nothing, and of what is not told. */
export function ratio(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole === 0) return null;
  return Math.round((part * 10) / whole) / 10;
}
