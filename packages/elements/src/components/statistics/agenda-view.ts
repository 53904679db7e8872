import type { AgendaStatistics } from '@sas-kit/client';
import type { PartContext, PartSource } from './figure-part.ts';
import type { Column, FigureView, Unit } from './model.ts';
import { type PeriodFigures, periodTable } from './period-table.ts';
import { withoutHours } from './statistics-client.ts';

/** Every figure, in the order of the table. */
const units = {
  published: 'count',
  publishedMinutes: 'minutes',
  used: 'count',
  usedPercent: 'percent',
  overbooked: 'count',
  honoured: 'count',
  noShows: 'count',
  noShowPercent: 'percent',
} as const satisfies Record<string, Unit>;
type Name = keyof typeof units;

const wholes = {
  publishedMinutes: ['published'],
  usedPercent: ['published'],
  noShowPercent: ['honoured', 'noShows'],
};

/** Slots of all agendas of a place, and who came: never those of one professional. */
export const agendaPart: PartSource<AgendaStatistics> = {
  id: 'agenda',
  right: 'agenda-statistics:read',
  heading: ({ agenda }) => agenda.heading,
  read: ({ statistics }, query, signal) => statistics.agenda(withoutHours(query), { signal }),
  isEmpty: ({ total }) =>
    [total.published, total.overbooked, total.honoured, total.noShows].every(
      (count) => count === 0,
    ),
  empty: ({ agenda }) => agenda.empty,
  telling: (answer) => answer,
  furtherMasking: ({ agenda }) => agenda.few,
  view: agendaView,
};

function agendaView(answer: AgendaStatistics, context: PartContext): FigureView {
  const by = context.strings.by[answer.step];
  const { agenda } = context.names;
  const columnsOf = (names: readonly Name[]) =>
    names.map((key): Column => ({ key, label: agenda.columns[key], unit: units[key] }));
  const columns = columnsOf(Object.keys(units) as Name[]);
  const counted = {
    ...answer,
    items: answer.items.map(figuresOf),
    total: figuresOf(answer.total),
  };
  const caption = agenda.caption(by, context.days);
  const table = periodTable(counted, { columns, wholes, caption }, context);
  const {
    rows,
    totals: [total],
  } = table;
  return {
    keys: columnsOf(['published', 'publishedMinutes', 'usedPercent', 'noShowPercent']).map(
      ({ key, label, unit }) => ({ label, unit, value: total.values[key] }),
    ),
    charts: [
      {
        id: 'slots',
        kind: 'lines',
        title: agenda.counts(by),
        unit: 'count',
        columns: columnsOf(['published', 'used']),
        rows,
      },
      {
        id: 'used',
        kind: 'lines',
        title: agenda.shares(by),
        unit: 'percent',
        columns: columnsOf(['usedPercent', 'noShowPercent']),
        rows,
      },
    ],
    table,
  };
}

/** Without the name of an agenda: a place has none. */
const figuresOf = ({ agenda: _agenda, ...figures }: AgendaStatistics['total']): PeriodFigures =>
  figures;
