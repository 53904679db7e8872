import { instantMember, instantParameter } from '../http/instants.ts';
import { bodyProblem, parameterProblem } from '../http/problem.ts';

const DAY = 86_400_000;

/**
 * Reads a window of the query.
 *
 * @throws {ProblemError} `end-before-start` or `window-too-long`, both at `to`.
 */
export function readWindow(
  query: { from?: string; to?: string },
  defaults: { from: Date; days: number },
  maxDays: number,
): { from: Date; to: Date } {
  const from = query.from === undefined ? defaults.from : instantParameter('from', query.from);
  const to =
    query.to === undefined
      ? new Date(from.getTime() + defaults.days * DAY)
      : instantParameter('to', query.to);
  if (to <= from) throw parameterProblem('end-before-start', 'to', 'to is not after from');
  if (to.getTime() - from.getTime() > maxDays * DAY) {
    const hours = maxDays * 24;
    const limit = hours <= 96 ? `${hours} h` : `${maxDays} days`;
    throw parameterProblem('window-too-long', 'to', `the window is longer than ${limit}`);
  }
  return { from, to };
}

/** Reads two instants of a body. @throws {ProblemError} `end-before-start` at the second. */
export function readPeriod(
  body: Record<string, unknown>,
  names: readonly [string, string],
  pointer = '',
): { startsAt: Date; endsAt: Date } {
  const [first, second] = names;
  const startsAt = instantMember(`${pointer}/${first}`, body[first] as string);
  const endsAt = instantMember(`${pointer}/${second}`, body[second] as string);
  if (endsAt <= startsAt) {
    throw bodyProblem(
      'end-before-start',
      `${pointer}/${second}`,
      `${second} is not after ${first}`,
    );
  }
  return { startsAt, endsAt };
}
