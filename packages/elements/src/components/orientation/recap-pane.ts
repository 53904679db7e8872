import { html, nothing, type TemplateResult } from 'lit';
import { formatTime } from '../../format/formats.ts';
import { nameOf } from '../availability/agenda.ts';
import { lastInstant } from './draft.ts';
import { offerOf, type Target } from './target.ts';
import {
  caseWords,
  decisionWords,
  insteadLine,
  refusalNotice,
  stepTitle,
  whenOf,
  type ChoiceView,
} from './view.ts';

/** What is about to be recorded, on one line. */
export function recapLine(target: Target, view: ChoiceView): string {
  const { strings, flow, language } = view;
  const { draft } = flow;
  const words = [...decisionWords(draft, view), ...caseWords(view)];
  const offer = offerOf(target);
  if (offer) {
    const how = target.kind === 'overbooking' ? strings.beside : '';
    const { city } = offer.location;
    return [words[0], how, whenOf(offer, view), nameOf(offer), city, ...words.slice(1)]
      .filter(Boolean)
      .join(', ');
  }
  if (target.kind === 'recipient') {
    return [words[0], target.candidate.name, strings.byPhone, ...words.slice(1)].join(', ');
  }
  const zone = draft.place?.timeZone ?? '';
  const how =
    draft.outcome === 'unscheduled-consultation'
      ? strings.toExecute
      : draft.triggeredAt
        ? strings.triggered(formatTime(lastInstant(draft.triggeredAt, zone), zone, language))
        : '';
  return [words[0], draft.place?.label, how, ...words.slice(1)].filter(Boolean).join(', ');
}

/** The recap: one line, the time left, Enter records. */
export function recapPane(target: Target, view: ChoiceView): TemplateResult {
  const { strings, flow } = view;
  const { refusal, busy, draft } = flow;
  return html`${stepTitle(view, strings.recap)}
    <p id="recap" class="recap said" part="recap">${recapLine(target, view)}</p>
    ${insteadLine(view)} ${refusal ? refusalNotice(refusal, view) : nothing}
    ${target.kind === 'slot' ? holdBar(target, view) : nothing}
    ${
      target.kind === 'appointment' && target.there
        ? html`<p class="notice">${strings.stays}</p>`
        : nothing
    }
    <div class="row">
      ${view.key('confirm', busy ? strings.sending : strings.confirm, () => void flow.confirm(), {
        name: 'primary',
        busy,
      })}
      ${view.key('back', strings.back, () => flow.back(), { busy })}
      ${
        refusal?.code === 'medical-decision' && draft.kind !== 'own'
          ? view.key('give-back', strings.giveBack, () => void flow.giveBack(), { busy })
          : nothing
      }
    </div>`;
}

function holdBar(
  { hold, expired }: Extract<Target, { kind: 'slot' }>,
  view: ChoiceView,
): TemplateResult {
  const { strings, flow } = view;
  const { remaining } = flow.timer;
  return html`<div class="notice hold ${expired || remaining <= 60 ? 'warn' : ''}" part="hold">
    <p role="timer">
      ${
        expired
          ? strings.expired
          : html`${strings.kept} <strong>${strings.remaining(remaining)}</strong>`
      }
    </p>
    ${
      expired || hold.extensionsLeft > 0
        ? view.key('keep', expired ? strings.retake : strings.keep, () => void flow.keep(), {
            busy: flow.busy,
          })
        : nothing
    }
  </div>`;
}
