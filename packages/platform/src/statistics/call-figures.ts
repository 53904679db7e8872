import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';
import type { CallCounts, CountedPeriod } from './call-counts.ts';
import { type Cell, cellOf, protect, type Sum } from './disclosure.ts';

type Figures = components['schemas']['CallFigures'];

export const COUNTS = [
  'presented',
  'answered',
  'answeredWithin30s',
  'answeredWithin60s',
  'abandonedEarly',
  'abandoned',
  'unfinished',
  'transferred',
] as const satisfies readonly (keyof CallCounts)[];

type Cells = Record<(typeof COUNTS)[number], Cell>;

/** Figures of periods and of all together, without the counts that are too small, or follow from others. */
export function callFigures(
  periods: readonly CountedPeriod[],
  timeZone: string,
  least: number,
): { items: Figures[]; total: Figures } {
  const all = total(periods);
  const rows = [...periods, all].map((counts) => cellsOf(counts, least));
  const sums = rows.flatMap((cells) => sumsOf(cells, least));
  const last = rows.at(-1)!;
  for (const name of COUNTS) {
    sums.push({ total: last[name], parts: rows.slice(0, -1).map((cells) => cells[name]) });
  }
  protect(sums, least);
  const items = rows.map((cells, at) => toFigures(periods[at] ?? all, cells, timeZone));
  return { items: items.slice(0, -1), total: items.at(-1)! };
}

function total(periods: readonly CountedPeriod[]): CountedPeriod {
  const counts = COUNTS.map((name) => [name, periods.reduce((sum, each) => sum + each[name], 0)]);
  return {
    from: periods[0]!.from,
    to: periods.at(-1)!.to,
    ...(Object.fromEntries(counts) as CallCounts & Record<string, number>),
  };
}

function cellsOf(counts: CallCounts, least: number): Cells {
  const cells = COUNTS.map((name) => [name, cellOf(counts[name], least)]);
  return Object.fromEntries(cells) as Cells;
}

/** What adds up in one period; counts that nobody is told follow from the others by difference. */
function sumsOf(cells: Cells, least: number): Sum[] {
  const { presented, answered, abandonedEarly, abandoned, unfinished, transferred } = cells;
  const { answeredWithin30s: in30, answeredWithin60s: in60 } = cells;
  const difference = (of: Cell, without: Cell): Sum => ({
    total: of,
    parts: [without, cellOf(of.value - without.value, least, true)],
  });
  return [
    { total: presented, parts: [answered, abandonedEarly, abandoned, unfinished] },
    difference(presented, transferred),
    difference(answered, in30),
    difference(answered, in60),
    difference(in60, in30),
  ];
}

function toFigures({ from, to }: CountedPeriod, cells: Cells, timeZone: string): Figures {
  const shown = Object.fromEntries(
    COUNTS.map((name) => [name, cells[name].hidden ? null : cells[name].value]),
  ) as Record<(typeof COUNTS)[number], number | null>;
  const { presented, answered, abandonedEarly } = shown;
  const missable =
    presented === null || abandonedEarly === null ? null : presented - abandonedEarly;
  return {
    from: formatInstant(from, timeZone),
    to: formatInstant(to, timeZone),
    ...shown,
    answeredPercent: percent(answered, missable),
    within30sPercent: percent(shown.answeredWithin30s, answered),
    within60sPercent: percent(shown.answeredWithin60s, answered),
  };
}

/** With one decimal; null of nothing, and of what is not told. */
function percent(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole === 0) return null;
  return Math.round((part * 1000) / whole) / 10;
}
