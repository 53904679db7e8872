import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../base/button.ts';
import type { Language } from '../../controllers/locale.ts';
import { civilTime } from '../../format/civil.ts';
import { formatDay, formatTime } from '../../format/formats.ts';
import type { ParticipationStrings } from '../../strings/fr/participation.ts';
import { sentence } from './practitioner-fields.ts';
import type { SettingsForm } from './settings-form.ts';

/** What is said is said of the person, not of a place. */
const zone = 'Europe/Paris';

/** What the end of the form shows and whom it tells. */
export interface FormEndContext {
  form: SettingsForm<object>;
  strings: ParticipationStrings;
  language: Language;
  reset: () => void;
}

/** What was refused, what is saved and what is not, and the buttons. */
export function formEnd({ form, strings, language, reset }: FormEndContext): TemplateResult {
  const { unsaved, outdated, busy } = form;
  const save = outdated ? strings.saveMine : strings.save;
  return html`${refused(form, strings)} ${outdated ? told(form, strings) : nothing}
    <div class="end">
      <p class="small" part="state" data-unsaved=${unsaved.length > 0 ? '' : nothing}>
        ${unsaved.length > 0 ? strings.unsaved : savedAt(form.stored.changed, strings, language)}
      </p>
      <div class="row">
        <button class="button primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
          ${busy ? strings.saving : save}
        </button>
        ${
          unsaved.length > 0
            ? button(outdated ? strings.takeStored : strings.reset, reset, { busy })
            : nothing
        }
      </div>
    </div>`;
}

function refused({ faults, refusal }: SettingsForm<object>, strings: ParticipationStrings) {
  const count = Object.keys(faults).length;
  if (count === 0 && refusal === undefined) return nothing;
  const text = count > 0 ? strings.incomplete(count) : sentence(refusal, strings);
  return html`<div class="notice alarm" part="problem" role="alert">
    <p>${text} ${strings.kept}</p>
  </div>`;
}

/** Somebody else saved meanwhile: which answers differ. */
function told({ unsaved }: SettingsForm<object>, strings: ParticipationStrings): TemplateResult {
  return html`<div class="notice warn" part="conflict" role="alert">
    <p><strong>${strings.outdated}</strong> ${strings.kept}</p>
    ${
      unsaved.length === 0
        ? html`<p>${strings.alike}</p>`
        : html`<p>${strings.differing}</p>
            <ul>
              ${unsaved.map((name) => html`<li>${strings.fields[name] ?? name}</li>`)}
            </ul>`
    }
  </div>`;
}

function savedAt(
  changed: string | null | undefined,
  strings: ParticipationStrings,
  language: Language,
) {
  if (changed === undefined) return '';
  if (changed === null) return strings.never;
  const day = formatDay(civilTime(changed, zone).date, language);
  return strings.saved(day, formatTime(changed, zone, language));
}
