import type { ReactiveController, ReactiveElement } from 'lit';
import { ancestors, closestAcross } from '../base/tree.ts';

/** Languages that have string tables. */
export type Language = 'fr' | 'en';

/** An element's string tables: French in its bundle, the others loaded when used. */
export interface Tables<S> {
  fr: S;
  en: () => Promise<S>;
}

/** The page's language: `lang` of the element, else of the nearest ancestor, else French. */
export function languageOf(element: Element): Language {
  const lang = closestAcross(element, '[lang]')?.getAttribute('lang') ?? '';
  return /^en\b/i.test(lang) ? 'en' : 'fr';
}

/** Gives an element its language and its strings, and follows `lang` when the page changes it. */
export class LocaleController<S> implements ReactiveController {
  language: Language = 'fr';
  /** Undefined while a table is being loaded. */
  strings: S | undefined;
  readonly #host: ReactiveElement;
  readonly #tables: Tables<S>;
  readonly #observer = new MutationObserver(() => this.#resolve());

  constructor(host: ReactiveElement, tables: Tables<S>) {
    this.#host = host;
    this.#tables = tables;
    host.addController(this);
  }

  hostConnected(): void {
    const roots = new Set([this.#host, ...ancestors(this.#host)].map((node) => node.getRootNode()));
    for (const root of roots) {
      this.#observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] });
    }
    this.#resolve();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #resolve(): void {
    const language = languageOf(this.#host);
    if (this.strings && language === this.language) return;
    this.language = language;
    if (language === 'fr') {
      this.#use('fr', this.#tables.fr);
      return;
    }
    this.strings = undefined;
    void this.#tables[language]().then(
      (strings) => this.#use(language, strings),
      // The page has moved on or the network is down: French is always here.
      () => this.#use('fr', this.#tables.fr),
    );
    this.#host.requestUpdate();
  }

  #use(language: Language, strings: S): void {
    if (languageOf(this.#host) !== language && language !== 'fr') return;
    this.language = language;
    this.strings = strings;
    this.#host.requestUpdate();
  }
}
