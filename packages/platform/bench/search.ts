/**
 * Search in PostgreSQL: 100,000 practice places and 1,000,000 free slots, one specialty, 20 cards.
 * Needs `DATABASE_URL`; `npm run bench` brings a server.
 */
import { readSearch } from '../src/availability/query.ts';
import { findCards } from '../src/availability/search.ts';
import { openDatabase } from '../src/database/connection.ts';
import type { Database } from '../src/database/database.ts';
import type { Caller } from '../src/identity/caller.ts';
import { addPlaces } from './france.ts';

const SLOTS_PER_PLACE = 10;
const HAVRE_PLACES = 300;
const SERIES = [10_000, 30_000, 100_000, 300_000, 1_000_000];
const RUNS = 300;
const ROUNDS = 3;

const PUBLIC: Caller = {
  kind: 'public',
  scope: 'bench',
  identity: { subject: 'public', roles: ['public'] },
  fromOrigin: true,
};

/** Milliseconds below which a share of the values lies. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

interface Measure {
  p50: number;
  p95: number;
  cards: number;
}

/** Medians over several rounds of the percentiles of one statement. */
async function measure(database: Database, insee: string): Promise<Measure> {
  const rounds: Measure[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times: number[] = [];
    let cards = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const now = await database.now();
      const seed = (round * RUNS + run).toString(16);
      const search = readSearch({ insee, specialty: 'SM54', limit: 20, seed }, now);
      const started = performance.now();
      const found = await findCards(database, PUBLIC, search, search.place.radiusKm);
      times.push(performance.now() - started);
      cards = Math.min(20, found.length);
    }
    rounds.push({ p50: percentile(times, 0.5), p95: percentile(times, 0.95), cards });
  }
  return {
    p50: median(rounds.map(({ p50 }) => p50)),
    p95: median(rounds.map(({ p95 }) => p95)),
    cards: rounds[0]!.cards,
  };
}

/** What a stream reads when one agenda of its page changes: p50 of a search for one card of it, ms. */
async function measureReading(database: Database, insee: string): Promise<number> {
  const rounds: number[] = [];
  const search = readSearch({ insee, specialty: 'SM54', limit: 20 }, await database.now());
  const page = await findCards(database, PUBLIC, search, search.place.radiusKm);
  for (let round = 0; round < ROUNDS; round += 1) {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const agendas = [page[run % page.length]!.key.id];
      const started = performance.now();
      await findCards(database, PUBLIC, search, search.place.radiusKm, { agendas });
      times.push(performance.now() - started);
    }
    rounds.push(median(times));
  }
  return median(rounds);
}

const url = process.env['DATABASE_URL'];
if (url === undefined) throw new Error('DATABASE_URL is required');
const database = await openDatabase({ url, poolSize: 2 });
await addPlaces(database, 'le-havre', HAVRE_PLACES, 1);
let inserted = 0;
const series: { slots: number; havre: Measure }[] = [];
for (const slots of SERIES) {
  await addPlaces(database, 'rest-of-france', slots / SLOTS_PER_PLACE - inserted, slots);
  inserted = slots / SLOTS_PER_PLACE;
  series.push({ slots, havre: await measure(database, '76351') });
}
const paris = await measure(database, '75056');
const reading = await measureReading(database, '75056');
await database.close();

const ms = (value: number) => value.toFixed(2);
console.log('search, one specialty, 20 cards, PostgreSQL (SQL time as the server sees it, ms)');
console.table(
  series.map(({ slots, havre }) => ({
    'slots elsewhere': slots,
    'Le Havre p50': ms(havre.p50),
    'Le Havre p95': ms(havre.p95),
    cards: havre.cards,
  })),
);
const [first, last] = [series[0]!, series.at(-1)!];
const growth = last.havre.p50 / first.havre.p50;
const logarithm = Math.log(last.slots) / Math.log(first.slots);
const share = reading / paris.p50;
const verdict = (holds: boolean) => (holds ? 'holds' : 'MISSED');
console.table([
  {
    number: 'Le Havre p95, 1,000,000 slots',
    measured: ms(last.havre.p95),
    goal: '< 20 ms',
    verdict: verdict(last.havre.p95 < 20),
  },
  {
    number: `Paris p95, 1,000,000 slots (${paris.cards} cards, p50 ${ms(paris.p50)})`,
    measured: ms(paris.p95),
    goal: '< 60 ms',
    verdict: verdict(paris.p95 < 60),
  },
  {
    number: `Paris p50, one card read again for a stream (${ms(reading)} ms) against its page`,
    measured: `× ${share.toFixed(2)}`,
    goal: '≤ × 0.25',
    verdict: verdict(share <= 0.25),
  },
  {
    number: 'Le Havre p50, 1,000,000 against 10,000 slots elsewhere',
    measured: `× ${growth.toFixed(2)}`,
    goal: `≤ × ${logarithm.toFixed(2)} (logarithm)`,
    verdict: verdict(growth <= logarithm),
  },
]);
if (last.havre.p95 >= 20 || paris.p95 >= 60 || share > 0.25 || growth > logarithm)
  process.exitCode = 1;
