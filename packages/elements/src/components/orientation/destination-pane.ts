import { html, nothing, type TemplateResult } from 'lit';
import { decisionWords, refusalNotice, stepTitle, type ChoiceView } from './view.ts';

/** Where somebody goes: what was refused, the ways besides the search, and the search itself. */
export function destinationPane(
  view: ChoiceView,
  walkIn: string,
  mayLeave: boolean,
): TemplateResult {
  const { strings, flow } = view;
  const { refusal, draft, withdrawn } = flow;
  return html`${stepTitle(view, strings.destination)}
    <p class="decided">${decisionWords(draft, view).join(' · ')}</p>
    ${withdrawn ? html`<p class="notice">${strings.withdrawn}</p>` : nothing}
    ${refusal ? refusalNotice(refusal, view) : nothing}
    ${walkIn ? html`<p class="notice warn walk-in" role="status">${walkIn}</p>` : nothing}
    <div class="row">
      ${view.key('back', strings.back, () => flow.back())}
      ${
        mayLeave
          ? view.key('leave', strings.leaveOpen, () => void flow.aim({ kind: 'nobody' }))
          : nothing
      }
    </div>`;
}
