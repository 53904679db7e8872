import { html, nothing, type TemplateResult } from 'lit';
import type { AbsenceDraft, AbsenceField } from './absence-draft.ts';
import type { PartStrings } from './agenda-texts.ts';
import { inputField, switchField } from '../../base/fields.ts';
import { formShell } from './form-shell.ts';
import type { FormState } from './form-state.ts';

/** What the form of an absence needs. */
export interface AbsenceFormContext {
  form: FormState<AbsenceDraft, AbsenceField>;
  strings: PartStrings<'absence-form'>;
  level: number;
  /** Today at the place. */
  today: string;
  /** The appointments that the absence would not cancel. */
  warning: unknown;
  send: () => void;
  close: () => void;
}

export function absenceForm(context: AbsenceFormContext): TemplateResult {
  const { form, strings } = context;
  const { wholeDays } = form.draft;
  return formShell({
    ...context,
    answers: strings,
    title: strings.addAbsence,
    submit: strings.saveAbsence,
    fields: html`<p class="quiet small">${strings.absenceHint}</p>
      ${switchField({
        id: 'wholeDays',
        label: strings.wholeDays,
        checked: wholeDays,
        change: (checked) => form.change({ wholeDays: checked }),
      })}
      ${edge(context, 'from', wholeDays ? strings.firstDay : strings.absenceFrom)}
      ${edge(context, 'to', wholeDays ? strings.lastDay : strings.absenceTo)} ${context.warning}`,
  });
}

/** Day of one end, and its time where the absence is not of whole days. */
function edge(
  { form, strings, today }: AbsenceFormContext,
  name: 'from' | 'to',
  label: string,
): TemplateResult {
  const { draft, faults } = form;
  const [date, time] = [`${name}Date`, `${name}Time`] as const;
  const fault = (code: string | undefined) =>
    code === undefined ? undefined : (strings.faults[code] ?? strings.faults['out-of-range']);
  // Moving the first day past the last one moves the last one too.
  const changeDate = (value: string) =>
    form.change(
      name === 'from' && value > draft.toDate
        ? { fromDate: value, toDate: value }
        : { [date]: value },
    );
  return html`<div class=${draft.wholeDays ? 'field' : 'pair'}>
    ${inputField({
      id: date,
      type: 'date',
      label,
      min: name === 'from' ? today : draft.fromDate,
      value: draft[date],
      fault: fault(faults[date]),
      change: changeDate,
    })}
    ${
      draft.wholeDays
        ? nothing
        : inputField({
            id: time,
            type: 'time',
            label: name === 'from' ? strings.startTime : strings.endTime,
            step: 300,
            value: draft[time],
            fault: fault(faults[time]),
            change: (value) => form.change({ [time]: value }),
          })
    }
  </div>`;
}
