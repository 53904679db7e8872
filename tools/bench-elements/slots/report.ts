import type { Browser } from 'playwright-core';
import type { Row } from '../goal.ts';
import { median } from '../statistics.ts';
import { calendars } from './calendars.ts';
import type { Entry } from './contestant.ts';
import { CHANGED, COUNT } from './data.ts';
import { element } from './element.ts';
import { floor } from './floor.ts';
import type { Measured } from './in-page.ts';
import { measureOnce } from './run.ts';

/** How many times slower the processor is, and what is allowed then. */
const SPEEDS = [
  { rate: 1, ofFloor: 1.9, change: 40 },
  { rate: 4, ofFloor: 2.4, change: 80 },
] as const;

export interface SlotsOptions {
  readonly runs: number;
  readonly peers: boolean;
}

/** Measures of every entry, one after the other in each round: a busy minute falls on all of them. */
async function measureAll(
  browser: Browser,
  entries: readonly Entry[],
  rate: number,
  { runs }: SlotsOptions,
): Promise<Map<Entry, Measured[] | string>> {
  const all = new Map<Entry, Measured[] | string>();
  for (let run = 0; run < runs; run += 1) {
    for (const entry of entries) {
      const known = all.get(entry) ?? [];
      if (typeof known === 'string') continue;
      const loaded = await entry.load();
      if ('missing' in loaded) {
        all.set(entry, loaded.missing);
        continue;
      }
      try {
        all.set(entry, [...known, await measureOnce(browser, entry, loaded, rate)]);
      } catch (error) {
        all.set(entry, `does not run: ${String(error).split('\n')[0] ?? ''}`);
      }
    }
  }
  return all;
}

const painted = (measured: readonly Measured[]) => median(measured.map((one) => one.painted));
const changed = (measured: readonly Measured[]) => median(measured.map((one) => one.changed));

function rowsOf(
  entry: Entry,
  measured: Measured[] | string,
  base: number,
  { rate, ofFloor, change }: (typeof SPEEDS)[number],
): Row[] {
  const name = `${entry.name}, CPU ${rate}×`;
  if (typeof measured === 'string') return [{ name, missing: measured }];
  const own = entry === element;
  const share = painted(measured) / base;
  return [
    { name: `${name}, painted`, value: painted(measured), unit: 'ms' },
    ...(entry === floor
      ? []
      : [
          {
            name: `${name}, painted, of the floor`,
            value: share,
            unit: '×',
            ...(own && { goal: ofFloor }),
          },
        ]),
    {
      name: `${name}, one slot changed`,
      value: changed(measured),
      unit: 'ms',
      ...(own && { goal: change }),
    },
  ];
}

/** What does not depend on the machine: how many elements, how many cells a change touches. */
function countsOf(measured: Measured[] | string | undefined): Row[] {
  if (!Array.isArray(measured)) return [];
  const others = measured.flatMap(({ touched }) => touched.filter((id) => id !== CHANGED));
  const most = Math.max(...measured.map(({ touched }) => touched.length));
  return [
    {
      name: 'elements per slot, all of <sas-availability>',
      value: Math.max(...measured.map(({ elements }) => elements)) / COUNT,
      unit: '',
      goal: 1.1,
    },
    { name: 'cells that a change of one slot touches', value: most, unit: '', goal: 1 },
    { name: 'of them cells of other slots', value: others.length, unit: '', goal: 0 },
  ];
}

/** 1,008 slots: painted, and one of them changed, beside the least that a page can do. */
export async function slots(browser: Browser, options: SlotsOptions): Promise<Row[]> {
  const rows: Row[] = [];
  const entries = [floor, element, ...(options.peers ? calendars : [])];
  let counted: Row[] = [];
  for (const speed of SPEEDS) {
    const all = await measureAll(browser, entries, speed.rate, options);
    const least = all.get(floor);
    if (!Array.isArray(least)) throw new Error(`the floor ${least}`);
    for (const entry of entries) {
      rows.push(...rowsOf(entry, all.get(entry)!, painted(least), speed));
    }
    counted = countsOf(all.get(element));
  }
  return [...rows, ...counted];
}
