import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** What every field has. */
interface Field {
  id: string;
  label: string;
  hint?: string | undefined;
  /** What is wrong with it, in words. */
  fault?: string | undefined;
}

/** A native input of one line. */
export interface InputField extends Field {
  type: 'date' | 'time' | 'number';
  value: string;
  min?: string | undefined;
  max?: string | undefined;
  /** Seconds of a time, else units. */
  step?: number | undefined;
  change: (value: string) => void;
}

const describedBy = ({ id, hint, fault }: Field) =>
  [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || nothing;

const hintOf = ({ id, hint }: Field) =>
  hint ? html`<p id="${id}-hint" class="quiet small">${hint}</p>` : nothing;

const faultOf = ({ id, fault }: Field) =>
  fault ? html`<p id="${id}-fault" class="fault small">${fault}</p>` : nothing;

export function inputField(field: InputField): TemplateResult {
  const { id, type, value, min, max, step, fault, change } = field;
  return html`<div class="field">
    <label class="label" for=${id}>${field.label}</label>
    ${hintOf(field)}
    <input
      id=${id}
      class="input"
      type=${type}
      min=${min ?? nothing}
      max=${max ?? nothing}
      step=${step ?? nothing}
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${describedBy(field)}
      .value=${live(value)}
      @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
    />
    ${faultOf(field)}
  </div>`;
}

/** One of several choices. */
export interface Choice<T extends string> {
  value: T;
  label: string;
  hint?: string | undefined;
}

/** A group of native boxes: several may be chosen, or one where `type` is `radio`. */
export interface ChoiceField<T extends string> extends Field {
  type: 'checkbox' | 'radio';
  choices: readonly Choice<T>[];
  chosen: readonly T[];
  /** Side by side, as chips. */
  inline?: boolean;
  change: (chosen: T[]) => void;
}

export function choiceField<T extends string>(field: ChoiceField<T>): TemplateResult {
  const { id, type, choices, chosen, fault, inline = false } = field;
  const toggled = (value: T): T[] => {
    if (type === 'radio') return [value];
    return choices
      .map((choice) => choice.value)
      .filter((other) => chosen.includes(other) !== (other === value));
  };
  return html`<fieldset class="field" aria-describedby=${describedBy(field)}>
    <legend class="label">${field.label}</legend>
    ${hintOf(field)}
    <div class=${inline ? 'chips' : 'boxes'}>
      ${choices.map(
        ({ value, label, hint }, index) =>
          html`<label class="choice"
            ><input
              id=${index === 0 ? id : `${id}-${value}`}
              type=${type}
              name=${id}
              aria-invalid=${fault && type === 'checkbox' ? 'true' : nothing}
              .checked=${live(chosen.includes(value))}
              @change=${() => field.change(toggled(value))}
            /><span
              >${label}${hint ? html` <span class="quiet small">${hint}</span>` : nothing}</span
            ></label
          >`,
      )}
    </div>
    ${faultOf(field)}
  </fieldset>`;
}

/** Something that is on or off. */
export interface SwitchField extends Field {
  checked: boolean;
  /** Its change is being sent. */
  busy?: boolean;
  change: (checked: boolean) => void;
}

/* eslint-disable lit-a11y/role-has-required-aria-attrs -- a native checkbox tells its own state */
export function switchField(field: SwitchField): TemplateResult {
  const { id, label, checked, busy = false, change } = field;
  return html`<div class="field">
    <label class="switch"
      ><input
        id=${id}
        type="checkbox"
        role="switch"
        aria-describedby=${describedBy(field)}
        aria-disabled=${busy ? 'true' : nothing}
        .checked=${live(checked)}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const asked = input.checked;
          // It shows what is so, not what was asked: the platform may refuse.
          if (busy) input.checked = checked;
          else change(asked);
        }}
      /><span class="track" aria-hidden="true"></span><span>${label}</span></label
    >
    ${hintOf(field)}
  </div>`;
}
/* eslint-enable lit-a11y/role-has-required-aria-attrs */
