import type { AgendaStatistics } from '@sas-kit/client';
import type { PartContext, PartSource } from './figure-part.ts';
import type { Column, FigureView, Unit } from './model.ts';
import { type PeriodFigures, periodTable } from './period-table.ts';
import { withoutHours } from './statistics-client.ts';

/** Every figure of agendas, in the order of the table. */
export const agendaUnits = {
  published: 'count',
  publishedMinutes: 'minutes',
  used: 'count',
  usedPercent: 'percent',
  overbooked: 'count',
  honoured: 'count',
  noShows: 'count',
  noShowPercent: 'percent',
} as const satisfies Record<string, Unit>;
type Name = keyof typeof agendaUnits;

export const agendaWholes = {
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

/** Columns of some figures of agendas. Default: of every one. */
export const agendaColumns =
  ({ names: { agenda } }: Pick<PartContext, 'names'>) =>
  (some = Object.keys(agendaUnits) as readonly Name[]) =>
    some.map((key): Column => ({ key, label: agenda.columns[key], unit: agendaUnits[key] }));

function agendaView(answer: AgendaStatistics, context: PartContext): FigureView {
  const by = context.strings.by[answer.step];
  const { agenda } = context.names;
  const columnsOf = agendaColumns(context);
  const columns = columnsOf();
  const counted = {
    ...answer,
    items: answer.items.map(figuresOf),
    total: figuresOf(answer.total),
  };
  const caption = agenda.caption(by, context.days);
  const table = periodTable(counted, { columns, wholes: agendaWholes, caption }, context);
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
