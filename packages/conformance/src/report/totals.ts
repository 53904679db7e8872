import type { Status, Verdict } from '../check.ts';

export type Totals = Readonly<Record<Status, number>>;

/** How many checks came out how. */
export function totalsOf(verdicts: readonly Verdict[]): Totals {
  const count = (wanted: Status) => verdicts.filter(({ status }) => status === wanted).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    warning: count('warning'),
    skipped: count('skipped'),
  };
}

/**
 * 0: nothing failed; 1: something failed; 2: nothing could be checked, which proves nothing. Warnings and
 * skipped checks do not fail a run.
 */
export function exitCodeOf({ passed, failed, warning }: Totals): 0 | 1 | 2 {
  if (failed > 0) return 1;
  return passed + warning > 0 ? 0 : 2;
}
