import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';
import { type Columns, percent, tell, type Telling, type Told } from './figures.ts';
import { type Period, spanOf } from './periods.ts';
import type { CountedSearches } from './search-counts.ts';

type Figures = components['schemas']['SearchFigures'];
type Name = 'searches' | 'empty';

const COLUMNS: Columns<Name> = {
  names: ['searches', 'empty'],
  sums: ({ searches, empty }, difference) => [difference(searches, empty)],
};

/** Figures of periods and of all together, as they are told. */
export function searchFigures(
  counted: readonly CountedSearches[],
  timeZone: string,
  telling: Telling,
): { items: Figures[]; total: Figures } {
  const { rows, total } = tell(counted, COLUMNS, telling);
  return {
    items: rows.map((told, at) => toFigures(counted[at]!, told, timeZone)),
    total: toFigures(spanOf(counted), total, timeZone),
  };
}

function toFigures({ from, to }: Period, told: Told<Name>, timeZone: string): Figures {
  return {
    from: formatInstant(from, timeZone),
    to: formatInstant(to, timeZone),
    ...told,
    emptyPercent: percent(told.empty, told.searches),
  };
}
