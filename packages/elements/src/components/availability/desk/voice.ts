import type { SourceChange } from '@sas-kit/client';
import { clock } from '../../../base/clock.ts';
import type { Announcer } from '../../../controllers/announcer.ts';
import type { AvailabilityDeskStrings } from '../../../strings/fr/availability-desk.ts';
import { isFree } from '../results.ts';
import type { Settled } from './settle.ts';
import { countSources, sourceWords } from './source-line.ts';

/** What is known of a list besides its cards. */
export interface Known {
  readonly sources: readonly SourceChange[];
  /** Everything was told once. */
  readonly whole: boolean;
  /** The time of day since which changes may have been missed. */
  readonly frozen: string | undefined;
}

/** What a search that goes on tells whoever does not see it: one sentence at a time. */
export class Voice {
  readonly #announcer: Announcer;
  readonly #words: () => AvailabilityDeskStrings | undefined;
  #missing = '';
  #frozen: string | undefined;

  constructor(announcer: Announcer, words: () => AvailabilityDeskStrings | undefined) {
    this.#announcer = announcer;
    this.#words = words;
  }

  /** Another search begins. */
  begin(): void {
    this.#missing = '';
    this.#frozen = undefined;
  }

  say(sentence: (words: AvailabilityDeskStrings) => string): void {
    const words = this.#words();
    if (words) this.#announcer.say(sentence(words));
  }

  /** The same, and again to whoever comes back from another page: what is said to nobody is not read. */
  async sayOnReturn(sentence: (words: AvailabilityDeskStrings) => string): Promise<void> {
    this.say(sentence);
    if (document.hasFocus()) return;
    await new Promise((back) => addEventListener('focus', back, { once: true }));
    this.say(sentence);
  }

  /** Once, that the list is no longer kept up to date. Answers whether that was said now. */
  freeze(time: string | undefined): boolean {
    const begins = time !== undefined && this.#frozen === undefined;
    this.#frozen = time;
    if (begins) this.say((words) => words.frozen(time));
    return begins;
  }

  /** What has come: a list that is frozen, the first cards, an editor whose slots are missing, or cards that wait. */
  tell(before: Settled, { shown, held }: Settled, { sources, whole, frozen }: Known): void {
    const names = countSources(sources).missing.join();
    const had = before.shown.free.some(isFree);
    const count = shown.free.filter(isFree).length;
    const toldBefore = this.#missing;
    this.#missing = names;
    if (this.freeze(frozen)) return;
    if (!had && count > 0 && !whole) {
      this.say((words) => words.first(count));
    } else if (names !== '' && names !== toldBefore) {
      this.#sayLacks(sources);
    } else if (before.held.length === 0 && held.length > 0) {
      this.say((words) => words.arrived(held.length));
    }
  }

  /** Says what the list lacks, behind what was said just now. Answers what takes it back. */
  tellLacksNext(sources: readonly SourceChange[], saidNow: () => string): () => void {
    const frozen = this.#frozen;
    return clock.after(0, () => this.#sayLacks(sources, frozen, saidNow()));
  }

  #sayLacks(sources: readonly SourceChange[], frozen?: string, said = ''): void {
    const counted = countSources(sources);
    const missing = counted.missing.length > 0;
    if (!missing && frozen === undefined) return;
    this.say((words) =>
      [
        said && `${said}.`,
        frozen && words.frozen(frozen),
        missing && sourceWords(counted, words)[0],
      ]
        .filter(Boolean)
        .join(' '),
    );
  }
}
