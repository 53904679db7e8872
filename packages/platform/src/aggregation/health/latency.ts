/** Upper ends of the steps, ms: each a seventh more than the one before; the last takes the rest. */
const STEPS = steps();

function steps(): number[] {
  const ends: number[] = [];
  for (let end = 10; end < 35_000; end *= 8 / 7) ends.push(Math.round(end));
  return ends;
}

/** A count for each step, none yet. */
export function noLatencies(): number[] {
  return STEPS.map(() => 0);
}

/** Counts an answer that took so long. */
export function countLatency(counts: number[], ms: number): void {
  const found = STEPS.findIndex((end) => ms <= end);
  const step = found < 0 ? STEPS.length - 1 : found;
  counts[step] = (counts[step] ?? 0) + 1;
}

/**
 * The time that a share of the answers took at most, ms, a seventh more at worst; null without answers.
 *
 * @param counts one for each step; those of several minutes or processes may be added up.
 * @param share 0.95 for the 95th percentile.
 */
export function percentileMs(counts: readonly number[], share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let below = 0;
  const step = counts.findIndex((count) => (below += count) >= share * total);
  return STEPS[step] ?? STEPS.at(-1)!;
}
