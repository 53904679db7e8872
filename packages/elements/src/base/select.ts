import { html, type TemplateResult } from 'lit';

/** A labelled select: what it offers, in order, and what stands for no choice. */
export interface SelectField {
  id: string;
  label: string;
  /** Text of the empty choice; without it, one of the others is always chosen. */
  all?: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  change: (value: string) => void;
}

/** A native select under its label. */
export function selectField(field: SelectField): TemplateResult {
  const { id, label, all, value, change } = field;
  const options = all === undefined ? field.options : [['', all] as const, ...field.options];
  return html`<div class="field">
    <label class="label" for=${id}>${label}</label>
    <select
      id=${id}
      class="input"
      @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([name, text]) => html`<option value=${name} .selected=${name === value}>${text}</option>`,
      )}
    </select>
  </div>`;
}
