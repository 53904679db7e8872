import { html, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';

/** The element's only live region, polite. */
export class Announcer implements ReactiveController {
  #message = '';
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#message = '';
  }

  /** Says a sentence, also where it is the same as the last. */
  say(message: string): void {
    // A region that keeps its text is not read again: a no-break space makes it another text.
    this.#message = message === this.#message ? `${message}\u00a0` : message;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<p class="sr" role="status">${this.#message}</p>`;
  }
}
