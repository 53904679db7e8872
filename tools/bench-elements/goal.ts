/** One figure and what it is held against. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `kB` are 1,024 bytes. */
  readonly unit: string;
  /** The most that is allowed; a figure without one is there to compare. */
  readonly goal?: number;
}

/** What could not be measured, and why. */
export interface Missing {
  readonly name: string;
  readonly missing: string;
}

export type Row = Figure | Missing;

export const isFigure = (row: Row): row is Figure => 'value' in row;

/** Whether a figure is above what is allowed. What was not measured is not within anything. */
export const isOver = (row: Row): boolean =>
  isFigure(row) && row.goal !== undefined && !(row.value <= row.goal);

const digits = (value: number): string =>
  value.toFixed(Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : value < 1 ? 3 : 2);

/** The rows as a Markdown table, columns of one width. */
export function table(rows: readonly Row[]): string {
  const lines = [
    ['', 'measured', 'goal'],
    ...rows.map((row) =>
      isFigure(row)
        ? [
            row.name,
            `${digits(row.value)} ${row.unit}`.trim(),
            row.goal === undefined ? '' : `${isOver(row) ? 'OVER ' : ''}≤ ${row.goal}`,
          ]
        : [row.name, row.missing, ''],
    ),
  ];
  const widths = [0, 1, 2].map((at) => Math.max(3, ...lines.map((line) => line[at]!.length)));
  const draw = (line: readonly string[]) =>
    `| ${line.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  const [head, ...body] = lines;
  return [draw(head!), draw(widths.map((width) => '-'.repeat(width))), ...body.map(draw)].join(
    '\n',
  );
}
