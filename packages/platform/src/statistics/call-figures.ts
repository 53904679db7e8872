import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';
import type { CallCounts, CountedPeriod } from './call-counts.ts';
import { type Columns, percent, tell, type Telling, type Told } from './figures.ts';
import { spanOf } from './periods.ts';

type Figures = components['schemas']['CallFigures'];
type Name = keyof CallCounts;

const COLUMNS: Columns<Name> = {
  names: [
    'presented',
    'answered',
    'answeredWithin30s',
    'answeredWithin60s',
    'abandonedEarly',
    'abandoned',
    'unfinished',
    'transferred',
  ],
  sums: (cells, difference) => {
    const { presented, answered, abandonedEarly, abandoned, unfinished, transferred } = cells;
    const { answeredWithin30s: in30, answeredWithin60s: in60 } = cells;
    return [
      { total: presented, parts: [answered, abandonedEarly, abandoned, unfinished] },
      difference(presented, transferred),
      difference(answered, in30),
      difference(answered, in60),
      difference(in60, in30),
    ];
  },
};

/** Figures of periods and of all together, as they are told. */
export function callFigures(
  periods: readonly CountedPeriod[],
  timeZone: string,
  telling: Telling,
): { items: Figures[]; total: Figures } {
  const { rows, total } = tell(periods, COLUMNS, telling);
  return {
    items: rows.map((told, at) => toFigures(periods[at]!, told, timeZone)),
    total: toFigures(spanOf(periods), total, timeZone),
  };
}

function toFigures(
  { from, to }: { from: Date; to: Date },
  told: Told<Name>,
  timeZone: string,
): Figures {
  const { presented, answered, abandonedEarly } = told;
  const missable =
    presented === null || abandonedEarly === null ? null : presented - abandonedEarly;
  return {
    from: formatInstant(from, timeZone),
    to: formatInstant(to, timeZone),
    ...told,
    answeredPercent: percent(answered, missable),
    within30sPercent: percent(told.answeredWithin30s, answered),
    within60sPercent: percent(told.answeredWithin60s, answered),
  };
}
