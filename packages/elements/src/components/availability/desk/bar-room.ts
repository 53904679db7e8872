import type { ReactiveController, ReactiveElement } from 'lit';

/** Tells the styles how high the bar over the list is: whatever gets the focus is scrolled clear of it. */
export class BarRoom implements ReactiveController {
  readonly #host: ReactiveElement;
  #bar: HTMLElement | null = null;
  /** A strict content security policy refuses style attributes, not this. */
  readonly #sheet = new CSSStyleSheet();
  readonly #observer = new ResizeObserver(([entry]) => {
    const height = entry?.target.getBoundingClientRect().height ?? 0;
    this.#sheet.replaceSync(`.desk { --_bar: ${height}px; }`);
  });

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
    (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(this.#sheet);
  }

  hostUpdated(): void {
    const bar = this.#host.renderRoot.querySelector<HTMLElement>('.bar');
    if (bar === this.#bar) return;
    this.#observer.disconnect();
    this.#bar = bar;
    if (bar) this.#observer.observe(bar);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#bar = null;
  }
}
