import { setTimeout as wait } from 'node:timers/promises';
import type { Row } from '../bench-elements/goal.ts';
import { searchByStream } from './ours.ts';
import { percentile } from './percentile.ts';
import type { PlatformProcess } from './platform-process.ts';
import { searchPlace } from './searches.ts';

/** Searches that come at a steady rate, however long the ones before take. */
export class Arrivals {
  readonly #platform: PlatformProcess;
  readonly #seed: number;
  readonly #pending = new Set<Promise<void>>();
  #number = 0;
  #most = 0;
  #failed = 0;
  readonly #firstMs: number[] = [];
  readonly #settledMs: number[] = [];

  constructor(platform: PlatformProcess, seed: number) {
    this.#platform = platform;
    this.#seed = seed;
  }

  /** Searches for so long; returns how many began. */
  async run(rate: number, ms: number): Promise<number> {
    const started = performance.now();
    for (let begun = 0; ; begun += 1) {
      const due = (begun * 1_000) / rate;
      if (due >= ms) return begun;
      const early = due - (performance.now() - started);
      if (early > 1) await wait(early);
      this.#begin();
    }
  }

  /** Waits for the last of them. */
  async end(): Promise<void> {
    await Promise.all(this.#pending);
  }

  /** How they went. */
  rows(): Row[] {
    return [
      { name: 'searches that failed', value: this.#failed, unit: '', goal: 0 },
      { name: 'searches under way, at most', value: this.#most, unit: '' },
      ...percentiles('five cards with slots', this.#firstMs),
      ...percentiles('settled', this.#settledMs),
    ];
  }

  #begin(): void {
    const search = this.#search(searchPlace(this.#seed, this.#number)).finally(() =>
      this.#pending.delete(search),
    );
    this.#number += 1;
    this.#pending.add(search);
    this.#most = Math.max(this.#most, this.#pending.size);
  }

  async #search(place: ReturnType<typeof searchPlace>): Promise<void> {
    try {
      const { firstMs, settledMs } = await searchByStream(this.#platform.client, place);
      if (firstMs !== null) this.#firstMs.push(firstMs);
      this.#settledMs.push(settledMs);
    } catch {
      this.#failed += 1;
    }
  }
}

function percentiles(name: string, values: readonly number[]): Row[] {
  return [0.5, 0.95].map((share) => ({
    name: `${name}, p${share * 100}`,
    value: percentile(values, share),
    unit: 'ms',
  }));
}
