import { chance, logNormalMs } from './chance.ts';

/**
 * What a vendor may do instead of answering well: take for ever, drip a byte a second, hang up, answer 503
 * or a page of HTML, nothing, half a Bundle, a Bundle with faults, 50 MB, a gzip bomb, a redirection.
 */
export const FAULTS = [
  'hang',
  'drip',
  'reset',
  'unavailable',
  'html',
  'empty',
  'truncated',
  'malformed',
  'huge',
  'gzip-bomb',
  'redirect',
] as const;

export type Fault = (typeof FAULTS)[number];

/** How vendors behave, request by request. */
export interface ConductOptions {
  readonly seed: number;
  /** Delay before an answer, ms, log-normal; 0 and 0 for none. */
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Share of the requests that end in each fault, from 0 to 1. */
  readonly rates: Readonly<Partial<Record<Fault, number>>>;
}

/** What becomes of one request. */
export interface Conduct {
  readonly delayMs: number;
  readonly fault: Fault | null;
}

/** What becomes of the n-th request to a vendor: the same for the same seed. */
export function conductOf(vendor: number, number: number, options: ConductOptions): Conduct {
  const { seed, medianMs, p95Ms, rates } = options;
  const draw = (what: string) => chance(seed, what, vendor, number);
  const delayMs = medianMs > 0 ? logNormalMs(medianMs, p95Ms, draw('delay'), draw('delay too')) : 0;
  let drawn = draw('fault');
  const fault = FAULTS.find((each) => (drawn -= rates[each] ?? 0) < 0) ?? null;
  return { delayMs, fault };
}
