import { setTimeout as wait } from 'node:timers/promises';
import type { Row } from '../bench-elements/goal.ts';
import { Arrivals } from './arrivals.ts';
import { cpuMsOf } from './cpu.ts';
import type { Held } from './probe.ts';
import type { Setting } from './setting.ts';
import type { WorldSettings } from './world.ts';

const MINUTE = 60_000;
const MEGABYTE = 1_048_576;
/** Connections that are kept alive without a request are closed by then, ms. */
const REST_MS = 15_000;
/** What the last minute may cost of the first. */
const FLAT = 1.25;
/** Megabytes that the heap may be larger at rest after the last minute than before the first: caches of plans, of editors. */
const HEAP_MB = 16;

interface Minute extends Held {
  readonly searches: number;
}

/** CPU of those around the platform, ms. */
interface Around {
  readonly database: number;
  readonly vendors: number;
  readonly bench: number;
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
    const around = async (): Promise<Around> => ({
      database: await setting.databaseCpuMs(),
      vendors: cpuMsOf(vendors.pid),
      bench: cpuMsOf(process.pid),
    });
    const aroundBefore = await around();
    const arrivals = new Arrivals(platform, world.seed + 2);
    const measured: Minute[] = [{ ...before, searches: 0 }];
    for (let minute = 1; minute <= minutes; minute += 1) {
      const searches = await arrivals.run(rate, MINUTE);
      measured.push({ ...(await platform.held()), searches });
      tell(minute, measured);
    }
    await arrivals.end();
    const calls = (await vendors.calls()) - called;
    const aroundAfter = await around();
    await wait(REST_MS);
    const after = await platform.held();
    const searches = measured.reduce((sum, each) => sum + each.searches, 0);
    return [
      { name: 'searches', value: searches, unit: '' },
      { name: 'calls to vendors, each search', value: calls / searches, unit: '' },
      ...arrivals.rows(),
      ...platformRows(measured, before, after),
      ...(['database', 'vendors', 'bench'] as const).map((who) => ({
        name: `CPU of the ${who}, each search`,
        value: (aroundAfter[who] - aroundBefore[who]) / searches,
        unit: 'ms',
      })),
    ];
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

function platformRows(measured: readonly Minute[], before: Held, after: Held): Row[] {
  const last = measured.length - 1;
  const first = measured[1]!;
  const [cpu, cpuLast] = [cpuOf(measured, 1), cpuOf(measured, last)];
  const more = (what: 'descriptors' | 'timers' | 'listeners' | 'warnings', goal: number) => ({
    name: `${what} at rest: after less before`,
    value: after[what] - before[what],
    unit: '',
    goal,
  });
  return [
    { name: 'CPU of the platform, each search, first minute', value: cpu, unit: 'ms' },
    { name: 'CPU of the platform, each search, last minute', value: cpuLast, unit: 'ms' },
    { name: 'CPU, last minute of first', value: cpuLast / cpu, unit: '×', goal: FLAT },
    { name: 'rss, first minute', value: first.rss / MEGABYTE, unit: 'MB' },
    { name: 'rss, last minute', value: measured[last]!.rss / MEGABYTE, unit: 'MB' },
    {
      name: 'rss, last minute of first',
      value: measured[last]!.rss / first.rss,
      unit: '×',
      goal: FLAT,
    },
    {
      name: 'heap at rest: after less before',
      value: (after.heap - before.heap) / MEGABYTE,
      unit: 'MB',
      goal: HEAP_MB,
    },
    more('descriptors', 4),
    more('timers', 2),
    more('listeners', 0),
    more('warnings', 0),
  ];
}
