import type { SourceChange } from '@sas-kit/client';
import { clock } from '../../../base/clock.ts';
import type { Announcer } from '../../../controllers/announcer.ts';
import type { AvailabilityDeskStrings } from '../../../strings/fr/availability-desk.ts';
import { isFree } from '../results.ts';
import type { Settled } from './settle.ts';
import { countSources, sourceWords } from './source-line.ts';

/** What a search that goes on tells whoever does not see it: one sentence at a time. */
export class Voice {
  readonly #announcer: Announcer;
  readonly #words: () => AvailabilityDeskStrings | undefined;
  #missing = '';

  constructor(announcer: Announcer, words: () => AvailabilityDeskStrings | undefined) {
    this.#announcer = announcer;
    this.#words = words;
  }

  /** Another search begins. */
  begin(): void {
    this.#missing = '';
  }

  say(sentence: (words: AvailabilityDeskStrings) => string): void {
    const words = this.#words();
    if (words) this.#announcer.say(sentence(words));
  }

  /** What has come: the first cards, cards that wait, or an editor whose slots are missing. */
  tell(
    before: Settled,
    { shown, held }: Settled,
    sources: readonly SourceChange[],
    whole: boolean,
  ): void {
    const names = countSources(sources).missing.join();
    const had = before.shown.free.some(isFree);
    const count = shown.free.filter(isFree).length;
    if (!had && count > 0 && !whole) {
      this.say((words) => words.first(count));
    } else if (names !== '' && names !== this.#missing) {
      this.#sayMissing(sources);
    } else if (before.held.length === 0 && held.length > 0) {
      this.say((words) => words.arrived(held.length));
    }
    this.#missing = names;
  }

  /** Says whose slots are missing, behind what was said just now. Answers what takes it back. */
  tellMissingNext(sources: readonly SourceChange[], saidNow: () => string): () => void {
    return clock.after(0, () => this.#sayMissing(sources, saidNow()));
  }

  #sayMissing(sources: readonly SourceChange[], said = ''): void {
    const counted = countSources(sources);
    if (counted.missing.length === 0) return;
    this.say((words) =>
      [said, sourceWords(counted, words)[0]].filter((sentence) => sentence).join('. '),
    );
  }
}
