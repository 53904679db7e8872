import type { OwnDoctorStatistics } from '@sas-kit/client';
import type { PartContext, PartSource } from './figure-part.ts';
import type { Column, FigureView } from './model.ts';
import { periodNames } from './period-names.ts';
import { type PeriodFigures, toldOf } from './period-table.ts';

const wholes = { withoutOwnDoctorPercent: ['ownDoctorAsked'] };

/** Who has no doctor of their own, commune by commune: by month, so that fewer counts are too small. */
export const ownDoctorPart: PartSource<OwnDoctorStatistics> = {
  id: 'own-doctor',
  right: 'statistics:read',
  heading: ({ ownDoctor }) => ownDoctor.heading,
  read: ({ statistics }, query, signal) =>
    statistics.ownDoctor({ ...query, step: 'month' }, { signal }),
  isEmpty: ({ total }) => total.ownDoctorAsked === 0,
  empty: ({ ownDoctor }) => ownDoctor.empty,
  telling: (answer) => answer,
  view: ownDoctorView,
};

function ownDoctorView(
  { items, total, step, timeZone }: OwnDoctorStatistics,
  { strings, names: texts, language, days }: PartContext,
): FigureView {
  const { ownDoctor } = texts;
  const columns: Column[] = [
    { key: 'ownDoctorAsked', label: ownDoctor.columns.ownDoctorAsked, unit: 'count' },
    { key: 'withoutOwnDoctor', label: ownDoctor.columns.withoutOwnDoctor, unit: 'count' },
    {
      key: 'withoutOwnDoctorPercent',
      label: ownDoctor.columns.withoutOwnDoctorPercent,
      unit: 'percent',
    },
  ];
  const months = items.map((item) => periodNames([item], step, timeZone, language, strings)[0]);
  const several = new Set(items.map(({ from }) => from)).size > 1;
  const all = toldOf(figuresOf(total), wholes);
  return {
    keys: columns.map(({ key, label, unit }) => ({ label, unit, value: all[key] })),
    charts: [],
    table: {
      caption: ownDoctor.caption(days),
      rowHeading: ownDoctor.rowHeading,
      columns,
      rows: items.map((item, at) => {
        const commune = item.label ?? item.insee ?? '';
        const label = several ? `${commune}, ${months[at]?.label ?? ''}` : commune;
        return { label, short: commune, values: toldOf(figuresOf(item), wholes) };
      }),
      totals: [{ label: strings.total, short: '', values: all }],
    },
  };
}

/** Without the name of the commune: null stands there for no commune, not for what is masked. */
const figuresOf = ({
  insee: _insee,
  label: _label,
  ...figures
}: OwnDoctorStatistics['total']): PeriodFigures => figures;
