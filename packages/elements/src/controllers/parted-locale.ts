import type { ReactiveElement } from 'lit';
import { LocaleController, type Tables } from './locale.ts';

/** Modules of the English texts of parts. */
export type PartLoads<P> = { readonly [K in keyof P]: () => Promise<{ readonly texts: P[K] }> };

/** Texts of an element with those of all its parts. */
export type Whole<S, P> = S & Every<P[keyof P]>;

type Every<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void
  ? I
  : never;

/** Stands among the texts once those of a part do: no text has such a name. */
const mark = (name: PropertyKey): string => `: ${String(name)}`;

/**
 * The language of an element whose parts have texts of their own: French is in its bundle as a whole,
 * English is loaded part by part. Where a part's cannot be loaded, the whole element is in French: no
 * reader meets two languages.
 */
export class PartedLocale<S extends object, P> extends LocaleController<S> {
  readonly #element: ReactiveElement;
  readonly #fr: Whole<S, P>;
  readonly #parts: PartLoads<P>;

  constructor(host: ReactiveElement, tables: Tables<S> & { fr: Whole<S, P> }, parts: PartLoads<P>) {
    super(host, tables);
    this.#element = host;
    this.#fr = tables.fr;
    this.#parts = parts;
  }

  /** The element's texts and those of a part; undefined while they are loaded, then it renders again. */
  part<K extends keyof P>(name: K): (S & P[K]) | undefined {
    const { strings } = this;
    if (!strings) return undefined;
    if (this.language === 'fr' || mark(name) in strings) return strings as S & P[K];
    void this.whole(name);
    return undefined;
  }

  /** The same, once they are there. */
  async whole<K extends keyof P>(name: K): Promise<S & P[K]> {
    if (this.language !== 'fr') {
      try {
        const { texts } = await this.#parts[name]();
        if (this.strings) this.strings = { ...this.strings, ...texts, [mark(name)]: true };
      } catch {
        this.language = 'fr';
        this.strings = this.#fr;
      }
      this.#element.requestUpdate();
    }
    return this.part(name) ?? (this.#fr as S & P[K]);
  }
}
