import { parseArgs } from 'node:util';

/** What a run of a bench is asked for. */
export interface BenchOptions<Part extends string> {
  /** Runs behind each median. */
  readonly runs: number;
  /** Whether others are measured too. */
  readonly peers: boolean;
  /** Whether one of these parts is asked for. */
  readonly wants: (...parts: Part[]) => boolean;
}

/** Reads `--runs`, `--only` and `--no-peers`; ends the process where they cannot be used. */
export function benchOptions<Part extends string>(parts: readonly Part[]): BenchOptions<Part> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '7' },
      only: { type: 'string', default: parts.join(',') },
      peers: { type: 'boolean', default: true },
    },
    allowNegative: true,
  });
  const asked = values.only.split(',');
  const runs = Number(values.runs);
  if (
    asked.some((part) => !parts.includes(part as Part)) ||
    !(Number.isInteger(runs) && runs >= 1)
  ) {
    console.error(`--only takes ${parts.join(', ')}; --runs takes a whole number from 1 on`);
    process.exit(2);
  }
  return {
    runs,
    peers: values.peers,
    wants: (...some) => some.some((part) => asked.includes(part)),
  };
}
