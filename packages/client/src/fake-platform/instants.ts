import { bodyRefusal, parameterRefusal } from './problem.ts';
import type { Period } from './world.ts';

const DAY = 86_400_000;

/** An instant that the contract has let through; a leap second counts as the next one. */
function parse(text: string): number {
  return Date.parse(text.replace(/:60(?=[.Zz+-])/, ':59').replace(' ', 'T'));
}

/** @throws {Refusal} 400 with the parameter's name. */
export function instantParameter(name: string, text: string): number {
  const at = parse(text);
  if (!Number.isNaN(at)) return at;
  throw parameterRefusal('invalid-format', name, `${name} is not an instant`);
}

/** Reads a window of the query. @throws {Refusal} 422 at `to`. */
export function readWindow(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  now: number,
  days: number,
  mostDays: number,
): Period {
  const start = from === undefined ? now : instantParameter('from', from);
  const end = to === undefined ? start + days * DAY : instantParameter('to', to);
  if (end <= start) throw parameterRefusal('end-before-start', 'to', 'to is not after from');
  if (end - start <= mostDays * DAY) return { start, end };
  const longest = mostDays <= 4 ? `${mostDays * 24} h` : `${mostDays} days`;
  throw parameterRefusal('window-too-long', 'to', `the window is longer than ${longest}`);
}

/** Reads two instants of a body. @throws {Refusal} 422 `end-before-start` at the second. */
export function readPeriod(from: string, to: string, names: readonly [string, string]): Period {
  const period = { start: parse(from), end: parse(to) };
  if (period.end > period.start) return period;
  const [first, second] = names;
  throw bodyRefusal('end-before-start', second, `${second} is not after ${first}`);
}
