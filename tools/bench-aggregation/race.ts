import type { Row } from '../bench-elements/goal.ts';
import { type NationalOutcome, type Outcome, searchNationally } from './national.ts';
import { searchByStream } from './ours.ts';
import { percentile } from './percentile.ts';
import type { Setting } from './setting.ts';
import { apart, fromEach, searchPlaces } from './searches.ts';
import type { WorldSettings } from './world.ts';

const FIVE_TIMES = 1 / 5;

interface Turn {
  readonly national: readonly NationalOutcome[];
  readonly ours: readonly Outcome[];
}

/** The same searches by the national algorithm and by ours, a group at once, first by the one, then by the other. */
export async function race(
  setting: Setting,
  world: WorldSettings,
  searches: number,
): Promise<Row[]> {
  return setting.play(world, async ({ vendors, platform }) => {
    const turns: Turn[] = [];
    const calls = { national: 0, ours: 0 };
    let asked = 0;
    for (const places of apart(searchPlaces(world.seed, searches))) {
      const before = await vendors.calls();
      const national = await fromEach(places, (place) =>
        searchNationally(setting.directory, place, vendors.bases),
      );
      const between = await vendors.calls();
      const ours = await fromEach(places, (place) => searchByStream(platform.client, place));
      calls.national += between - before;
      calls.ours += (await vendors.calls()) - between;
      turns.push({ national, ours });
      asked += await setting.forget();
    }
    return rows(turns, calls, asked);
  });
}

function rows(
  turns: readonly Turn[],
  calls: { national: number; ours: number },
  askedByOurs: number,
): Row[] {
  const national = turns.flatMap((turn) => turn.national);
  const ours = turns.flatMap((turn) => turn.ours);
  const both = national.flatMap(({ firstMs }, at) => {
    const oursMs = ours[at]!.firstMs;
    return firstMs === null || oursMs === null ? [] : [{ national: firstMs, ours: oursMs }];
  });
  const asked = national.reduce((sum, each) => sum + each.asked, 0);
  const count = national.length;
  const times = (share: number): Row[] => {
    const name = `p${share * 100}`;
    const theirs = percentile(
      both.map((each) => each.national),
      share,
    );
    const own = percentile(
      both.map((each) => each.ours),
      share,
    );
    return [
      { name: `five cards with slots, ${name}: national`, value: theirs, unit: 'ms' },
      { name: `five cards with slots, ${name}: ours`, value: own, unit: 'ms' },
      {
        name: `five cards with slots, ${name}: ours of national`,
        value: own / theirs,
        unit: '×',
        goal: FIVE_TIMES,
      },
    ];
  };
  const settled = (outcomes: readonly Outcome[], share: number) =>
    percentile(
      outcomes.map(({ settledMs }) => settledMs),
      share,
    );
  return [
    { name: 'searches', value: count, unit: '' },
    { name: 'searches in which both find five cards', value: both.length, unit: '' },
    ...times(0.5),
    ...times(0.95),
    { name: 'settled, p50: national', value: settled(national, 0.5), unit: 'ms' },
    { name: 'settled, p50: ours', value: settled(ours, 0.5), unit: 'ms' },
    { name: 'settled, p95: national', value: settled(national, 0.95), unit: 'ms' },
    { name: 'settled, p95: ours', value: settled(ours, 0.95), unit: 'ms' },
    { name: 'calls to vendors, each search: national', value: calls.national / count, unit: '' },
    { name: 'calls to vendors, each search: ours', value: calls.ours / count, unit: '' },
    {
      name: 'calls to vendors: ours of national',
      value: calls.ours / calls.national,
      unit: '×',
      goal: 1,
    },
    { name: 'practitioners asked for, each search: national', value: asked / count, unit: '' },
    { name: 'practitioners asked for, each search: ours', value: askedByOurs / count, unit: '' },
  ];
}
