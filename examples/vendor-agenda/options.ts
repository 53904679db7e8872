import { parseArgs } from 'node:util';

/** What the command line says. */
export interface Options {
  readonly agenda: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** null: the store is temporary. */
  readonly data: string | null;
  /** `/fhir`; empty for the root. */
  readonly basePath: string;
  readonly delayMs: number;
  /** From 0 to 1. */
  readonly failRate: number;
  readonly seed: number;
  /** Address of a platform of SAS Kit, without a slash at the end. */
  readonly platform: string | null;
  readonly key: string | null;
  /** Whether the platform of SAS Kit may book without the program's page. */
  readonly bookInOneStep: boolean;
  readonly printConformanceConfig: boolean;
}

/** An option that cannot be used; the message names it. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

/** First steps of the addresses that the program's own pages have. */
const PAGES = new Set([
  'agenda',
  'cdn',
  'creneaux',
  'favicon.svg',
  'plateforme',
  'praticiens',
  'pro-sante-connect',
  'public',
  'rdv',
  'regulateurs',
  'sites',
  'sos',
]);

export const HELP = `npm run vendor -- --agenda FILE [--option VALUE …]

A small practice-management program that publishes its agenda to SAS.

  --agenda FILE                agenda to load (agenda-file/agenda.schema.json)
  --port N                     port on 127.0.0.1; 0 picks a free one [8090]
  --data DIR                   keeps the store in DIR; without it, it is temporary and holds just FILE
  --base-path PATH             where the FHIR interface is [/fhir]
  --delay-ms N                 delays each answer to a search [0]
  --fail-rate R                share of searches for which the agenda fails, from 0 to 1 [0]
  --seed N                     which searches fail: the same seed, the same ones [1]
  --platform URL               platform of SAS Kit whose <sas-agenda> the page /plateforme embeds
  --key=TOKEN                  token of a practitioner of that platform
  --book-in-one-step           lets a platform of SAS Kit book without the page (an addition of SAS Kit)
  --print-conformance-config   prints the configuration of sas-conformance that fits FILE, and ends
  --help                       this text

Made for trials: whoever reaches the port may use the pages and make accounts.`;

const FLAGS = {
  agenda: { type: 'string' },
  port: { type: 'string', default: '8090' },
  data: { type: 'string' },
  'base-path': { type: 'string', default: '/fhir' },
  'delay-ms': { type: 'string', default: '0' },
  'fail-rate': { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
  platform: { type: 'string' },
  key: { type: 'string' },
  'book-in-one-step': { type: 'boolean', default: false },
  'print-conformance-config': { type: 'boolean', default: false },
} as const;

/** @throws {OptionError} naming the option that is unknown, missing or out of range. */
export function readOptions(argv: readonly string[]): Options {
  const values = parse(argv);
  if (!values.agenda) throw new OptionError('--agenda FILE is missing.');
  if (values.data === '') throw new OptionError('--data must name a directory.');
  return {
    agenda: values.agenda,
    port: number('port', values.port, 65_535, Number.isInteger),
    data: values.data ?? null,
    basePath: readBasePath(values['base-path']),
    delayMs: number('delay-ms', values['delay-ms'], 600_000, Number.isInteger),
    failRate: number('fail-rate', values['fail-rate'], 1, Number.isFinite),
    seed: number('seed', values.seed, 2 ** 32 - 1, Number.isInteger),
    platform: values.platform === undefined ? null : readPlatform(values.platform),
    key: values.key === undefined ? null : readKey(values.key, values.platform),
    bookInOneStep: values['book-in-one-step'],
    printConformanceConfig: values['print-conformance-config'],
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: FLAGS, strict: true }).values;
  } catch (error) {
    throw new OptionError(
      `${(error as Error).message}${/[.]$/.test((error as Error).message) ? '' : '.'}`,
    );
  }
}

function number(
  flag: string,
  text: string,
  most: number,
  fits: (value: number) => boolean,
): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (fits(value) && value >= 0 && value <= most) return value;
  const kind = fits === Number.isInteger ? 'a whole number' : 'a number';
  throw new OptionError(`--${flag} must be ${kind} from 0 to ${most}, not “${text}”.`);
}

function readBasePath(text: string): string {
  const path = text.replace(/\/+$/, '');
  if (path !== '' && !/^(\/[\w.~-]+)+$/.test(path)) {
    throw new OptionError(`--base-path must be a path like /fhir, not “${text}”.`);
  }
  const first = path.split('/')[1] ?? '';
  if (PAGES.has(first)) {
    throw new OptionError(`--base-path ${text}: the program's own pages are under /${first}.`);
  }
  return path;
}

function readPlatform(text: string): string {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href.replace(/\/+$/, '');
  throw new OptionError(`--platform must be an http(s) address, not “${text}”.`);
}

function readKey(key: string, platform: string | undefined): string {
  if (platform === undefined) throw new OptionError('--key needs --platform.');
  if (!key.startsWith('pk_')) return key;
  throw new OptionError('--key is a publishable key: an agenda needs the token of a practitioner.');
}
