import type { Check, Fixture } from '../check.ts';

/** Page of the guide that every rule here comes from. */
export const PAGE = 'page de gestion des rendez-vous (INT_R03)';

/** A check as a row of a table. */
export type Row = readonly [
  name: string,
  title: Check['title'],
  source: string,
  mend: Check['mend'],
  run: Check['run'],
  needs?: readonly Fixture<unknown>[],
];

export function toCheck([name, title, source, mend, run, needs = []]: Row): Check {
  return { id: `appointments/${name}`, title, source, mend, needs, run };
}
