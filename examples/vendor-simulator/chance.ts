/** Chance that is the same on every run: a number from 0 up to 1 for a seed and what it is asked of. */
export function chance(seed: number, ...of: readonly (string | number)[]): number {
  let hash = seed >>> 0;
  for (const character of of.join('/')) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  }
  // The last steps of MurmurHash3: neighbours end far apart.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** 1.645 standard deviations of a normal distribution lie below 95 of 100 draws. */
const SIGMAS_TO_P95 = 1.6448536;

/**
 * A delay in ms, log-normal with this median and 95th percentile.
 *
 * @param one a number from 0 up to 1, another one `other`: the Box-Muller transform takes two.
 */
export function logNormalMs(medianMs: number, p95Ms: number, one: number, other: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - one)) * Math.cos(2 * Math.PI * other);
  const sigma = Math.log(p95Ms / medianMs) / SIGMAS_TO_P95;
  return medianMs * Math.exp(sigma * normal);
}
