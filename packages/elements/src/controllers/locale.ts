import type { ReactiveController, ReactiveElement } from 'lit';
import { ancestors, closestAcross } from '../base/tree.ts';

/** Languages that have string tables. */
export type Language = 'fr' | 'en';

/** Texts of an element with those of all its parts. */
export type Whole<S, P> = S & Every<P[keyof P]>;

type Every<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void
  ? I
  : never;

/** Texts that are loaded part by part, as they are shown. */
export interface PartLoader {
  /** The texts and those of a part; undefined while they are loaded, then the locale is told. */
  part(name: PropertyKey, locale: PartLocale): object | undefined;
  /** Loads those of a part. */
  load(name: PropertyKey, locale: PartLocale): Promise<void>;
}

/** Who is told that texts are there, or that they cannot be had. */
export interface PartLocale {
  use(language: Language, strings?: unknown): void;
}

/**
 * An element's string tables: French in its bundle, with the texts `F` of all its parts, the others
 * loaded when used, where it has parts one by one.
 */
export interface Tables<S, F extends S = S> {
  fr: F;
  en: () => Promise<S>;
}

/** The page's language: `lang` of the element, else of the nearest ancestor, else French. */
export function languageOf(element: Element): Language {
  const lang = closestAcross(element, '[lang]')?.getAttribute('lang') ?? '';
  return /^en\b/i.test(lang) ? 'en' : 'fr';
}

/** Gives an element its language and its strings, and follows `lang` when the page changes it. */
export class LocaleController<S, P = unknown> implements ReactiveController {
  language: Language = 'fr';
  /** Undefined while a table is being loaded. */
  strings: S | undefined;
  readonly #host: ReactiveElement;
  readonly tables: Tables<S>;
  readonly #observer = new MutationObserver(() => this.#resolve());

  constructor(host: ReactiveElement, tables: Tables<S, Whole<S, P>>) {
    this.#host = host;
    this.tables = tables;
    host.addController(this);
  }

  hostConnected(): void {
    const roots = new Set([this.#host, ...ancestors(this.#host)].map((node) => node.getRootNode()));
    for (const root of roots) {
      this.#observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] });
    }
    this.#resolve();
  }

  /** The texts and those of a part; undefined while they are loaded, then the element renders again. */
  part<K extends keyof P>(name: K): (S & P[K]) | undefined {
    const strings = this.strings as Partial<PartLoader> | undefined;
    return (strings?.part ? strings.part(name, this) : strings) as (S & P[K]) | undefined;
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #resolve(): void {
    const language = languageOf(this.#host);
    if (this.strings && language === this.language) return;
    this.language = language;
    if (language === 'fr') {
      this.use('fr');
      return;
    }
    this.strings = undefined;
    void this.tables[language]().then(
      (strings) => this.use(language, strings),
      // The page has moved on or the network is down: French is always here.
      () => this.use('fr'),
    );
    this.#host.requestUpdate();
  }

  /** Shows the texts of a language, default French, unless the page has another one by now. */
  use(language: Language, strings: S = this.tables.fr): void {
    if (languageOf(this.#host) !== language && language !== 'fr') return;
    this.language = language;
    this.strings = strings;
    this.#host.requestUpdate();
  }
}
