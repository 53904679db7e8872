import { html, nothing, type TemplateResult } from 'lit';
import type { AgendaStrings } from './agenda-texts.ts';

/** The sentence of an error's code. */
export function sentenceOf(code: string, strings: AgendaStrings): string {
  return strings.codes[code] ?? strings.other;
}

/** Something that did not work, told at once. */
export function failure(
  text: unknown,
  { label, act }: { label?: string; act?: (() => void) | undefined } = {},
): TemplateResult {
  return html`<div class="notice alarm" part="problem" role="alert">
    <p>${text}</p>
    ${act ? html`<button class="button" type="button" @click=${act}>${label}</button>` : nothing}
  </div>`;
}

/** A question before something is withdrawn. Its first button has the focus when it opens. */
export function confirmation({
  id = 'keep',
  question,
  choices,
  no,
  busy,
  refuse,
}: {
  /** Of the button that leaves things as they are. */
  id?: string;
  question: string;
  /** What can be meant, each with its button. */
  choices: readonly { label: string; accept: () => void }[];
  no: string;
  busy: boolean;
  refuse: () => void;
}): TemplateResult {
  return html`<div class="notice warn" role="group" aria-labelledby="${id}-question">
    <p id="${id}-question">${question}</p>
    <div class="row">
      <button id=${id} class="button" type="button" @click=${refuse}>${no}</button>
      ${choices.map(
        ({ label, accept }) =>
          html`<button
            class="button danger"
            type="button"
            aria-disabled=${busy ? 'true' : nothing}
            @click=${busy ? nothing : accept}
          >
            ${label}
          </button>`,
      )}
    </div>
  </div>`;
}
