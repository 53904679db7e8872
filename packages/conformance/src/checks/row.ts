import type { Check, Fixture } from '../check.ts';

/** A check as a row of a table. */
export type Row = readonly [
  name: string,
  title: Check['title'],
  source: string,
  mend: Check['mend'],
  run: Check['run'],
  needs?: readonly Fixture<unknown>[],
];

/**
 * The checks of a table.
 *
 * @param needs of the rows that name none.
 */
export function toChecks(
  group: string,
  rows: readonly Row[],
  needs: readonly Fixture<unknown>[] = [],
): Check[] {
  return rows.map(([name, title, source, mend, run, own = needs]) => {
    return { id: `${group}/${name}`, title, source, mend, needs: own, run };
  });
}
