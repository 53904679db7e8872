/**
 * The search of the national platform, expressed anew from its published description: the directory's
 * practitioners in pages of 100, in batches of 25; the aggregator asks every vendor of a batch at once and
 * answers when the last of them has, after 7 s at the latest; the next batch, until five cards have slots.
 * Its directory, its own agendas and the way to its aggregator cost nothing here. The published page also
 * loads one page ahead, which would ask more; it is left out.
 */
import { formatInstant, readBundle, searchParts, searchPath } from '@sas-kit/fhir';
import { chance } from '../../examples/vendor-simulator/chance.ts';
import type { SimulatedPractitioner } from '../../examples/vendor-simulator/practitioners.ts';
import type { Directory } from './directory.ts';
import type { SearchPlace } from './world.ts';

const PAGE = 100;
const BATCH = 25;
const CARDS = 5;
const VENDOR_MS = 7_000;
const HOUR = 3_600_000;

/** How a search went. */
export interface Outcome {
  /** Until five cards with slots were there, ms; null where there never were. */
  readonly firstMs: number | null;
  /** Until nothing more was awaited, ms. */
  readonly settledMs: number;
  /** Cards with slots. */
  readonly cards: number;
}

/** A search, and how many practitioners it asked for. */
export interface NationalOutcome extends Outcome {
  readonly asked: number;
}

/** Searches a commune. A search in a commune shuffles the practitioners. */
export async function searchNationally(
  directory: Directory,
  place: SearchPlace,
  bases: readonly string[],
): Promise<NationalOutcome> {
  const started = performance.now();
  const seed = Math.floor(started * 1_000);
  const shuffled = directory
    .near(place)
    .map((each) => ({ each, at: chance(seed, each.index) }))
    .sort((one, other) => one.at - other.at)
    .map(({ each }) => each);
  let [cards, asked] = [0, 0];
  for (let page = 0; page < shuffled.length && cards < CARDS; page += PAGE) {
    const listed = shuffled.slice(page, page + PAGE);
    for (let at = 0; at < listed.length && cards < CARDS; at += BATCH) {
      const batch = listed.slice(at, at + BATCH);
      asked += batch.length;
      cards += await askBatch(batch, bases);
    }
  }
  const settledMs = performance.now() - started;
  return { firstMs: cards < CARDS ? null : settledMs, settledMs, cards, asked };
}

/** Practitioners of the batch that have slots. */
async function askBatch(
  batch: readonly SimulatedPractitioner[],
  bases: readonly string[],
): Promise<number> {
  const byVendor = new Map<number, SimulatedPractitioner[]>();
  for (const each of batch) {
    const known = byVendor.get(each.vendor);
    if (known === undefined) byVendor.set(each.vendor, [each]);
    else known.push(each);
  }
  const answers = await Promise.all(
    [...byVendor].map(([vendor, practitioners]) => askVendor(bases[vendor]!, practitioners)),
  );
  return answers.reduce((sum, each) => sum + each, 0);
}

/** Practitioners that have slots; of a vendor that fails or is late nobody hears. */
async function askVendor(
  base: string,
  practitioners: readonly SimulatedPractitioner[],
): Promise<number> {
  const now = Date.now();
  const ids = practitioners.map(({ practitioner }) => practitioner.nationalId);
  const window = { ge: instant(now), le: instant(now + 48 * HOUR) };
  try {
    const answer = await fetch(base + searchPath('ps', searchParts('ps', ids, window)), {
      headers: { accept: 'application/json+fhir' },
      redirect: 'error',
      signal: AbortSignal.timeout(VENDOR_MS),
    });
    if (!answer.ok) return 0;
    const { agenda } = readBundle(await answer.json());
    return new Set(agenda.slots.map(({ practitioner }) => practitioner)).size;
  } catch {
    return 0;
  }
}

const instant = (ms: number): string => formatInstant(ms, 'Europe/Paris');
