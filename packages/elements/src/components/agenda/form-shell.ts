import { html, nothing, type TemplateResult } from 'lit';
import type { AgendaStrings, FieldsStrings, PartStrings } from './agenda-texts.ts';
import type { FormState } from './form-state.ts';
import { failure, sentenceOf } from './notice.ts';
import { panel } from './panel.ts';

/** The one refusal after which the form shows what stands, not what was written. */
const changed = 'precondition-failed';

/** What every form of the agenda has around its fields. */
export interface FormShellContext {
  form: Pick<FormState<object, string>, 'refusal' | 'busy'>;
  strings: AgendaStrings & FieldsStrings;
  /** Texts of what is told of the form; undefined where nothing is, and while they are loaded. */
  answers: PartStrings<'answers'> | undefined;
  level: number;
  title: string;
  submit: string;
  fields: unknown;
  /** What can be done instead where the form was refused. */
  next?: unknown;
  send: () => void;
  close: () => void;
}

/** A panel with a form: the fields, what was refused beside the button that sends. */
export function formShell(context: FormShellContext): TemplateResult {
  const { form, strings, answers, title, level, submit, fields, send, close } = context;
  const outdated = form.refusal === changed;
  const told = form.refusal && answers ? refusal(form.refusal, answers) : nothing;
  return panel({
    title,
    level,
    closeLabel: strings.close,
    close,
    content: html`<form
      class="fields"
      part="form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        if (!form.busy) send();
      }}
    >
      ${outdated ? told : nothing} ${fields} ${outdated ? nothing : told} ${context.next ?? nothing}
      <div class="row">
        <button class="button primary" type="submit" aria-disabled=${form.busy ? 'true' : nothing}>
          ${form.busy ? strings.sending : submit}
        </button>
        <button class="button" type="button" @click=${close}>${strings.cancel}</button>
      </div>
    </form>`,
  });
}

function refusal(code: string, strings: PartStrings<'answers'>): TemplateResult {
  const refusals: Readonly<Record<string, string | undefined>> = strings.refusals;
  const sentence = refusals[code] ?? sentenceOf(code, strings);
  return failure(code === changed ? sentence : `${sentence} ${strings.kept}`);
}
