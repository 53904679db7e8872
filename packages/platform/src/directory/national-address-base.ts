import {
  circuitBreaker,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  handleAll,
} from 'cockatiel';
import { readAddresses } from './address-reader.ts';
import type { Address, AddressQuestion, Geocoder } from './geocoder.ts';

/** How the national address base, or an addok of one's own, is asked. */
export interface GeocoderSettings {
  /** What stands before `/search/`: `https://data.geopf.fr/geocodage`. */
  url: string;
  timeoutMs: number;
}

/** Bytes of an answer that are read. */
const MAX_BYTES = 256_000;
/** Questions at once; whoever comes on top is told that it could not be asked. */
const AT_ONCE = 8;
/** After so many failures in a row nothing is asked for a while, ms. */
const FAILURES = 3;
const PAUSE_MS = 30_000;
/** Answers that are kept in memory, and how long, ms. */
const KEPT = 500;
const KEPT_MS = 3_600_000;
/** The base takes no more characters. */
const MAX_TEXT = 200;

interface Kept {
  until: number;
  answer: Promise<readonly Address[] | null>;
}

/**
 * Asks the national address base (« base adresse nationale ») or whatever answers as it does (addok).
 * Whoever asks waits for a deadline at most, for nothing while it fails, and asks nothing twice.
 */
export class NationalAddressBase implements Geocoder {
  readonly #settings: GeocoderSettings;
  readonly #kept = new Map<string, Kept>();
  readonly #circuit: CircuitBreakerPolicy;
  #open = 0;

  constructor(settings: GeocoderSettings, pauseMs = PAUSE_MS) {
    this.#settings = settings;
    this.#circuit = circuitBreaker(handleAll, {
      breaker: new ConsecutiveBreaker(FAILURES),
      halfOpenAfter: pauseMs,
    });
  }

  search({ text, limit, insee }: AddressQuestion): Promise<readonly Address[] | null> {
    const query = new URLSearchParams({ q: text.trim().slice(0, MAX_TEXT), limit: String(limit) });
    if (insee !== undefined) query.set('citycode', insee);
    return this.#once(query.toString());
  }

  /** The answer of before, the one that is on its way, or a new one. */
  #once(query: string): Promise<readonly Address[] | null> {
    const kept = this.#kept.get(query);
    if (kept !== undefined && kept.until > Date.now()) return kept.answer;
    const answer = this.#ask(query).catch(() => null);
    this.#kept.delete(query);
    this.#kept.set(query, { until: Date.now() + KEPT_MS, answer });
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    void answer.then((addresses) => {
      if (addresses === null && this.#kept.get(query)?.answer === answer) this.#kept.delete(query);
    });
    return answer;
  }

  /** @throws {Error} where it could not be asked. */
  async #ask(query: string): Promise<readonly Address[] | null> {
    // A trial runs: whoever waited for its end would wait as long as for the base.
    if (this.#open >= AT_ONCE || this.#circuit.state === CircuitState.HalfOpen) return null;
    this.#open += 1;
    try {
      return await this.#circuit.execute(async () => readAddresses(await this.#fetch(query)));
    } finally {
      this.#open -= 1;
    }
  }

  async #fetch(query: string): Promise<unknown> {
    const { url, timeoutMs } = this.#settings;
    const response = await fetch(`${url}/search/?${query}`, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new Error('the geocoder refuses');
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > MAX_BYTES) throw new Error('the geocoder says too much');
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString()) as unknown;
  }
}
