import type { VendorStatistics } from '@sas-kit/client';
import type { PartContext, PartSource } from './figure-part.ts';
import type { Column, FigureView, Row, Unit } from './model.ts';
import { shareOf } from './numbers.ts';
import { periodNames } from './period-names.ts';
import { toldOf } from './period-table.ts';
import { withoutHours } from './statistics-client.ts';

type Figures = VendorStatistics['items'][number];

/** Every figure, in the order of the table. */
const units = {
  asked: 'count',
  complete: 'count',
  timeout: 'count',
  failed: 'count',
  refused: 'count',
  circuitOpen: 'count',
  completePercent: 'percent',
  medianMs: 'milliseconds',
  p95Ms: 'milliseconds',
} as const satisfies Record<string, Unit>;
type Name = keyof typeof units;

/** Nothing is masked: where there is no share and no time, there was no answer. */
const wholes = { completePercent: [], medianMs: [], p95Ms: [] };

/** Characters that the axis of a narrow chart has room for, and those that a name keeps where there are many. */
const room = 34;
const least = 8;

/** How connected vendors answered, wherever the question came from: the place of the page changes nothing. */
export const vendorsPart: PartSource<VendorStatistics> = {
  id: 'vendors',
  right: 'statistics:read',
  heading: ({ vendors }) => vendors.heading,
  read: ({ statistics }, query, signal) => {
    const { from, to, step } = withoutHours(query);
    return statistics.vendors({ from, to, step }, { signal });
  },
  isEmpty: ({ items }) => items.length === 0,
  empty: ({ vendors }) => vendors.empty,
  telling: () => ({ suppressedBelow: 1, roundedTo: 1 }),
  view: vendorsView,
};

function vendorsView(
  { items, totals, step, timeZone }: VendorStatistics,
  { strings, names, language, days }: PartContext,
): FigureView {
  const { vendors } = names;
  const by = strings.by[step];
  const columnsOf = (some: readonly Name[]) =>
    some.map((key): Column => ({ key, label: vendors.columns[key], unit: units[key] }));
  const nameOf = (item: Figures) => periodNames([item], step, timeZone, language, strings)[0];
  const all = summed(totals);
  const periods = [...new Set(items.map(({ from }) => from))].map((start) =>
    items.filter(({ from }) => from === start),
  );
  return {
    keys: columnsOf(['asked', 'completePercent', 'timeout', 'failed', 'circuitOpen']).map(
      ({ key, label, unit }) => ({ label, unit, value: all[key] }),
    ),
    charts: [
      {
        id: 'answers',
        kind: 'bars',
        title: vendors.bars,
        unit: 'count',
        columns: columnsOf(['complete', 'timeout', 'failed', 'refused']),
        rows: totals.map((total) => ({
          ...row(total, total.vendor.name),
          short: shortened(total.vendor.name, totals.length),
        })),
      },
      {
        id: 'complete',
        kind: 'lines',
        title: vendors.lines(by),
        unit: 'percent',
        columns: columnsOf(['completePercent']),
        rows: periods.map((some): Row => {
          const { label = '', short = '' } = nameOf(some[0]!) ?? {};
          return { label, short, values: summed(some) };
        }),
      },
    ],
    table: {
      caption: vendors.caption(by, days),
      rowHeading: vendors.rowHeading,
      columns: columnsOf(Object.keys(units) as Name[]),
      rows: items.map((item) => row(item, `${item.vendor.name}, ${nameOf(item)?.label ?? ''}`)),
      totals: totals.map((total) => row(total, vendors.total(total.vendor.name))),
    },
  };
}

const row = ({ vendor: _vendor, ...figures }: Figures, label: string): Row => ({
  label,
  short: '',
  values: toldOf(figures, wholes),
});

function shortened(name: string, names: number): string {
  const most = Math.max(least, Math.floor(room / names));
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

/** Counts of several vendors and their share: times do not add up. */
function summed(some: readonly Figures[]): Row['values'] {
  const sum = (name: 'asked' | 'complete' | 'timeout' | 'failed' | 'circuitOpen') =>
    some.reduce((total, each) => total + each[name], 0);
  const [asked, complete] = [sum('asked'), sum('complete')];
  return {
    ...{ asked, complete, completePercent: shareOf(complete, asked) },
    ...{ timeout: sum('timeout'), failed: sum('failed'), circuitOpen: sum('circuitOpen') },
  };
}
