import { html, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';

/** A live region that interrupts: for what somebody must look after now. */
export class Alert implements ReactiveController {
  #message = '';
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#message = '';
  }

  /** Says a sentence once, also where it is the same as the last. */
  say(message: string): void {
    this.#message = message === this.#message ? `${message}\u00a0` : message;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<p class="sr" role="alert">${this.#message}</p>`;
  }
}
