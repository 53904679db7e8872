import type { Sql } from '../database/database.ts';
import { communeOf } from '../directory/places.ts';
import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';
import { DECIDED } from './decided-cases.ts';
import { cellOf, type Sum } from './disclosure.ts';
import {
  type Cells,
  type Columns,
  percent,
  tell,
  type Telling,
  type Told,
  totalOf,
} from './figures.ts';
import { type Period, periodsOf } from './periods.ts';
import type { Window } from './window.ts';

type Figures = components['schemas']['OwnDoctorFigures'];
type Name = 'ownDoctorAsked' | 'withoutOwnDoctor';

interface CountedCommune extends Record<Name, number>, Period, Record<string, unknown> {
  insee: string;
}

const SQL = (step: string) => `
with ${DECIDED}, ${periodsOf(step)}
select "from", "to", insee, count(own_doctor)::int as "ownDoctorAsked",
  count(*) filter (where own_doctor = 'none')::int as "withoutOwnDoctor"
from period join decided using (key) where own_doctor is not null
group by "from", "to", insee order by "from", insee`;

/** Counts who has no doctor of their own, by period and commune; nothing where nobody was asked. */
export async function countOwnDoctors(
  sql: Sql,
  territories: readonly string[],
  { from, to, step }: Window,
  timeZone: string,
): Promise<CountedCommune[]> {
  return sql.query<CountedCommune>(SQL(step), [territories, from, to, timeZone, step]);
}

const COLUMNS: Columns<Name> = {
  names: ['ownDoctorAsked', 'withoutOwnDoctor'],
  sums: ({ ownDoctorAsked, withoutOwnDoctor }, difference) => [
    difference(ownDoctorAsked, withoutOwnDoctor),
  ],
};

/**
 * Figures of communes, and of all together, as they are told. Communes of which it is not told how many were
 * asked are left out: that a commune is there tells that somebody was.
 */
export function ownDoctorFigures(
  counted: readonly CountedCommune[],
  window: Period,
  timeZone: string,
  telling: Telling,
): { items: Figures[]; total: Figures } {
  const whole = totalOf(counted, COLUMNS.names);
  const { rows, total } = tell(counted, COLUMNS, telling, whole, (cells, all) => [
    ...sumsWithin(counted, cells, telling.least),
    ...COLUMNS.names.map((name) => ({ total: all[name], parts: cells.map((row) => row[name]) })),
  ]);
  const items = rows.map((told, at) => toFigures(counted[at]!, counted[at]!.insee, told, timeZone));
  return {
    items: items.filter(({ ownDoctorAsked }) => ownDoctorAsked !== null),
    total: toFigures(window, null, total, timeZone),
  };
}

/** What the communes of a period add up to is told with its orientations. */
function sumsWithin(
  counted: readonly CountedCommune[],
  cells: readonly Cells<Name>[],
  least: number,
): Sum[] {
  const periods = new Map<number, number[]>();
  for (const [at, { from }] of counted.entries()) {
    const places = periods.get(from.getTime()) ?? [];
    periods.set(from.getTime(), [...places, at]);
  }
  return [...periods.values()].flatMap((places) =>
    COLUMNS.names.map((name) => {
      const parts = places.map((at) => cells[at]![name]);
      return {
        total: cellOf(
          parts.reduce((sum, { value }) => sum + value, 0),
          least,
        ),
        parts,
      };
    }),
  );
}

function toFigures(
  { from, to }: Period,
  insee: string | null,
  told: Told<Name>,
  timeZone: string,
): Figures {
  return {
    from: formatInstant(from, timeZone),
    to: formatInstant(to, timeZone),
    insee,
    label: insee === null ? null : (communeOf(insee)?.label ?? insee),
    ...told,
    withoutOwnDoctorPercent: percent(told.withoutOwnDoctor, told.ownDoctorAsked),
  };
}
