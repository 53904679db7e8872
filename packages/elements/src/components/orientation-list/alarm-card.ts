import { html, nothing, type TemplateResult } from 'lit';
import type { Orientation } from '@sas-kit/client';
import { heading } from '../../base/heading.ts';
import { alarmOf } from './day.ts';
import { keys, type KeyName } from './keys.ts';
import {
  appointmentFacts,
  closing,
  faultOf,
  foot,
  stateOf,
  titled,
  type RowContext,
} from './row.ts';
import { transmissionLine } from './transmission-line.ts';
import { changeOf, deskTime } from './words.ts';

/** An orientation to whose appointment something happened: what there was, what there is, what to do. */
export function alarmCard(one: Orientation, context: RowContext): TemplateResult {
  const { strings, language, level } = context;
  const { id, attention, appointment } = one;
  if (!attention) return html``;
  const { before, now } = changeOf(one, context);
  const seen = attention.acknowledgedAt;
  return html`<li
    class="orientation panel alarmed ${seen === null ? '' : 'seen'}"
    part="alarm"
    data-id=${id}
  >
    <div class="head">
      ${titled(
        id,
        heading(
          level,
          `${strings.reasons[attention.reason]}, ${deskTime(attention.at, language)}`,
          'subtitle',
        ),
      )}
      ${stateOf(one, context)}
    </div>
    <dl class="change">
      ${
        before === undefined
          ? nothing
          : html`<div>
              <dt>${strings.before}</dt>
              <dd>${before}</dd>
            </div>`
      }
      <div>
        <dt>${strings.now}</dt>
        <dd><strong>${now}</strong></dd>
      </div>
    </dl>
    ${appointment ? appointmentFacts(appointment, context) : nothing} ${closing(one, context)}
    ${transmissionLine(one, context)} ${foot(one, context)} ${faultOf(one, context)}
    ${
      alarmOf(one)
        ? actions(one, context)
        : seen === null
          ? nothing
          : html`<p>${strings.seenAt(deskTime(seen, language))}</p>`
    }
  </li>`;
}

/** Another one is looked for in the place of what was lost, and only there. */
const isReplaced = ({ attention, appointment }: Orientation): boolean =>
  appointment !== null &&
  attention?.reason !== 'not-cancelled' &&
  attention?.reason !== 'not-executed';

function actions(one: Orientation, context: RowContext): TemplateResult {
  const { strings, busy, keyed, acknowledge, again } = context;
  const { id } = one;
  const action = (name: KeyName, text: string, act: () => void, kind = '') =>
    html`<button
      id="${id}-${name}"
      class="button ${kind}"
      type="button"
      aria-describedby="${id}-title"
      aria-disabled=${busy === id ? 'true' : nothing}
      aria-keyshortcuts=${keyed ? keys[name] : nothing}
      @click=${busy === id ? nothing : act}
    >
      ${text} ${keyed ? html`<kbd aria-hidden="true">${keys[name]}</kbd>` : nothing}
    </button>`;
  return html`<div class="row no-print">
    ${action('acknowledge', strings.acknowledge, () => acknowledge(one), 'primary')}
    ${isReplaced(one) ? action('again', strings.findAnother, () => again(one)) : nothing}
  </div>`;
}
