import type { ChildProcess } from 'node:child_process';
import type { Row } from '../bench-elements/goal.ts';
import { median } from '../bench-elements/statistics.ts';
import { type Contender, FLOOR, OURS } from './contenders.ts';
import { start, told } from './told.ts';
import type { Workshop } from './workshop.ts';

const CALLS = 1_000;
/** Of the floor. */
const GOAL = 1.6;

interface Measured {
  readonly name: string;
  /** ms of each run. */
  readonly runs: number[];
  readonly child: ChildProcess;
}

async function measure({ child }: Measured): Promise<number> {
  const answer = told<number>(child);
  child.send(CALLS);
  return answer;
}

/**
 * 1,000 sequential GETs over one kept connection, each contender in a process of its own, in turn,
 * after one run that warms it up. Against the floor of the same turn: a busy machine slows both.
 */
export async function overhead(
  workshop: Workshop,
  contenders: readonly Contender[],
  runs: number,
): Promise<Row[]> {
  const server = start('server.ts');
  const address = await told<string>(server);
  const all: Measured[] = [];
  try {
    for (const contender of [FLOOR, ...contenders]) {
      const child = start('caller.ts', [workshop.write(contender), address]);
      await told(child);
      all.push({ name: contender.name, runs: [], child });
    }
    for (const each of all) await measure(each);
    for (let run = 0; run < runs; run += 1) {
      for (const each of all) each.runs.push(await measure(each));
    }
  } finally {
    for (const { child } of [...all, { child: server }]) child.disconnect();
  }
  const [floor] = all;
  return all.flatMap(({ name, runs }) => {
    const ratio = median(runs.map((ms, run) => ms / floor!.runs[run]!));
    return [
      { name, value: (median(runs) / CALLS) * 1000, unit: 'µs' },
      {
        name: `${name}, of the floor`,
        value: ratio,
        unit: '×',
        ...(name === OURS.name && { goal: GOAL }),
      },
    ];
  });
}
