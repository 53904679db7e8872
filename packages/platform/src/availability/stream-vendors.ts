import type { components } from '../generated/platform.ts';
import type { Caller } from '../identity/caller.ts';
import { isPublic } from './search.ts';
import type { Search } from './query.ts';
import { VendorSearch, type VendorSurroundings } from './vendors.ts';

type SourceEvent = { event: 'source'; data: components['schemas']['SourceChange'] };

/** How often an open stream looks for answers that have become old, ms; sooner where they are old soon. */
const LOOK_MS = 30_000;

/**
 * Asks connected vendors for one open stream: once for its first page, again in a wider radius, and then
 * whenever what it shows has become old. The cards come by the changes of their agendas.
 */
export class StreamVendors {
  readonly #surroundings: VendorSurroundings;
  readonly #vendors: VendorSearch;
  readonly #wake: () => void;
  readonly #gone = new AbortController();
  readonly #changed = new Set<string>();
  /** What was told of each editor. */
  readonly #told = new Map<string, string>();
  readonly #isPublic: boolean;
  #until: number | null = null;
  /** The largest radius that was asked in, km. */
  #radiusKm = -1;
  #asking = false;
  #again = false;
  #justSettled = false;
  #askedAt = Infinity;

  /** @param wake is called when something is to be told or read. */
  constructor(surroundings: VendorSurroundings, caller: Caller, wake: () => void) {
    this.#surroundings = surroundings;
    this.#wake = wake;
    this.#isPublic = isPublic(caller);
    this.#vendors = new VendorSearch(surroundings, caller, (editorId) => {
      this.#changed.add(editorId);
      this.#wake();
    });
  }

  /** Whether answers for the page are awaited, for the first time. */
  get asks(): boolean {
    return this.#asking && !this.#again;
  }

  /** Whether the place has been asked about once. */
  get settled(): boolean {
    return this.#radiusKm >= 0 && !this.asks;
  }

  get isDue(): boolean {
    return this.#justSettled || this.#changed.size > 0;
  }

  /** When `askAgain` has something to do, ms since the epoch. */
  get nextAt(): number {
    return this.#asking ? Infinity : this.#askedAt + this.#lookMs;
  }

  /** Whether all awaited answers have come since this was last asked: the page is to be read. */
  takeSettled(): boolean {
    const settled = this.#justSettled;
    this.#justSettled = false;
    return settled;
  }

  /** National ids of those of whom vendors said that they have slots. */
  withSlots(): string[] {
    return this.#vendors.sources.withSlots();
  }

  /** Asks for a page, unless that was done as far around. */
  ask(search: Search, radiusKm: number, now: Date): void {
    if (this.#asking || radiusKm <= this.#radiusKm) return;
    this.#until ??= this.#vendors.until;
    const until = this.#again ? this.#vendors.until : this.#until;
    this.#radiusKm = radiusKm;
    this.#begin(search, radiusKm, now, until, this.#surroundings.settings.freshMs);
  }

  /** Asks again for what has become old. */
  askAgain(search: Search, radiusKm: number, now: Date): void {
    if (Date.now() < this.nextAt) return;
    this.#again = true;
    const { streamFreshMs } = this.#surroundings.settings;
    this.#begin(search, radiusKm, now, this.#vendors.until, streamFreshMs);
  }

  /** What has changed of the editors since this was last asked; nothing of it is the public's. */
  *changes(): Generator<SourceEvent> {
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const editorId of this.#isPublic ? [] : changed) {
      const data = this.#vendors.sources.stateOf(editorId);
      const text = `${data.state} ${data.slots}`;
      // Asking again is nobody's concern until something else comes of it.
      const quiet = data.state === 'asking' && (this.#again || this.#told.get(editorId) === text);
      if (quiet || this.#told.get(editorId) === text) continue;
      this.#told.set(editorId, text);
      yield { event: 'source', data };
    }
  }

  end(): void {
    this.#gone.abort();
  }

  get #lookMs(): number {
    return Math.min(LOOK_MS, this.#surroundings.settings.streamFreshMs / 4);
  }

  #begin(search: Search, radiusKm: number, now: Date, until: number, freshMs: number): void {
    this.#asking = true;
    const patience = { now, until, freshMs, signal: this.#gone.signal, again: this.#again };
    this.#vendors
      .settle(search, radiusKm, patience)
      // The database is away: the stream finds out for itself.
      .catch(() => undefined)
      .finally(() => {
        this.#asking = false;
        this.#askedAt = Date.now();
        if (!this.#again) this.#justSettled = true;
        this.#wake();
      });
  }
}
