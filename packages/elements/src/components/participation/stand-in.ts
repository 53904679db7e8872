import { html, type TemplateResult } from 'lit';
import { button } from '../../base/button.ts';
import { codeOf } from '../../base/sas-element.ts';
import type { AsyncTask } from '../../controllers/async-task.ts';
import type { ParticipationStrings } from '../../strings/fr/participation.ts';
import { sentence } from './practitioner-fields.ts';

/** What is shown in place of the form: why there is none, or that it is being read. */
export function standIn(
  { status, error }: Pick<AsyncTask<unknown[], unknown>, 'status' | 'error'>,
  strings: ParticipationStrings,
  retry: () => void,
): TemplateResult {
  if (status === 'failed') {
    return html`<div class="notice alarm" part="problem" role="alert">
      <p>${sentence(codeOf(error), strings)}</p>
      ${button(strings.retry, retry)}
    </div>`;
  }
  if (status === 'done') {
    return html`<div class="notice" part="empty">
      <p><strong>${strings.nobody}</strong></p>
      <p>${strings.nobodyHint}</p>
    </div>`;
  }
  return html`<div aria-busy="true">
    <p class="sr">${strings.loading}</p>
    <div class="skeleton"></div>
  </div>`;
}
