import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../base/heading.ts';
import type { Way } from './telephone.ts';
import { caseWords, decisionWords, refusalNotice, stepTitle, type ChoiceView } from './view.ts';

/** What the pane does besides choosing a slot. */
export interface DestinationActs {
  readonly open: (way: Way) => void;
  readonly enlarge: () => void;
}

/** What the pane shows of the search. */
export interface DestinationFacts {
  /** Where one simply comes, in a sentence; empty where no such range was chosen. */
  readonly walkIn: string;
  /** How far is searched, km; null as the place has it. */
  readonly radiusKm: number | null;
  /** How far next; null where it goes no further. */
  readonly nextKm: number | null;
}

/** Where somebody goes: what was refused, the ways besides the search; the search itself stands below. */
export function destinationPane(
  view: ChoiceView,
  { walkIn, radiusKm, nextKm }: DestinationFacts,
  acts: DestinationActs,
): TemplateResult {
  const { strings, flow, level } = view;
  const { refusal, draft, withdrawn } = flow;
  return html`${stepTitle(view, strings.destination)}
    <p class="decided">${[...decisionWords(draft, view), ...caseWords(view)].join(' · ')}</p>
    ${withdrawn ? html`<p class="notice">${strings.withdrawn}</p>` : nothing}
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
            : view.key('enlarge', strings.enlarge(nextKm), () => acts.enlarge())
        }
        ${view.desk.redirects ? nothing : ownWays(view, acts)}
      </div>
    </div>`;
}

/** The ways of a regulation centre: an emergency department has none of them. */
function ownWays(view: ChoiceView, acts: DestinationActs): TemplateResult {
  const { strings, flow } = view;
  return html`${view.key('overbooking', strings.overbooking, () => acts.open('overbooking'))}
  ${view.key('structures', strings.structures, () => acts.open('structures'))}
  ${
    flow.draft.kind === 'own'
      ? view.key('leave', strings.leaveOpen, () => void flow.aim({ kind: 'nobody' }))
      : view.key('give-back', strings.giveBack, () => void flow.giveBack())
  }`;
}
