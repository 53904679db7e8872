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
  rowButton,
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
  const { strings, keyed, acknowledge, again } = context;
  const action = (name: KeyName, text: string, press: () => void, kind?: 'primary') => {
    const key = keyed ? keys[name] : undefined;
    return rowButton(one, { name, text, press, key, ...(kind && { kind }) }, context);
  };
  return html`<div class="row no-print">
    ${action('acknowledge', strings.acknowledge, () => acknowledge(one), 'primary')}
    ${isReplaced(one) ? action('again', strings.findAnother, () => again(one)) : nothing}
  </div>`;
}
