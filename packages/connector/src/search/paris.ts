import { offsetAt } from '@sas-kit/fhir';

const ZONE = 'Europe/Paris';
const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * The instant at which clocks in Paris show a wall time, given as if it were UTC: the zone of what comes
 * without offset (C17). In the hour that autumn repeats there are two: `earliest` or `latest`. In the
 * hour that spring skips there is none: the clock is read as if it had not been changed yet.
 */
export function parisInstant(wall: number, which: 'earliest' | 'latest'): number {
  const before = wall - offsetAt(ZONE, wall - DAY) * MINUTE;
  const after = wall - offsetAt(ZONE, wall + DAY) * MINUTE;
  const real = [before, after].filter(
    (instant) => instant + offsetAt(ZONE, instant) * MINUTE === wall,
  );
  if (real.length === 0) return before;
  return which === 'earliest' ? Math.min(...real) : Math.max(...real);
}
