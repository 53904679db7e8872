import type { ReactiveController, ReactiveElement } from 'lit';

/** Keeps the focus where it was when what had it moves, or in its row when it goes. */
export class FocusKeeper implements ReactiveController {
  readonly #host: ReactiveElement;
  /** Ids of what gets the focus, the first that is there. */
  #wanted: string[] = [];

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }

  /** After the next change, the focus goes here; without an id, to the heading of the list. */
  next(...ids: (string | undefined)[]): void {
    this.#wanted = [...ids.filter((id) => id !== undefined), ''];
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#host.hasUpdated || this.#wanted.length > 0) return;
    const { activeElement } = this.#root;
    const row = activeElement?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    if (activeElement && row !== undefined) this.#wanted = [activeElement.id, `${row}-title`];
  }

  hostUpdated(): void {
    const wanted = this.#wanted;
    this.#wanted = [];
    const forced = wanted.at(-1) === '';
    if (wanted.length === 0 || (!forced && this.#root.activeElement)) return;
    const found = wanted.map((id) => (id === '' ? this.#title : this.#root.getElementById(id)));
    found.find((element) => element !== null)?.focus();
  }

  get #title(): HTMLElement | null {
    const title = this.#root.querySelector<HTMLElement>('.title');
    if (title) title.tabIndex = -1;
    return title;
  }
}
