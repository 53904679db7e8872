import type { AgendaStatistics } from '@sas-kit/client';
import { agendaColumns, agendaPart, agendaWholes } from './agenda-view.ts';
import type { PartContext, PartSource } from './figure-part.ts';
import type { FigureView, Row } from './model.ts';
import { shareOf } from './numbers.ts';
import { periodNames } from './period-names.ts';
import { toldOf } from './period-table.ts';

type Figures = AgendaStatistics['items'][number];
type Agenda = NonNullable<Figures['agenda']>;

/** Slots of each agenda that the reader keeps, and who came. Nothing is masked: they are its own. */
export const ownAgendaPart: PartSource<AgendaStatistics> = {
  ...agendaPart,
  id: 'own-agenda',
  own: true,
  heading: ({ ownAgenda }) => ownAgenda.heading,
  empty: ({ ownAgenda }) => ownAgenda.empty,
  view: ownAgendaView,
};

function ownAgendaView(answer: AgendaStatistics, context: PartContext): FigureView {
  const { items, total, step, timeZone } = answer;
  const { strings, language, days } = context;
  const { agenda: places, ownAgenda } = context.names;
  const by = strings.by[step];
  const columnsOf = agendaColumns(context);
  const agendas = agendasOf(items);
  const several = agendas.length > 1;
  const lines = (some: readonly Figures[]): Row[] => {
    const names = periodNames(some, step, timeZone, language, strings);
    return some.map((figures, at) => rowOf(figures, names[at]?.label ?? '', names[at]?.short));
  };
  const all = rowOf(total, strings.total);
  const periods = lines(byPeriod(items));
  return {
    keys: columnsOf(['published', 'used', 'usedPercent', 'noShows', 'noShowPercent']).map(
      ({ key, label, unit }) => ({ label, unit, value: all.values[key] }),
    ),
    charts: [
      {
        id: 'own-slots',
        kind: 'lines',
        title: places.counts(by),
        unit: 'count',
        columns: columnsOf(['published', 'used']),
        rows: periods,
      },
      {
        id: 'own-patients',
        kind: 'bars',
        title: ownAgenda.patients(by),
        unit: 'count',
        columns: columnsOf(['honoured', 'noShows']),
        rows: periods,
      },
    ],
    table: {
      caption: ownAgenda.caption(by, days),
      rowHeading: several ? ownAgenda.rowHeading : strings.periodHeading,
      columns: columnsOf(),
      rows: several
        ? agendas.flatMap(([name, own]) =>
            lines(own).map((row) => ({ ...row, label: `${name}, ${row.label}` })),
          )
        : periods,
      totals: several
        ? [...agendas.map(([name, own]) => rowOf(summed(own), ownAgenda.total(name))), all]
        : [all],
    },
  };
}

const nameOf = ({ practitioner, place }: Agenda): string =>
  practitioner === null ? place : `${practitioner}, ${place}`;

/** The figures of each agenda by its name, in the order in which they come. */
function agendasOf(items: readonly Figures[]): [name: string, own: readonly Figures[]][] {
  const names = new Map(
    items.flatMap(({ agenda }) => (agenda ? [[agenda.scheduleId, agenda]] : [])),
  );
  return [...names].map(([id, agenda]) => [
    nameOf(agenda),
    items.filter((item) => item.agenda?.scheduleId === id),
  ]);
}

/** All agendas together, period by period. */
const byPeriod = (items: readonly Figures[]): Figures[] =>
  [...new Set(items.map(({ from }) => from))].map((start) =>
    summed(items.filter(({ from }) => from === start)),
  );

const rowOf = ({ agenda: _agenda, ...figures }: Figures, label: string, short = ''): Row => ({
  label,
  short,
  values: toldOf(figures, agendaWholes),
});

/** Counts of several periods or agendas and their shares, as the platform adds them up. */
function summed(some: readonly Figures[]): Figures {
  const sum = (
    name: 'published' | 'publishedMinutes' | 'used' | 'overbooked' | 'honoured' | 'noShows',
  ) => some.reduce((all, each) => all + (each[name] ?? 0), 0);
  const [published, used] = [sum('published'), sum('used')];
  const [honoured, noShows] = [sum('honoured'), sum('noShows')];
  return {
    ...{ from: some[0]?.from ?? '', to: some.at(-1)?.to ?? '', agenda: null },
    ...{ published, publishedMinutes: sum('publishedMinutes'), used },
    ...{ overbooked: sum('overbooked'), honoured, noShows },
    usedPercent: shareOf(used, published) ?? null,
    noShowPercent: shareOf(noShows, honoured + noShows) ?? null,
  };
}
