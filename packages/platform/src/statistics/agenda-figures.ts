import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';
import type { AgendaCounts, CountedSlots } from './agenda-counts.ts';
import { type Columns, percent, tell, type Telling, type Told } from './figures.ts';
import type { Period } from './periods.ts';

type Figures = components['schemas']['AgendaFigures'];
type Name = keyof AgendaCounts;

const COLUMNS: Columns<Name> = {
  names: ['published', 'used', 'overbooked', 'honoured', 'noShows'],
  sums: ({ published, used }, difference) => [difference(published, used)],
};

/** Figures of periods, of each agenda where it is one's own, and of all together, as they are told. */
export function agendaFigures(
  counted: readonly CountedSlots[],
  window: Period,
  timeZone: string,
  telling: Telling,
): { items: Figures[]; total: Figures } {
  const { rows, total } = withoutFew(counted, tell(counted, COLUMNS, telling), telling);
  const minutes = counted.reduce((sum, each) => sum + each.minutes, 0);
  const whole = { ...window, minutes, agenda: null };
  return {
    items: rows.map((told, at) => toFigures(counted[at]!, told, timeZone, telling)),
    total: toFigures(whole, total, timeZone, telling),
  };
}

/** Takes out what comes from few practices, and the totals of it. */
function withoutFew(
  counted: readonly CountedSlots[],
  told: { rows: Told<Name>[]; total: Told<Name> },
  { leastPractices = 1 }: Telling,
): { rows: Told<Name>[]; total: Told<Name> } {
  const rows = told.rows.map((row) => ({ ...row }));
  const total = { ...told.total };
  for (const [at, { practices }] of counted.entries()) {
    for (const name of COLUMNS.names) {
      if (leastPractices === 1 || practices[name] >= leastPractices) continue;
      rows[at]![name] = null;
      total[name] = null;
    }
  }
  return { rows, total };
}

function toFigures(
  { from, to, minutes, agenda }: Pick<CountedSlots, 'from' | 'to' | 'minutes' | 'agenda'>,
  told: Told<Name>,
  timeZone: string,
  { roundedTo }: Telling,
): Figures {
  const { published, used, honoured, noShows } = told;
  const expected = honoured === null || noShows === null ? null : honoured + noShows;
  return {
    from: formatInstant(from, timeZone),
    to: formatInstant(to, timeZone),
    agenda,
    ...told,
    publishedMinutes: published === null || roundedTo > 1 ? null : minutes,
    usedPercent: percent(used, published),
    noShowPercent: percent(noShows, expected),
  };
}
