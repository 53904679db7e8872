import { Temporal } from 'temporal-polyfill';
import { parameterProblem, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { type Right, rolesWith } from '../identity/rights.ts';
import type { Telling } from './figures.ts';

/** How long one period is. */
export type Step = 'hour' | 'day' | 'week' | 'month';

/** Civil days, the last one included. */
export interface Window<S extends Step = Step> {
  from: string;
  to: string;
  step: S;
}

const MOST_DAYS: Record<Step, number> = { hour: 31, day: 366, week: 3660, month: 3660 };

/** @throws {ProblemError} `end-before-start` or `window-too-long`, both at `to`. */
export function checkWindow({ from, to, step }: Window): void {
  if (to < from) throw parameterProblem('end-before-start', 'to', 'to is before from');
  if (Temporal.PlainDate.from(from).until(to).days < MOST_DAYS[step]) return;
  const detail = `at most ${MOST_DAYS[step]} days with step=${step}`;
  throw parameterProblem('window-too-long', 'to', detail);
}

/** From fewer practices than these, whoever reads from outside reads nothing: no figure is one professional's. */
const LEAST_PRACTICES = 3;

/** The rights to read figures. */
export type StatisticsRight = Extract<Right, 'statistics:read' | 'agenda-statistics:read'>;

/** Whether the caller may read of everywhere, and answers for nobody there. */
function readsFromOutside(caller: Caller, right: StatisticsRight): boolean {
  const roles = rolesWith(caller, right, 'everything');
  return roles.length > 0 && !roles.includes('administrator');
}

/**
 * How much is told to whom. Whoever reads from outside reads whole months, each of which is one number however
 * it is asked for, rounded: what two answers differ by tells nothing of a count that is suppressed.
 *
 * @param today civil day in the zone of the place.
 * @throws {ProblemError} 403 for other periods.
 */
export function tellingTo(
  caller: Caller,
  right: StatisticsRight,
  { from, to, step }: Window,
  today: string,
  least: number,
): Telling {
  if (!readsFromOutside(caller, right)) return { least, roundedTo: 1 };
  const [first, last] = [from, to].map((day) => Temporal.PlainDate.from(day));
  const whole = first!.day === 1 && last!.day === last!.daysInMonth && to < today;
  if (step === 'month' && whole) {
    const leastPractices = least === 1 ? 1 : LEAST_PRACTICES;
    return { least, roundedTo: Math.max(1, least - 1), leastPractices };
  }
  const detail = 'Your role reads whole months that are over, with step=month.';
  throw new ProblemError('forbidden', detail);
}
