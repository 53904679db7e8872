import type { PartContext } from './figure-part.ts';
import type { Column, FigureTable, Row, Told } from './model.ts';
import type { Step } from './period.ts';
import { periodNames } from './period-names.ts';

/** Figures of one period, as a platform answers them. */
export type PeriodFigures = { from: string; to: string } & Readonly<
  Record<string, string | number | null>
>;

/** Periods of an answer, oldest first, and all of them together. */
export interface PeriodAnswer {
  timeZone: string;
  step: Step;
  items: readonly PeriodFigures[];
  total: PeriodFigures;
}

/** Counts that a share or a median is of, by its name: the counts of a list are added up. An empty list: it is never masked. */
export type Wholes = Readonly<Record<string, readonly string[]>>;

/** What is told of a period. A share of nothing is not masked: there is none. */
export function toldOf(figures: PeriodFigures, wholes: Wholes): Record<string, Told> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) => {
      if (typeof value === 'string') return [];
      const none = wholes[name]?.every((whole) => figures[whole] === 0);
      return [[name, value === null && none ? undefined : value]];
    }),
  );
}

/** A line a period, and one of all of them. */
export function periodTable(
  { items, total, step, timeZone }: PeriodAnswer,
  { columns, wholes, caption }: { columns: readonly Column[]; wholes: Wholes; caption: string },
  { strings, language }: PartContext,
): FigureTable & { totals: readonly [Row] } {
  const names = periodNames(items, step, timeZone, language, strings);
  return {
    caption,
    rowHeading: strings.periodHeading,
    columns,
    rows: items.map((figures, at) => ({
      label: names[at]?.label ?? '',
      short: names[at]?.short ?? '',
      values: toldOf(figures, wholes),
    })),
    totals: [{ label: strings.total, short: '', values: toldOf(total, wholes) }],
  };
}
