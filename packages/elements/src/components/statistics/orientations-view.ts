import type { OrientationStatistics } from '@sas-kit/client';
import type { PartContext, PartSource } from './figure-part.ts';
import type { Column, FigureView, Unit } from './model.ts';
import { periodTable } from './period-table.ts';
import { withoutHours } from './statistics-client.ts';

const outcomes = [
  'unscheduledConsultation',
  'advice',
  'emergencyDepartment',
  'ambulance',
  'smur',
  'otherPrehospitalTeam',
] as const;

/** Every figure, in the order of the table. */
const units = {
  orientations: 'count',
  unscheduledConsultation: 'count',
  advice: 'count',
  emergencyDepartment: 'count',
  ambulance: 'count',
  smur: 'count',
  otherPrehospitalTeam: 'count',
  booked: 'count',
  bookedPercent: 'percent',
  bookedWithin48h: 'count',
  within48hPercent: 'percent',
  medianDelayMinutes: 'minutes',
  medianDistanceKm: 'km',
  honoured: 'count',
  noShows: 'count',
  noShowPercent: 'percent',
  ownDoctorAsked: 'count',
  withoutOwnDoctor: 'count',
  withoutOwnDoctorPercent: 'percent',
  overbookingCalls: 'count',
  overbookingAccepted: 'count',
  callsPerOverbooking: 'number',
} as const satisfies Record<string, Unit>;
type Name = keyof typeof units;

const wholes = {
  bookedPercent: ['unscheduledConsultation'],
  within48hPercent: ['booked'],
  medianDelayMinutes: ['booked'],
  medianDistanceKm: ['booked'],
  noShowPercent: ['honoured', 'noShows'],
  withoutOwnDoctorPercent: ['ownDoctorAsked'],
  callsPerOverbooking: ['overbookingAccepted'],
};

/** What was decided, and what came of it. */
export const orientationsPart: PartSource<OrientationStatistics> = {
  id: 'orientations',
  right: 'statistics:read',
  heading: ({ orientations }) => orientations.heading,
  read: ({ statistics }, query, signal) => statistics.orientations(withoutHours(query), { signal }),
  isEmpty: ({ total }) => total.orientations === 0 && total.overbookingCalls === 0,
  empty: ({ orientations }) => orientations.empty,
  telling: (answer) => answer,
  view: orientationsView,
};

function orientationsView(answer: OrientationStatistics, context: PartContext): FigureView {
  const { by } = context.strings;
  const { orientations } = context.names;
  const { step } = answer;
  const columnsOf = (names: readonly Name[]) =>
    names.map((key): Column => ({ key, label: orientations.columns[key], unit: units[key] }));
  const columns = columnsOf(Object.keys(units) as Name[]);
  const caption = orientations.caption(by[step], context.days);
  const table = periodTable(answer, { columns, wholes, caption }, context);
  const {
    rows,
    totals: [total],
  } = table;
  const shown = [
    'orientations',
    'bookedPercent',
    'within48hPercent',
    'medianDelayMinutes',
    'medianDistanceKm',
    'noShowPercent',
    'withoutOwnDoctorPercent',
    'callsPerOverbooking',
  ] as const;
  return {
    keys: columnsOf(shown).map(({ key, label, unit }) => ({
      label,
      unit,
      value: total.values[key],
    })),
    charts: [
      {
        id: 'outcomes',
        kind: 'bars',
        title: orientations.bars(by[step]),
        unit: 'count',
        columns: columnsOf(outcomes),
        rows,
        whole: 'orientations',
      },
      {
        id: 'booked',
        kind: 'lines',
        title: orientations.lines(by[step]),
        unit: 'percent',
        columns: columnsOf(['bookedPercent', 'within48hPercent', 'noShowPercent']),
        rows,
      },
    ],
    table,
  };
}
