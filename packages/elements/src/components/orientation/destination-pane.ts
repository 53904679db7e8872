import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../base/heading.ts';
import type { SlotSearch } from './slot-search.ts';
import type { Way } from './telephone.ts';
import {
  caseWords,
  decisionWords,
  insteadLine,
  refusalNotice,
  stepTitle,
  type ChoiceView,
  withdrawnNotice,
} from './view.ts';

/** Where somebody goes: what was refused, the ways besides the search; the search itself stands below. */
export function destinationPane(
  view: ChoiceView,
  search: SlotSearch,
  open: (way: Way) => void,
): TemplateResult {
  const { walkIn, radiusKm, nextKm } = search;
  const { strings, flow, level } = view;
  const { refusal, draft } = flow;
  return html`${stepTitle(view, strings.destination)}
    <p class="decided">${[...decisionWords(draft, view), ...caseWords(view)].join(' · ')}</p>
    ${insteadLine(view)} ${withdrawnNotice(view)}
    ${refusal ? refusalNotice(refusal, view) : nothing}
    ${walkIn ? html`<p class="notice warn walk-in" role="status">${walkIn}</p>` : nothing}
    ${radiusKm === null ? nothing : html`<p class="notice">${strings.enlarged(radiusKm)}</p>`}
    <div class="group" role="group" aria-labelledby="ways">
      <div id="ways">${heading(level + 1, strings.otherWays, 'subtitle')}</div>
      <div class="choices ways">
        ${view.key('back', strings.back, () => flow.back())}
        ${
          nextKm === null
            ? nothing
            : view.key('enlarge', strings.enlarge(nextKm), () => search.enlarge())
        }
        ${view.desk.redirects ? nothing : ownWays(view, open)}
      </div>
    </div>`;
}

/** The ways of a regulation centre: an emergency department has none of them. */
function ownWays(view: ChoiceView, open: (way: Way) => void): TemplateResult {
  const { strings, flow } = view;
  return html`${view.key('overbooking', strings.overbooking, () => open('overbooking'))}
  ${view.key('structures', strings.structures, () => open('structures'))}
  ${
    flow.draft.kind === 'own'
      ? view.key('leave', strings.leaveOpen, () => void flow.aim({ kind: 'nobody' }))
      : view.key('give-back', strings.giveBack, () => void flow.giveBack())
  }`;
}
