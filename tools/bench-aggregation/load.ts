import type { Row } from '../bench-elements/goal.ts';
import { searchByStream } from './ours.ts';
import { percentile } from './percentile.ts';
import type { PlatformProcess } from './platform-process.ts';
import type { Held } from './probe.ts';
import { searchPlace } from './searches.ts';
import type { Setting } from './setting.ts';
import type { WorldSettings } from './world.ts';

const MINUTE = 60_000;
const MEGABYTE = 1_048_576;
/** Connections that are kept alive without a request are closed by then, ms. */
const REST_MS = 15_000;
/** What the last minute may cost of the first. */
const FLAT = 1.25;
/** Bytes that the heap may be larger after ten minutes than after one: caches of plans, of editors. */
const HEAP_MB = 16;

interface Minute extends Held {
  readonly searches: number;
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Searches that come at a steady rate, however long the ones before take. */
class Arrivals {
  readonly #platform: PlatformProcess;
  readonly #seed: number;
  readonly #pending = new Set<Promise<void>>();
  #number = 0;
  most = 0;
  failed = 0;
  readonly firstMs: number[] = [];
  readonly settledMs: number[] = [];

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

  #begin(): void {
    const search = this.#search(searchPlace(this.#seed, this.#number)).finally(() =>
      this.#pending.delete(search),
    );
    this.#number += 1;
    this.#pending.add(search);
    this.most = Math.max(this.most, this.#pending.size);
  }

  async #search(place: ReturnType<typeof searchPlace>): Promise<void> {
    try {
      const { firstMs, settledMs } = await searchByStream(this.#platform.client, place);
      if (firstMs !== null) this.firstMs.push(firstMs);
      this.settledMs.push(settledMs);
    } catch {
      this.failed += 1;
    }
  }
}

/**
 * Searches of the whole country at a steady rate, by streams: what each costs the platform's process, and
 * what that process holds at rest, before the first minute and after the last.
 */
export async function load(
  setting: Setting,
  world: WorldSettings,
  { rate, minutes }: { rate: number; minutes: number },
): Promise<Row[]> {
  return setting.play(world, async ({ vendors, platform }) => {
    // Compiles what is hot, opens what stays open.
    const warming = new Arrivals(platform, world.seed + 1);
    await warming.run(rate, MINUTE / 2);
    await warming.end();
    await wait(REST_MS);
    const before = await platform.held();
    const called = await vendors.calls();
    const arrivals = new Arrivals(platform, world.seed + 2);
    const measured: Minute[] = [{ ...before, searches: 0 }];
    for (let minute = 1; minute <= minutes; minute += 1) {
      const searches = await arrivals.run(rate, MINUTE);
      measured.push({ ...(await platform.held()), searches });
      tell(minute, measured);
    }
    await arrivals.end();
    const calls = (await vendors.calls()) - called;
    await wait(REST_MS);
    return rows(arrivals, measured, before, await platform.held(), calls);
  });
}

const cpuOf = (measured: readonly Minute[], minute: number): number =>
  (measured[minute]!.cpuMs - measured[minute - 1]!.cpuMs) / measured[minute]!.searches;

function tell(minute: number, measured: readonly Minute[]): void {
  const { rss, heap, descriptors, timers } = measured[minute]!;
  console.log(
    `minute ${minute}: ${cpuOf(measured, minute).toFixed(1)} ms of CPU a search, ` +
      `rss ${(rss / MEGABYTE).toFixed(0)} MB, heap ${(heap / MEGABYTE).toFixed(0)} MB, ` +
      `${descriptors} descriptors, ${timers} timers`,
  );
}

function rows(
  { most, failed, firstMs, settledMs }: Arrivals,
  measured: readonly Minute[],
  before: Held,
  after: Held,
  calls: number,
): Row[] {
  const last = measured.length - 1;
  const searches = measured.reduce((sum, each) => sum + each.searches, 0);
  const more = (what: 'descriptors' | 'timers' | 'listeners' | 'warnings') => ({
    name: `${what} at rest: after less before`,
    value: after[what] - before[what],
    unit: '',
  });
  return [
    { name: 'searches', value: searches, unit: '' },
    { name: 'searches that failed', value: failed, unit: '', goal: 0 },
    { name: 'searches under way, at most', value: most, unit: '' },
    { name: 'calls to vendors, each search', value: calls / searches, unit: '' },
    { name: 'five cards with slots, p50', value: percentile(firstMs, 0.5), unit: 'ms' },
    { name: 'five cards with slots, p95', value: percentile(firstMs, 0.95), unit: 'ms' },
    { name: 'settled, p50', value: percentile(settledMs, 0.5), unit: 'ms' },
    { name: 'settled, p95', value: percentile(settledMs, 0.95), unit: 'ms' },
    {
      name: 'CPU of the platform, each search, first minute',
      value: cpuOf(measured, 1),
      unit: 'ms',
    },
    {
      name: 'CPU of the platform, each search, last minute',
      value: cpuOf(measured, last),
      unit: 'ms',
    },
    {
      name: 'CPU, last minute of first',
      value: cpuOf(measured, last) / cpuOf(measured, 1),
      unit: '×',
      goal: FLAT,
    },
    { name: 'rss, first minute', value: measured[1]!.rss / MEGABYTE, unit: 'MB' },
    { name: 'rss, last minute', value: measured[last]!.rss / MEGABYTE, unit: 'MB' },
    {
      name: 'rss, last minute of first',
      value: measured[last]!.rss / measured[1]!.rss,
      unit: '×',
      goal: FLAT,
    },
    {
      name: 'heap at rest: after less before',
      value: (after.heap - before.heap) / MEGABYTE,
      unit: 'MB',
      goal: HEAP_MB,
    },
    { ...more('descriptors'), goal: 4 },
    { ...more('timers'), goal: 2 },
    { ...more('listeners'), goal: 0 },
    { ...more('warnings'), goal: 0 },
  ];
}
