import { html, nothing, type TemplateResult } from 'lit';
import { formatWeekday, weekdays } from '../../format/week.ts';
import { audienceTable } from './audience-table.ts';
import { choiceField, inputField, switchField } from '../../base/fields.ts';
import { formShell } from './form-shell.ts';
import { exceptionFields, intervalField } from './rule-fields.ts';
import { draftOfKind, isLongSingle, slotsPerDay } from './slot-draft.ts';
import { slotFaultOf as faultOf, type SlotFormContext } from './slot-form-context.ts';

/** The form of a slot or a weekly rule: new, over a rule that stands, moved or copied. */
export function slotForm(context: SlotFormContext): TemplateResult {
  const { form, strings, answers, purpose } = context;
  const { draft, refusal } = form;
  const words = strings.slotForms[purpose];
  return formShell({
    ...context,
    ...{ title: words.title, submit: words.submit },
    next:
      answers && purpose === 'move' && refusal?.startsWith('move-')
        ? html`<button
            id="next-step"
            class="button"
            type="button"
            @click=${() => context.makeCopy()}
          >
            ${answers.moveAsCopy}
          </button>`
        : nothing,
    fields: html`${purpose === 'new' ? kindField(context) : nothing} ${whenFields(context)}
    ${context.warning} ${draft.kind === 'weekly' ? exceptionFields(context) : nothing}
    ${offerFields(context)}
    ${audienceTable({ ...draft, agendaDisplay: context.agendaDisplay }, context)}`,
  });
}

function kindField({ form, strings }: SlotFormContext): TemplateResult {
  const { draft } = form;
  return choiceField({
    id: 'kind',
    type: 'radio',
    label: strings.kind,
    choices: (['single', 'range', 'weekly'] as const).map((value) => {
      const [label = '', hint] = strings.kinds[value];
      return { value, label, hint };
    }),
    chosen: [draft.kind],
    change: ([kind = 'single']) => form.change(draftOfKind(draft, kind)),
  });
}

function whenFields(context: SlotFormContext): TemplateResult {
  const { form, strings, language, purpose, today } = context;
  const { draft } = form;
  const firstDate = purpose === 'rule' ? '' : today;
  const weekly = draft.kind === 'weekly';
  const time = (id: 'from' | 'to') =>
    inputField({
      id,
      type: 'time',
      label: strings[id],
      step: 300,
      value: draft[id],
      fault: faultOf(context, id),
      change: (value) => form.change({ [id]: value }),
    });
  const date = (id: 'date' | 'until', label: string, min: string) =>
    inputField({
      id,
      type: 'date',
      label,
      min,
      value: draft[id],
      fault: faultOf(context, id),
      change: (value) => form.change({ [id]: value }),
    });
  return html`${
      weekly
        ? html`${choiceField({
              id: 'days',
              type: 'checkbox',
              inline: true,
              label: strings.days,
              choices: weekdays.map((value) => ({ value, label: formatWeekday(value, language) })),
              chosen: draft.days,
              fault: faultOf(context, 'days'),
              change: (days) => form.change({ days }),
            })}
            <div class="pair">
              ${date('date', strings.validFrom, firstDate)}
              ${date('until', strings.until, draft.date)}
            </div>
            ${intervalField(context)}`
        : date('date', strings.date, firstDate)
    }
    <div class="pair times">${time('from')} ${time('to')}</div>
    ${
      isLongSingle(draft)
        ? html`<div class="notice warn">
            <p>${strings.long}</p>
            <button class="button" type="button" @click=${() => context.makeRange()}>
              ${strings.longAction}
            </button>
          </div>`
        : nothing
    }
    ${
      weekly
        ? html`<div class="stack">
            ${inputField({
              id: 'slotMinutes',
              type: 'number',
              label: strings.slotMinutes,
              min: '5',
              max: '720',
              step: 5,
              value: draft.slotMinutes,
              fault: faultOf(context, 'slotMinutes'),
              change: (slotMinutes) => form.change({ slotMinutes }),
            })}
            <p class="quiet small">${strings.howMany(slotsPerDay(draft))}</p>
          </div>`
        : nothing
    }
    ${draft.kind === 'single' ? nothing : rangeFields(context, weekly)}`;
}

function rangeFields(context: SlotFormContext, weekly: boolean): TemplateResult {
  const { form, strings } = context;
  return html`${inputField({
    id: 'capacity',
    type: 'number',
    label: weekly ? strings.capacityEach : strings.capacity,
    min: '1',
    max: '100',
    value: form.draft.capacity,
    fault: faultOf(context, 'capacity'),
    change: (capacity) => form.change({ capacity }),
  })}
  ${switchField({
    id: 'walkIn',
    label: strings.walkInLabel,
    hint: strings.walkInHint,
    checked: form.draft.walkIn,
    change: (walkIn) => form.change({ walkIn }),
  })}`;
}

function offerFields(context: SlotFormContext): TemplateResult {
  const { form, strings } = context;
  const { draft } = form;
  return html`${choiceField({
    id: 'modalities',
    type: 'checkbox',
    label: strings.modalitiesLegend,
    choices: (['AMB', 'VR', 'HH'] as const).map((value) => ({
      value,
      label: strings.modalities[value],
    })),
    chosen: draft.modalities,
    fault: faultOf(context, 'modalities'),
    change: (modalities) => form.change({ modalities }),
  })}
  ${choiceField({
    id: 'visibility',
    type: 'checkbox',
    label: strings.visibilityLegend,
    choices: (['PUBLIC', 'PRO', 'SNP', 'CPTS'] as const).map((value) => ({
      value,
      label: strings.visibilities[value],
      hint: strings.visibilityHints[value],
    })),
    chosen: draft.visibility,
    fault: faultOf(context, 'visibility'),
    change: (visibility) => form.change({ visibility }),
  })}
  ${draft.visibility.includes('CPTS') ? communityField(context) : nothing}
  ${
    draft.visibility.includes('PUBLIC')
      ? switchField({
          id: 'publicDisplay',
          label: strings.slotDisplay,
          hint: strings.slotDisplayHint,
          checked: draft.publicDisplay,
          change: (publicDisplay) => form.change({ publicDisplay }),
        })
      : nothing
  }`;
}

function communityField(context: SlotFormContext): TemplateResult {
  const { form, strings, communities } = context;
  const [chosen = ''] = form.draft.communities;
  const fault = faultOf(context, 'communities');
  // A rule may name one that is not in the list.
  const known = chosen === '' || communities?.some(({ nationalId }) => nationalId === chosen);
  return html`<div class="field">
    <label class="label" for="communities">${strings.community}</label>
    <select
      id="communities"
      class="input"
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${fault ? 'communities-fault' : nothing}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        form.change({ communities: value === '' ? [] : [value] });
      }}
    >
      <option value="" .selected=${chosen === ''}>${strings.communityChoose}</option>
      ${known ? nothing : html`<option value=${chosen} .selected=${true}>${chosen}</option>`}
      ${communities?.map(
        ({ nationalId, name }) =>
          html`<option value=${nationalId ?? ''} .selected=${nationalId === chosen}>
            ${name}
          </option>`,
      )}
    </select>
    ${communities?.length === 0 ? html`<p class="quiet small">${strings.communityNone}</p>` : nothing}
    ${fault ? html`<p id="communities-fault" class="fault small">${fault}</p>` : nothing}
  </div>`;
}
