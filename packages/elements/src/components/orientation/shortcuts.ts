import type { ReactiveController, ReactiveElement } from 'lit';

/** Where letters are written, or choose. */
const written = 'textarea, select, [contenteditable]';
/** Inputs in which nothing is written. */
const unwritten = ['button', 'checkbox', 'radio', 'submit', 'reset', 'range', 'color', 'file'];
/** What Enter presses by itself. */
const pressable = 'a, button, input, select, textarea, summary, [role=gridcell], [role=option]';

/** In a time only figures are written, and on some clocks the A or P of morning and afternoon. */
const inTime = (key: string): boolean => /^[b-oq-z]$/.test(key);

const writes = (target: Element, key: string): boolean =>
  target.matches(written) ||
  (target instanceof HTMLInputElement &&
    !unwritten.includes(target.type) &&
    !(target.type === 'time' && inTime(key)));

/**
 * Presses the button that shows a key, while focus is inside the element and not in a field. Letters can be
 * switched off (WCAG 2.1.4); Enter and Escape stay.
 */
export class Shortcuts implements ReactiveController {
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey, repeat, isComposing } = event;
    if (event.defaultPrevented || ctrlKey || altKey || metaKey || repeat || isComposing) return;
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return;
    const wanted = key.length === 1 ? key.toLowerCase() : key;
    if (wanted === 'Escape' ? target.matches('select') : writes(target, wanted)) return;
    if (wanted === 'Enter' && target.matches(pressable)) return;
    const button = this.#buttonOf(wanted);
    if (!button) return;
    event.preventDefault();
    button.focus();
    button.click();
  };

  #buttonOf(key: string): HTMLElement | undefined {
    if (!/^([a-z]|Enter|Escape)$/.test(key)) return undefined;
    const buttons = this.#host.renderRoot.querySelectorAll<HTMLElement>(`[data-key="${key}"]`);
    return [...buttons].find(
      (button) =>
        button.checkVisibility() && button.ariaDisabled !== 'true' && !button.closest('[inert]'),
    );
  }
}
