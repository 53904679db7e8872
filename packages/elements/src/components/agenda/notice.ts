import { html, nothing, type TemplateResult } from 'lit';
import type { AgendaStrings } from '../../strings/fr/agenda.ts';

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

/** A question before what cannot be undone. Its first button has the focus when it opens. */
export function confirmation({
  question,
  yes,
  no,
  busy,
  accept,
  refuse,
}: {
  question: string;
  yes: string;
  no: string;
  busy: boolean;
  accept: () => void;
  refuse: () => void;
}): TemplateResult {
  return html`<div class="notice warn" role="group" aria-labelledby="question">
    <p id="question">${question}</p>
    <div class="row">
      <button id="keep" class="button" type="button" @click=${refuse}>${no}</button>
      <button
        class="button danger"
        type="button"
        aria-disabled=${busy ? 'true' : nothing}
        @click=${busy ? nothing : accept}
      >
        ${yes}
      </button>
    </div>
  </div>`;
}
