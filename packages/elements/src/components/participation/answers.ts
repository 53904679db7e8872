import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** What every answer has beside its field: the rule, and what is wrong. */
export interface Answer {
  id: string;
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
}

const describedBy = ({ id, hint, fault }: Answer) =>
  [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || nothing;

const beside = ({ id, hint, fault }: Answer) =>
  html`${hint ? html`<p id="${id}-hint" class="quiet small">${hint}</p>` : nothing}
  ${fault ? html`<p id="${id}-fault" class="fault small">${fault}</p>` : nothing}`;

/** Something declared or not. */
export function checkAnswer(
  answer: Answer & { checked: boolean; change: (checked: boolean) => void },
): TemplateResult {
  const { id, label, checked, fault, change } = answer;
  return html`<div class="field">
    <label class="choice"
      ><input
        id=${id}
        type="checkbox"
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${describedBy(answer)}
        .checked=${live(checked)}
        @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
      /><span>${label}</span></label
    >
    ${beside(answer)}
  </div>`;
}

/** Names, one a line. */
export function linesAnswer(
  answer: Answer & { lines: readonly string[]; change: (lines: string[]) => void },
): TemplateResult {
  const { id, label, lines, fault, change } = answer;
  return html`<div class="field">
    <label class="label" for=${id}>${label}</label>
    ${beside(answer)}
    <textarea
      id=${id}
      class="input"
      rows="2"
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${describedBy(answer)}
      .value=${live(lines.join('\n'))}
      @input=${(event: Event) => {
        const { value } = event.target as HTMLTextAreaElement;
        change(value === '' ? [] : value.split('\n'));
      }}
    ></textarea>
  </div>`;
}

/** One of a list of names. */
export function selectAnswer(
  answer: Answer & {
    empty: string;
    value: string;
    options: readonly (readonly [value: string, label: string])[];
    change: (value: string) => void;
  },
): TemplateResult {
  const { id, label, empty, value, options, fault, change } = answer;
  return html`<div class="field">
    <label class="label" for=${id}>${label}</label>
    <select
      id=${id}
      class="input"
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${describedBy(answer)}
      @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
    >
      ${[['', empty] as const, ...options].map(
        ([name, text]) => html`<option value=${name} .selected=${name === value}>${text}</option>`,
      )}
    </select>
    ${beside(answer)}
  </div>`;
}
