import { parseArgs } from 'node:util';

const PARTS = ['race', 'load', 'harm'] as const;

/** A part of the bench. */
export type Part = (typeof PARTS)[number];

/** What a run is asked for. */
export interface AggregationOptions {
  /** Searches of each side of the race. */
  readonly searches: number;
  /** Of the load. */
  readonly minutes: number;
  /** Searches a second of the load. */
  readonly rate: number;
  readonly practitioners: number;
  /** Share of the practitioners that have a free slot within 48 h. */
  readonly share: number;
  readonly wants: (part: Part) => boolean;
}

/**
 * Reads `--searches`, `--minutes`, `--rate`, `--practitioners`, `--share`, `--only` and `--quick`, which
 * takes 40 searches and two minutes; ends the process where they cannot be used.
 */
export function aggregationOptions(): AggregationOptions {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      searches: { type: 'string' },
      minutes: { type: 'string' },
      rate: { type: 'string', default: '50' },
      practitioners: { type: 'string', default: '100000' },
      share: { type: 'string', default: '0.3' },
      only: { type: 'string', default: PARTS.join(',') },
    },
  });
  const asked = values.only.split(',');
  const options = {
    searches: Number(values.searches ?? (values.quick ? 40 : 200)),
    minutes: Number(values.minutes ?? (values.quick ? 2 : 10)),
    rate: Number(values.rate),
    practitioners: Number(values.practitioners),
    share: Number(values.share),
  };
  const positive = Object.values(options).every((value) => value > 0);
  if (!positive || options.share > 1 || asked.some((part) => !PARTS.includes(part as Part))) {
    console.error(`--only takes ${PARTS.join(', ')}; the others numbers above 0, --share up to 1`);
    process.exit(2);
  }
  return { ...options, wants: (part) => asked.includes(part) };
}
