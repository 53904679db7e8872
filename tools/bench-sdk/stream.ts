import type { Row } from '../bench-elements/goal.ts';
import { median } from '../bench-elements/statistics.ts';
import { start, told } from './told.ts';

/** What 10,000 events may leave in the heap: compiled code, and nothing that grows, kB. */
const MOST_KEPT = 256;

interface Told {
  heldBefore: number;
  heldAfter: number;
  ms: number;
}

/** 10,000 slot events after as many that warm it up, over a real server: time, and what stays of them. */
export async function stream(runs: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kind, name] of [
    ['iterator', 'client.availability.stream'],
    ['watch', 'watchAvailability, 20 cards'],
  ] as const) {
    const all: Told[] = [];
    for (let run = 0; run < runs; run += 1) {
      const server = start('stream-server.ts');
      const address = await told<string>(server);
      const reader = start('stream-reader.ts', [kind, address], ['--expose-gc']);
      all.push(await told<Told>(reader));
      reader.kill();
      server.disconnect();
    }
    const kept = median(all.map(({ heldBefore, heldAfter }) => heldAfter - heldBefore)) / 1024;
    rows.push(
      { name: `${name}, each event`, value: median(all.map(({ ms }) => ms)) / 10, unit: 'µs' },
      { name: `${name}, kept of 10,000 events`, value: kept, unit: 'kB', goal: MOST_KEPT },
    );
  }
  return rows;
}
