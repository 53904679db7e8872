import { parseArgs } from 'node:util';
import { FAULTS, type Fault } from './conduct.ts';
import { MOST_PRACTITIONERS } from './practitioners.ts';
import type { SimulatorOptions } from './simulator.ts';

/** An option that cannot be used; the message names it. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

export const HELP = `node --conditions=source examples/vendor-simulator/main.ts [--option VALUE …]

Many practice-management vendors, each on a port of its own, all people fictive. The same seed makes the
same people, slots, delays and faults.

  --vendors N          vendors of the world [3]
  --practitioners N    practitioners of all of them, at most ${MOST_PRACTITIONERS} [300]
  --only K             runs the K-th vendor alone, so that it can be killed alone [all]
  --port N             port of the first one, the others follow; 0 picks free ones [9100]
  --seed N             [1]
  --free-rate R        share of the days on which a practitioner has something free [0.4]
  --median-ms N        delay of the answers, log-normal: its median, 0 for none [0]
  --p95-ms N           and its 95th percentile [0]
  --rate FAULT=R       share of the requests that end in a fault; may be repeated
  --always FAULT       every request ends so
  --help               this text

Faults: ${FAULTS.join(', ')}.
Made for trials: it listens on 127.0.0.1 only, and whoever reaches a port may search.`;

const FLAGS = {
  vendors: { type: 'string', default: '3' },
  practitioners: { type: 'string', default: '300' },
  only: { type: 'string' },
  port: { type: 'string', default: '9100' },
  seed: { type: 'string', default: '1' },
  'free-rate': { type: 'string', default: '0.4' },
  'median-ms': { type: 'string', default: '0' },
  'p95-ms': { type: 'string', default: '0' },
  rate: { type: 'string', multiple: true, default: [] as string[] },
  always: { type: 'string' },
} as const;

/** @throws {OptionError} naming the option that is unknown, missing or out of range. */
export function readOptions(argv: readonly string[]): SimulatorOptions {
  const values = parse(argv);
  const vendors = number('vendors', values.vendors, 1, 1_000, Number.isInteger);
  const medianMs = number('median-ms', values['median-ms'], 0, 600_000);
  const p95Ms = number('p95-ms', values['p95-ms'], 0, 600_000);
  if (p95Ms < medianMs) throw new OptionError('--p95-ms must not be below --median-ms.');
  return {
    vendors,
    practitioners: number(
      'practitioners',
      values.practitioners,
      1,
      MOST_PRACTITIONERS,
      Number.isInteger,
    ),
    only:
      values.only === undefined ? null : number('only', values.only, 1, vendors, Number.isInteger),
    port: number('port', values.port, 0, 65_536 - vendors, Number.isInteger),
    seed: number('seed', values.seed, 0, 2 ** 32 - 1, Number.isInteger),
    freeRate: number('free-rate', values['free-rate'], 0, 1),
    medianMs,
    p95Ms,
    rates: readRates(values.rate),
    always: values.always === undefined ? null : faultNamed('always', values.always),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: FLAGS, strict: true }).values;
  } catch (error) {
    throw new OptionError((error as Error).message);
  }
}

function number(
  flag: string,
  text: string,
  least: number,
  most: number,
  fits: (value: number) => boolean = Number.isFinite,
): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (fits(value) && value >= least && value <= most) return value;
  const kind = fits === Number.isInteger ? 'a whole number' : 'a number';
  throw new OptionError(`--${flag} must be ${kind} from ${least} to ${most}, not “${text}”.`);
}

function faultNamed(flag: string, name: string): Fault {
  const fault = FAULTS.find((each) => each === name);
  if (fault !== undefined) return fault;
  throw new OptionError(`--${flag}: there is no fault “${name}”, only ${FAULTS.join(', ')}.`);
}

function readRates(texts: readonly string[]): Partial<Record<Fault, number>> {
  const rates: Partial<Record<Fault, number>> = {};
  for (const text of texts) {
    const [name = '', share = ''] = text.split('=');
    rates[faultNamed('rate', name)] = number('rate', share, 0, 1);
  }
  const total = Object.values(rates).reduce((sum, rate) => sum + rate, 0);
  if (total > 1) throw new OptionError(`--rate: the shares make ${total}, more than 1.`);
  return rates;
}
