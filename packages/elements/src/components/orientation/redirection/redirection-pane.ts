import { html, nothing, type TemplateResult } from 'lit';
import type { Protocol } from '@sas-kit/client';
import { heading } from '../../../base/heading.ts';
import { choicesOf, type Assessor } from '../draft.ts';
import { actionOf, stepTitle, type View } from '../view.ts';

const assessors: readonly Assessor[] = ['triage-nurse', 'regulator', 'emergency-regulator'];

/**
 * Under which protocol somebody leaves the emergency department, who assessed them, whether the written
 * instructions were given. Nothing is chosen beforehand, nothing clinical is asked.
 *
 * @param kept - the last person stayed
 */
export function redirectionPane(
  view: View,
  protocols: readonly Protocol[],
  placeField: () => TemplateResult,
  kept: boolean,
): TemplateResult {
  const { strings, flow, desk } = view;
  const { redirection } = strings;
  const { protocol, outcome, form, assessedBy, instructionsGiven } = flow.draft;
  return html`${stepTitle(view, redirection.title)}
    ${kept ? html`<p class="notice">${redirection.kept}</p>` : nothing}
    ${flow.caseChanged ? html`<p class="notice warn case-changed">${strings.caseChanged}</p>` : nothing}
    ${
      flow.missing
        ? html`<p class="notice warn missing">
            ${strings.missing[flow.missing === 'kind' ? 'protocol' : flow.missing]}
          </p>`
        : nothing
    }
    ${placeField()} ${protocolList(view, protocols)}
    ${
      protocol
        ? group(
            view,
            'what',
            strings.what,
            choicesOf(flow.draft, desk).map((choice) =>
              view.key(
                actionOf(choice),
                strings.outcomes[actionOf(choice)],
                () => flow.change({ outcome: choice[0], form: choice[1] }),
                { pressed: outcome === choice[0] && (form ?? null) === choice[1] },
              ),
            ),
          )
        : nothing
    }
    ${group(
      view,
      'assessed',
      redirection.assessedBy,
      assessors.map((one) =>
        view.key(one, redirection.assessors[one], () => flow.change({ assessedBy: one }), {
          pressed: one === assessedBy,
        }),
      ),
    )}
    ${group(
      view,
      'instructions',
      redirection.instructions,
      ([true, false] as const).map((given) =>
        view.key(
          given ? 'instructions-given' : 'instructions-not-given',
          redirection.given[`${given}`],
          () => flow.change({ instructionsGiven: given }),
          { pressed: given === instructionsGiven },
        ),
      ),
    )}
    <div class="row">
      ${view.key('next', strings.next, () => flow.next(), { name: 'primary' })}
    </div>`;
}

function group(
  { level }: View,
  id: string,
  title: string,
  buttons: readonly unknown[],
): TemplateResult {
  return html`<div class="group" role="group" aria-labelledby=${id}>
    <div id=${id}>${heading(level + 1, title, 'subtitle')}</div>
    <div class="choices">${buttons}</div>
  </div>`;
}

function protocolList(view: View, list: readonly Protocol[]): TemplateResult {
  const { strings, flow } = view;
  const chosen = flow.draft.protocol;
  if (list.length === 0) return html`<p class="notice warn">${strings.redirection.noProtocol}</p>`;
  return html`${group(
    view,
    'protocols',
    strings.protocols,
    list.map(
      (one) =>
        html`<button
          class="button waiting"
          type="button"
          aria-pressed=${one.id === chosen?.id ? 'true' : 'false'}
          @click=${() =>
            flow.change({
              kind: 'protocol',
              protocol: one,
              outcome: undefined,
              form: undefined,
            })}
        >
          <span>${one.title}, ${strings.version(one.version)}</span>
        </button>`,
    ),
  )}
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

/** Wherever the flow stands, nobody has to be redirected. */
export function keepRow({ strings, flow, key }: View): TemplateResult {
  const { busy } = flow;
  return html`<div class="row no-print">
    ${key('keep-here', strings.redirection.keep, () => void flow.keepHere(), { busy })}
  </div>`;
}
