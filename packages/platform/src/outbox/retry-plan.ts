/** First wait, seconds; each one after is three times as long, to the longest: half a day unless the kind says. */
const FIRST_SECONDS = 5;
const FACTOR = 3;
const LONGEST_SECONDS = 12 * 3_600;
/** Attempts in all of a kind that names no longest wait; the last is three days after the first. */
export const MAX_ATTEMPTS = 15;
/** Share by which a wait is made longer or shorter, so that those who failed together do not return together. */
const JITTER = 0.2;

/**
 * Seconds until the next attempt, or null where there is none.
 *
 * @param attempts those that have failed, 1 or more.
 * @param random from 0 to 1.
 * @param longestSeconds what the kind says (`OutboxKind.longestWaitSeconds`); with it there always is one.
 */
export function nextWaitSeconds(
  attempts: number,
  random: number,
  longestSeconds?: number,
): number | null {
  if (longestSeconds === undefined && attempts >= MAX_ATTEMPTS) return null;
  const longest = longestSeconds ?? LONGEST_SECONDS;
  const wait = Math.min(FIRST_SECONDS * FACTOR ** (attempts - 1), longest);
  return wait * (1 - JITTER + 2 * JITTER * random);
}
