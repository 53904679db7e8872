/** Pauses between attempts. */
export interface PauseRules {
  /** First pause, in ms; doubles each time. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
}

/**
 * The pause after so many failed attempts, in ms.
 *
 * @param random from 0 to 1, spreads what failed together.
 */
export function pauseAfter(attempts: number, rules: PauseRules, random: number): number {
  const exponential = rules.firstDelayMs * 2 ** Math.min(Math.max(attempts - 1, 0), 30);
  return Math.min(exponential, rules.longestDelayMs) * (0.5 + random / 2);
}
