import { cpus, loadavg } from 'node:os';
import { isOver, type Row, table } from './goal.ts';

const load = (): string =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(', ');

/** What a run of measurements prints. */
export interface Report {
  readonly print: (title: string, rows: readonly Row[]) => void;
  /** Says what is above its goal, and fails the process where something is. */
  readonly end: () => void;
}

/**
 * Says on what is measured, and begins.
 *
 * @param figures what they are: `medians of 7 runs`
 */
export function startReport(figures: string): Report {
  const all: Row[] = [];
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
  console.log(`load ${load()} before, ${figures}`);
  return {
    print(title, rows) {
      console.log(`\n${title}\n\n${table(rows)}`);
      all.push(...rows);
    },
    end() {
      const over = all.filter(isOver);
      console.log(
        `\nload ${load()} after; ${over.length} of ${all.length} figures above their goal`,
      );
      for (const { name } of over) console.log(`above its goal: ${name}`);
      if (over.length > 0) process.exitCode = 1;
    },
  };
}
