import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../base/button.ts';
import { inputField } from '../../base/fields.ts';
import { selectField } from '../../base/select.ts';
import type { StatisticsStrings } from '../../strings/fr/statistics.ts';
import { type Choice, valueOf } from './choice.ts';
import type { Preset, Step } from './period.ts';

/** Fields of the place, the days and their step. `changed` where other figures are to be read. */
export function choiceFields(
  choice: Choice,
  strings: StatisticsStrings,
  { changed, drafted }: { changed: () => void; drafted: () => void },
): TemplateResult {
  const { areas, area, preset, period, draft, fault, monthsOnly, steps } = choice;
  const offered: readonly (Preset | 'custom')[] = [...choice.offered, 'custom'];
  const after = (work: () => void) => {
    work();
    changed();
  };
  return html`<div class="choice no-print" part="choice">
      ${areas.length > 1 ? areaField() : nothing}
      ${selectField({
        id: 'period',
        label: strings.period,
        value: preset,
        options: offered.map((each) => [each, strings.presets[each]] as const),
        change: (value) => {
          choice.choosePreset(value as Preset | 'custom');
          if (value === 'custom') drafted();
          else changed();
        },
      })}
      ${
        steps.length > 1
          ? selectField({
              id: 'step',
              label: strings.step,
              value: period.step,
              options: steps.map((step) => [step, strings.steps[step]] as const),
              change: (value) => after(() => choice.chooseStep(value as Step)),
            })
          : nothing
      }
    </div>
    ${preset === 'custom' ? dates() : nothing}
    ${monthsOnly ? html`<p class="quiet small no-print">${strings.monthsOnly}</p>` : nothing}`;

  function areaField(): TemplateResult {
    const kinds = ['territory', 'department', 'region', 'own'] as const;
    return html`<div class="field">
      <label class="label" for="area">${strings.area}</label>
      <select
        id="area"
        class="input"
        @change=${(event: Event) =>
          after(() => choice.chooseArea((event.target as HTMLSelectElement).value))}
      >
        ${kinds.map((kind) => {
          const some = areas.filter((each) => each.kind === kind);
          return some.length === 0
            ? nothing
            : html`<optgroup label=${strings.areaKinds[kind]}>
                ${some.map(
                  (each) =>
                    html`<option value=${valueOf(each)} .selected=${each === area}>
                      ${each.name || strings.ownAgendas}
                    </option>`,
                )}
              </optgroup>`;
        })}
      </select>
    </div>`;
  }

  function dates(): TemplateResult {
    return html`<div class="choice dates no-print">
      ${(['from', 'to'] as const).map((name) =>
        inputField({
          id: name,
          label: strings[name],
          type: 'date',
          value: draft[name],
          fault: fault && name === 'to' ? strings.dateFaults[fault] : undefined,
          change: (value) => {
            choice.draft = { ...choice.draft, [name]: value };
          },
        }),
      )}
      ${button(strings.show, () => (choice.chooseDates() ? changed() : drafted()))}
    </div>`;
  }
}
