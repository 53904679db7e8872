import type { CallStatistics } from '@sas-kit/client';
import type { PartContext, PartSource } from './figure-part.ts';
import type { Column, FigureView, Unit } from './model.ts';
import { periodTable } from './period-table.ts';

const counts = [
  'presented',
  'answered',
  'answeredWithin30s',
  'answeredWithin60s',
  'abandonedEarly',
  'abandoned',
  'unfinished',
  'transferred',
] as const;
const shares = ['answeredPercent', 'within30sPercent', 'within60sPercent'] as const;

const wholes = {
  answeredPercent: ['answered', 'abandoned', 'unfinished'],
  within30sPercent: ['answered'],
  within60sPercent: ['answered'],
};

/** Calls received, answered and given up. */
export const callsPart: PartSource<CallStatistics> = {
  id: 'calls',
  right: 'statistics:read',
  heading: ({ calls }) => calls.heading,
  read: ({ statistics }, query, signal) => statistics.calls(query, { signal }),
  isEmpty: ({ total }) => total.presented === 0,
  empty: ({ calls }) => calls.empty,
  telling: (answer) => answer,
  view: callsView,
};

function callsView(answer: CallStatistics, context: PartContext): FigureView {
  const { by } = context.strings;
  const { calls } = context.names;
  const { step, targets } = answer;
  const columnsOf = (names: readonly (keyof typeof calls.columns)[], unit: Unit) =>
    names.map((key): Column => ({ key, label: calls.columns[key], unit }));
  const columns = [...columnsOf(counts, 'count'), ...columnsOf(shares, 'percent')];
  const caption = calls.caption(by[step], context.days);
  const table = periodTable(answer, { columns, wholes, caption }, context);
  const {
    rows,
    totals: [total],
  } = table;
  const key = (name: keyof typeof calls.columns, unit: Unit) => ({
    label: calls.columns[name],
    value: total.values[name],
    unit,
  });
  return {
    keys: [
      key('presented', 'count'),
      ...shares.map((name) => ({ ...key(name, 'percent'), target: targets[name] })),
      key('abandonedEarly', 'count'),
    ],
    charts: [
      {
        id: 'calls',
        kind: 'bars',
        title: calls.bars(by[step]),
        unit: 'count',
        columns: columnsOf(['answered', 'abandoned', 'abandonedEarly', 'unfinished'], 'count'),
        rows,
        whole: 'presented',
      },
      {
        id: 'waits',
        kind: 'lines',
        title: calls.lines(by[step]),
        unit: 'percent',
        columns: columnsOf(shares, 'percent'),
        rows,
        targets,
      },
    ],
    table,
  };
}
