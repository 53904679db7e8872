import {
  BrokenCircuitError,
  circuitBreaker,
  type CircuitBreakerPolicy,
  CircuitState,
  CountBreaker,
  ExponentialBackoff,
  handleWhenResult,
} from 'cockatiel';
import type { EditorAnswer } from './asked.ts';

/** When an editor that fails is left alone, and for how long. */
export interface CircuitSettings {
  /** First pause, ms; doubled with every trial that fails. */
  pauseMs: number;
  /** Longest pause, ms. */
  longestPauseMs: number;
}

/** As others are told of it. */
export type Circuit = 'closed' | 'half-open' | 'open';

/** Of the last so many answers, more than half: nothing is asked for a while. */
const WINDOW = 20;
const LEAST_ANSWERS = 5;

const NAMES = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
} as const;

/**
 * Leaves an editor alone that fails again and again, so that nobody waits for it. After a pause the next
 * question is a trial: while it runs nothing else is asked, and it closes the circuit or opens it anew.
 */
export class EditorCircuit {
  readonly #policy: CircuitBreakerPolicy;

  constructor({ pauseMs, longestPauseMs }: CircuitSettings) {
    this.#policy = circuitBreaker(
      // A question that is refused says nothing about the next one.
      handleWhenResult((answer) => ['timeout', 'failed'].includes((answer as EditorAnswer).state)),
      {
        breaker: new CountBreaker({
          threshold: 0.5,
          size: WINDOW,
          minimumNumberOfCalls: LEAST_ANSWERS,
        }),
        halfOpenAfter: new ExponentialBackoff({
          initialDelay: pauseMs,
          maxDelay: longestPauseMs,
        }),
      },
    );
  }

  get state(): Circuit {
    return NAMES[this.#policy.state];
  }

  /**
   * Asks, unless the editor is left alone.
   *
   * @param ask answers how it went; told whether it is a trial. What it throws counts as nothing.
   * @returns null where nothing was asked.
   */
  async run(ask: (trial: boolean) => Promise<EditorAnswer>): Promise<EditorAnswer | null> {
    // A trial runs: whoever waited for its end would wait as long as for the editor.
    if (this.#policy.state === CircuitState.HalfOpen) return null;
    const closed = this.#policy.state === CircuitState.Closed;
    try {
      return await this.#policy.execute(() => ask(!closed));
    } catch (error) {
      if (error instanceof BrokenCircuitError) return null;
      throw error;
    }
  }
}
