import { Temporal } from 'temporal-polyfill';
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

const MOST_DAYS: Record<Step, number> = { hour: 31, day: 366, week: 3660, month: 3660 };

/** @throws {ProblemError} `end-before-start` or `window-too-long`, both at `to`. */
export function checkWindow({ from, to, step }: Window): void {
  if (to < from) throw parameterProblem('end-before-start', 'to', 'to is before from');
  if (Temporal.PlainDate.from(from).until(to).days < MOST_DAYS[step]) return;
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
  const [first, last] = [from, to].map((day) => Temporal.PlainDate.from(day));
  if (step === 'month' && first!.day === 1 && last!.day === last!.daysInMonth) return;
  throw new ProblemError('forbidden', 'Your role reads whole months, with step=month.');
}
