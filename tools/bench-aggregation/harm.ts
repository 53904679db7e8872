import type { Fault } from '../../examples/vendor-simulator/conduct.ts';
import type { Row } from '../bench-elements/goal.ts';
import { searchByStream } from './ours.ts';
import { percentile } from './percentile.ts';
import { apart, fromEach, searchPlaces } from './searches.ts';
import { editorId, type Setting } from './setting.ts';
import { startStranger } from './stranger.ts';
import type { WorldSettings } from './world.ts';

/** The second largest vendor: an eighth of all practitioners. */
const BAD = 1;
const FAULTS: readonly Fault[] = ['hang', 'drip', 'huge', 'gzip-bomb', 'redirect'];
const SEARCHES = 24;
/** Every vendor answers after the same time: what is measured is not chance, ms. */
const DELAY_MS = 200;
/** What the cards of the others may take, of what they take without it. */
const NOTHING = 1.25;

/** When the cards of the others came, ms. */
interface Cards {
  readonly p50: number;
  readonly p95: number;
}

/** What one vendor that does harm costs the cards of the others. */
export async function harm(setting: Setting, world: WorldSettings): Promise<Row[]> {
  const even = { ...world, medianMs: DELAY_MS, p95Ms: DELAY_MS, rates: {} };
  const without = await cardsOfOthers(setting, even, {});
  const rows: Row[] = [
    { name: 'cards of the others, p50: without harm', value: without.p50, unit: 'ms' },
    { name: 'cards of the others, p95: without harm', value: without.p95, unit: 'ms' },
  ];
  for (const fault of FAULTS) {
    rows.push(...compared(fault, without, await cardsOfOthers(setting, even, { fault })));
  }
  const stranger = await startStranger();
  if (stranger === null) return [...rows, { name: 'wrong certificate', missing: 'no openssl' }];
  try {
    const endpoint = stranger.base;
    const cards = await cardsOfOthers(setting, even, { endpoint });
    return [...rows, ...compared('wrong certificate', without, cards)];
  } finally {
    stranger.close();
  }
}

function compared(fault: string, without: Cards, cards: Cards): Row[] {
  return (['p50', 'p95'] as const).map((at) => ({
    name: `${fault}, ${at}: with of without`,
    value: cards[at] / without[at],
    unit: '×',
    goal: NOTHING,
  }));
}

async function cardsOfOthers(
  setting: Setting,
  world: WorldSettings,
  { fault = null, endpoint }: { fault?: Fault | null; endpoint?: string },
): Promise<Cards> {
  const moved = new Map(endpoint === undefined ? [] : [[BAD, endpoint]]);
  return setting.play(
    world,
    async ({ vendors, platform }) => {
      const pass = async () => {
        const times: number[] = [];
        for (const places of apart(searchPlaces(world.seed, SEARCHES))) {
          await setting.forget();
          const outcomes = await fromEach(places, (place) =>
            searchByStream(platform.client, place),
          );
          const cards = outcomes.flatMap(({ cardTimes }) => cardTimes);
          times.push(
            ...cards.filter(({ editors }) => !editors.includes(editorId(BAD))).map(({ ms }) => ms),
          );
        }
        return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
      };
      // Once for what is compiled, connected and kept by then.
      await pass();
      vendors.misbehave(BAD, fault);
      return pass();
    },
    moved,
  );
}
