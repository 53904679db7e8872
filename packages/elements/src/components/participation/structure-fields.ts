import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../base/heading.ts';
import { inputField, switchField } from '../../base/fields.ts';
import { checkAnswer } from './answers.ts';
import type { StructureSettings } from './participation-data.ts';
import { type FieldsContext, sentence } from './practitioner-fields.ts';

/** A FINESS number follows the prefix 1. */
const hasFiness = (nationalId: string) => nationalId.startsWith('1');

/** Questions to a structure, each with its rule. */
export function structureFields(
  { form, nationalId }: StructureSettings,
  { strings, level }: FieldsContext,
): TemplateResult {
  const { participates, declaresHours, practitionerCount } = form.draft;
  return html`<section class="card">
    ${switchField({
      id: 'participates',
      label: strings.participates.structure,
      hint: strings.participatesHint,
      checked: participates,
      change: (wanted) => form.change({ participates: wanted }),
    })}
    ${
      participates
        ? html`${
            hasFiness(nationalId)
              ? inputField({
                  id: 'practitionerCount',
                  type: 'number',
                  label: strings.practitionerCount,
                  hint: strings.practitionerCountHint,
                  fault: sentence(form.faults.practitionerCount, strings),
                  min: '1',
                  step: 1,
                  value: practitionerCount == null ? '' : String(practitionerCount),
                  change: (value) =>
                    form.change({ practitionerCount: value === '' ? null : Number(value) }),
                })
              : nothing
          }
          ${heading(level, strings.hoursTitle, 'subtitle')}
          ${checkAnswer({
            id: 'declaresHours',
            label: strings.declaresHours.structure,
            hint: strings.declaresHoursHint.structure,
            fault: sentence(form.faults.declaresHours, strings),
            checked: declaresHours ?? false,
            change: (checked) => form.change({ declaresHours: checked }),
          })}`
        : nothing
    }
  </section>`;
}
