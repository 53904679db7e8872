import { html, nothing, type TemplateResult } from 'lit';
import type { Orientation, Protocol } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import { inputField } from '../../base/fields.ts';
import { heading } from '../../base/heading.ts';
import { formatTime } from '../../format/formats.ts';
import type { DecisionLists } from './decision-lists.ts';
import {
  choicesOf,
  kindsOf,
  triggered,
  type DecisionKind,
  type DoctorRole,
  type Missing,
} from './draft.ts';
import { carryOut } from './taken-up.ts';
import { actionOf, decisionWords, stepTitle, type View, withdrawnNotice } from './view.ts';

/** Who decided, and what: nothing is chosen beforehand, nothing is written but times. */
export function decisionPane(
  view: View,
  lists: DecisionLists,
  placeField: () => TemplateResult,
): TemplateResult {
  const { strings, flow, desk, level } = view;
  const { kind, outcome } = flow.draft;
  const kinds = kindsOf(desk);
  const choices = choicesOf(flow.draft, desk);
  return html`${stepTitle(view, strings.decision)} ${withdrawnNotice(view)}
    ${flow.givenBack ? html`<p class="notice warn given-back">${strings.givenBack}</p>` : nothing}
    ${flow.caseChanged ? html`<p class="notice warn case-changed">${strings.caseChanged}</p>` : nothing}
    ${
      flow.missing && !fault(view, flow.missing)
        ? html`<p class="notice warn missing">${strings.missing[flow.missing]}</p>`
        : nothing
    }
    ${kind === 'orientation' && flow.draft.waiting ? nothing : placeField()}
    ${group(
      heading(level + 1, strings.who, 'subtitle'),
      'who',
      kinds.map((one) =>
        view.key(one, strings.kinds[one], () => begin(one, view), { pressed: one === kind }),
      ),
    )}
    ${kind === 'dispatch-case' ? dispatchCase(view) : nothing}
    ${kind === 'orientation' ? waiting(view, lists.waiting) : nothing}
    ${kind === 'protocol' ? protocols(view, lists.protocols) : nothing}
    ${
      choices.length > 0
        ? group(
            heading(level + 1, strings.what, 'subtitle'),
            'what',
            choices.map((choice) => {
              const [decided, form] = choice;
              return view.key(
                actionOf(choice),
                strings.outcomes[actionOf(choice)],
                () => flow.change({ outcome: decided, form }),
                { pressed: outcome === decided && (flow.draft.form ?? null) === form },
              );
            }),
          )
        : nothing
    }
    ${outcome && triggered.includes(outcome) ? triggeredField(view) : nothing}
    <div class="row">
      ${view.key('next', strings.next, () => flow.next(), { name: 'primary' })}
    </div>`;
}

/** Another kind of decision; the one that is chosen stays as it is. */
function begin(kind: DecisionKind, { flow }: View): void {
  if (kind === 'orientation') flow.reread();
  const { kind: chosen, waiting } = flow.draft;
  if (kind === chosen) return;
  flow.change({ ...unsaid, ...(waiting && { place: undefined }), kind });
  // A decision that waited brought its place along.
  if (waiting) flow.replace();
}

/** What was said of the last decision is not said of this one. */
const unsaid = {
  role: undefined,
  decidedAt: undefined,
  waiting: undefined,
  protocol: undefined,
  outcome: undefined,
  form: undefined,
  triggeredAt: undefined,
};

/** What is wrong with a time, beside its field. */
const fault = ({ flow, strings }: View, time: Missing): string | undefined =>
  flow.missing === time && (time === 'decided-at' || time === 'triggered-at')
    ? strings.missing[time]
    : undefined;

function group(title: TemplateResult, id: string, buttons: readonly unknown[]): TemplateResult {
  return html`<div class="group" role="group" aria-labelledby=${id}>
    <div id=${id}>${title}</div>
    <div class="choices">${buttons}</div>
  </div>`;
}

const doctors: readonly DoctorRole[] = ['regulator', 'emergency-regulator'];

function dispatchCase(view: View): TemplateResult {
  const { strings, flow, level } = view;
  const { role, decidedAt = '' } = flow.draft;
  return html`${group(
    heading(level + 1, strings.whichRole, 'subtitle'),
    'role',
    doctors.map((one) =>
      view.key(one, strings.roles[one], () => flow.change({ role: one }), {
        pressed: one === role,
      }),
    ),
  )}
  ${inputField({
    id: 'decided-at',
    label: strings.decidedAt,
    type: 'time',
    value: decidedAt,
    fault: fault(view, 'decided-at'),
    change: (value) => flow.change({ decidedAt: value }),
  })}`;
}

function triggeredField(view: View): TemplateResult {
  const { strings, flow } = view;
  return inputField({
    id: 'triggered-at',
    label: strings.triggeredAt,
    hint: strings.triggeredHint,
    type: 'time',
    value: flow.draft.triggeredAt ?? '',
    fault: fault(view, 'triggered-at'),
    change: (value) => flow.change({ triggeredAt: value }),
  });
}

function waiting(view: View, list: readonly Orientation[]): TemplateResult {
  const { strings, flow, level, language, pageCaseRef = '' } = view;
  const chosen = flow.draft.waiting;
  const isOther = (one: Orientation) =>
    pageCaseRef !== '' && one.caseRef !== null && one.caseRef !== pageCaseRef;
  // What the own doctor of one case said is not said of another.
  const doctorOf = (one: Orientation) =>
    isOther(one) === (chosen !== undefined && isOther(chosen))
      ? {}
      : { ownDoctor: undefined, ownDoctorCall: undefined };
  const sorted = [...list].sort((one, another) => Number(isOther(one)) - Number(isOther(another)));
  if (list.length === 0) return html`<p class="notice">${strings.noWaiting}</p>`;
  return html`<div class="group" role="group" aria-labelledby="waiting">
    <div id="waiting">${heading(level + 1, strings.waiting, 'subtitle')}</div>
    <ul class="stack">
      ${sorted.map((one) => {
        const { place, caseRef } = one;
        const words = decisionWords(carryOut(one), { ...view, language });
        return html`<li>
          <button
            class="button waiting"
            type="button"
            aria-pressed=${one.id === chosen?.id ? 'true' : 'false'}
            @click=${() => flow.change({ ...carryOut(one), ...doctorOf(one) })}
          >
            <span
              ><strong>${place.label}</strong>, ${words.join(', ')}
              ${
                caseRef === null
                  ? nothing
                  : html`<br />${isOther(one) ? strings.otherCase : strings.caseRef} ${caseRef}`
              }</span
            >
          </button>
        </li>`;
      })}
    </ul>
  </div>`;
}

function protocols(view: View, list: readonly Protocol[]): TemplateResult {
  const { strings, flow, level } = view;
  const chosen = flow.draft.protocol;
  if (list.length === 0) return html`<p class="notice">${strings.noProtocol}</p>`;
  return html`<div class="group" role="group" aria-labelledby="protocols">
      <div id="protocols">${heading(level + 1, strings.protocols, 'subtitle')}</div>
      <ul class="stack">
        ${list.map(
          (one) =>
            html`<li>
              <button
                class="button waiting"
                type="button"
                aria-pressed=${one.id === chosen?.id ? 'true' : 'false'}
                @click=${() => flow.change({ protocol: one, outcome: undefined, form: undefined })}
              >
                <span>${one.title}, ${strings.version(one.version)}</span>
              </button>
            </li>`,
        )}
      </ul>
    </div>
    ${
      chosen
        ? html`<details>
            <summary>${strings.readProtocol}</summary>
            <p class="text">${chosen.text}</p>
            <p class="quiet small">${strings.source(chosen.source)}</p>
          </details>`
        : nothing
    }`;
}

/** `14 h 05` of an instant, on the clock of the place. */
export const timeOf = (instant: string, { flow, language }: View): string =>
  formatTime(instant, flow.draft.place?.timeZone ?? clock.zone(), language);
