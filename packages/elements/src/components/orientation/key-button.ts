import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keys, type Action } from './keys.ts';

/** How a button with a key looks and stands. */
export interface KeyButtonOptions {
  name?: string;
  /** It stays where focus is and does nothing. */
  busy?: boolean;
  /** Whether it is the one chosen of several; undefined where it is no choice. */
  pressed?: boolean | undefined;
  /** Whether letters are shown: they are off otherwise. */
  letters: boolean;
  /** What the page shows of Enter and Escape. */
  words: Readonly<Record<'Enter' | 'Escape', string>>;
}

/** A button that one key presses, shown on it. */
export function keyButton(
  action: Action,
  text: string,
  press: () => void,
  { name = '', busy = false, pressed, letters, words }: KeyButtonOptions,
): TemplateResult {
  const key = keys[action];
  const named = key === 'Enter' || key === 'Escape';
  const shown = named || letters;
  return html`<button
    class="button key ${name}"
    type="button"
    data-action=${action}
    data-key=${shown ? key : nothing}
    aria-keyshortcuts=${shown ? (named ? key : key.toUpperCase()) : nothing}
    aria-pressed=${ifDefined(pressed === undefined ? undefined : pressed ? 'true' : 'false')}
    aria-disabled=${busy ? 'true' : nothing}
    @click=${busy ? nothing : press}
  >
    <span>${text}</span>${
      shown
        ? html`<kbd aria-hidden="true">${named ? words[key] : key.toUpperCase()}</kbd>`
        : nothing
    }
  </button>`;
}
