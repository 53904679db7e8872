import type { SearchStatistics } from '@sas-kit/client';
import type { PartContext, PartSource } from './figure-part.ts';
import type { Column, FigureView } from './model.ts';
import { periodTable } from './period-table.ts';

const wholes = { emptyPercent: ['searches'] };

/** Searches of the desks, and how many found nothing. */
export const searchesPart: PartSource<SearchStatistics> = {
  id: 'searches',
  right: 'statistics:read',
  heading: ({ searches }) => searches.heading,
  read: ({ statistics }, query, signal) => statistics.searches(query, { signal }),
  isEmpty: ({ total }) => total.searches === 0,
  empty: ({ searches }) => searches.empty,
  telling: (answer) => answer,
  view: searchesView,
};

function searchesView(answer: SearchStatistics, context: PartContext): FigureView {
  const { by } = context.strings;
  const { searches } = context.names;
  const share: Column = {
    key: 'emptyPercent',
    label: searches.columns.emptyPercent,
    unit: 'percent',
  };
  const columns: Column[] = [
    { key: 'searches', label: searches.columns.searches, unit: 'count' },
    { key: 'empty', label: searches.columns.empty, unit: 'count' },
    share,
  ];
  const caption = searches.caption(by[answer.step], context.days);
  const table = periodTable(answer, { columns, wholes, caption }, context);
  const {
    rows,
    totals: [total],
  } = table;
  return {
    keys: columns.map(({ key, label, unit }) => ({ label, unit, value: total.values[key] })),
    charts: [
      {
        id: 'empty',
        kind: 'lines',
        title: searches.lines(by[answer.step]),
        unit: 'percent',
        columns: [share],
        rows,
      },
    ],
    table,
  };
}
