import { parameterProblem, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { rolesWith } from '../identity/rights.ts';

/** How long one period is. */
export type Step = 'hour' | 'day' | 'week' | 'month';

/** Civil days, the last one included. */
export interface Window {
  from: string;
  to: string;
  step: Step;
}

const DAY = 86_400_000;
const MOST_DAYS: Record<Step, number> = { hour: 31, day: 366, week: 3660, month: 3660 };

/** @throws {ProblemError} `end-before-start` or `window-too-long`, both at `to`. */
export function checkWindow({ from, to, step }: Window): void {
  if (to < from) throw parameterProblem('end-before-start', 'to', 'to is before from');
  if ((Date.parse(to) - Date.parse(from)) / DAY < MOST_DAYS[step]) return;
  const detail = `at most ${MOST_DAYS[step]} days with step=${step}`;
  throw parameterProblem('window-too-long', 'to', detail);
}

/**
 * Whoever may read of everywhere, and answers for nobody there, reads whole months: windows that overlap would
 * give away by their difference what is suppressed in each.
 *
 * @throws {ProblemError} 403.
 */
export function checkAggregate(caller: Caller, { from, to, step }: Window): void {
  const roles = rolesWith(caller, 'statistics:read', 'everything');
  if (roles.length === 0 || roles.includes('administrator')) return;
  const dayAfter = new Date(Date.parse(to) + DAY).toISOString();
  if (step === 'month' && from.endsWith('-01') && dayAfter.slice(8, 10) === '01') return;
  throw new ProblemError('forbidden', 'Your role reads whole months, with step=month.');
}
