import { html, nothing, type TemplateResult } from 'lit';
import type { Appointment, Orientation } from '@sas-kit/client';
import { heading } from '../../base/heading.ts';
import { phoneLink } from '../../base/phone-link.ts';
import { followUpShape } from './follow-up-shape.ts';
import type { KeyName } from './keys.ts';
import { transmissionLine } from './transmission-line.ts';
import { decidedBy, deskTime, outcomeOf, whenOf, whoOf, type WordContext } from './words.ts';

/** What a row needs besides its orientation. */
export interface RowContext extends WordContext {
  /** Level of a row's heading. */
  readonly level: number;
  /** Id of the orientation about which a call is under way. */
  readonly busy: string;
  /** Why the last call about an orientation failed, in words. */
  readonly fault: (one: Orientation) => string | undefined;
  readonly resend: (one: Orientation) => void;
  readonly execute: (one: Orientation) => void;
  readonly acknowledge: (one: Orientation) => void;
  readonly close: (one: Orientation, booked: boolean) => void;
  readonly again: (one: Orientation) => void;
  /** Keys are shown, and work. */
  readonly keyed: boolean;
}

/** One orientation: when and where somebody goes, what became of it, who decided. */
export function orientationRow(one: Orientation, context: RowContext): TemplateResult {
  const { strings, level, execute } = context;
  const { id, appointment, state } = one;
  return html`<li class="orientation panel" part="orientation" data-id=${id}>
    <div class="head">
      ${titled(id, heading(level, titleOf(one, context), 'subtitle'))} ${stateOf(one, context)}
    </div>
    ${appointment ? appointmentFacts(appointment, context) : nothing} ${closing(one, context)}
    ${transmissionLine(one, context)} ${foot(one, context)} ${faultOf(one, context)}
    ${
      state === 'to-execute'
        ? html`<button
            id="${id}-execute"
            class="button primary"
            type="button"
            aria-label="${strings.execute}${'\u00a0'}: ${titleOf(one, context)}"
            @click=${() => execute(one)}
          >
            ${strings.execute}
          </button>`
        : nothing
    }
  </li>`;
}

/** A heading that gets the focus where what had it goes. */
export const titled = (id: string, content: TemplateResult): TemplateResult =>
  html`<div id="${id}-title" class="focusable" tabindex="-1">${content}</div>`;

function titleOf(one: Orientation, { strings, language }: RowContext): string {
  const { appointment, place } = one;
  return appointment
    ? `${whenOf(appointment, language)}, ${whoOf(appointment)}`
    : `${outcomeOf(one, strings)}, ${place.label}`;
}

/** What became of it, in a word and a shape. */
export function stateOf({ followUp, state }: Orientation, { strings }: RowContext): TemplateResult {
  const shown = state === 'withdrawn' ? null : followUp;
  const word = shown ? strings.followUps[shown] : strings.states[state];
  return html`<p class="state ${shown ?? state}" part="state">
    ${followUpShape(shown)} <strong>${word}</strong>
  </p>`;
}

/** How to reach the practice, and what is to be known before. */
export function appointmentFacts(
  { location, reference, overbooked, overdue, cancellation }: Appointment,
  { strings }: RowContext,
): TemplateResult {
  return html`<p class="facts">
      ${location.phone ? phoneLink(location.phone, strings.callPractice) : nothing}
      <span>${strings.reference(reference)}</span>
      ${overbooked ? html`<span>${strings.overbooked}</span>` : nothing}
    </p>
    ${overdue ? html`<p class="notice warn">${strings.overdue}</p>` : nothing}
    ${
      cancellation
        ? html`<p class="notice warn">${strings.cancellations[cancellation]}</p>`
        : nothing
    }`;
}

/** A button about one orientation. */
export interface RowButton {
  readonly name: KeyName | 'booked' | 'givenUp';
  readonly text: string;
  readonly press: () => void;
  readonly kind?: 'primary';
  /** The key that presses it, shown. */
  readonly key?: string | undefined;
}

/** A button that is heard with its orientation; while a call about that one is under way it does nothing. */
export function rowButton(
  { id }: Orientation,
  { name, text, press, kind, key }: RowButton,
  { busy }: Pick<RowContext, 'busy'>,
): TemplateResult {
  return html`<button
    id="${id}-${name}"
    class="button ${kind ?? ''}"
    type="button"
    aria-describedby="${id}-title"
    aria-disabled=${busy === id ? 'true' : nothing}
    aria-keyshortcuts=${key ?? nothing}
    @click=${busy === id ? nothing : press}
  >
    ${text} ${key === undefined ? nothing : html`<kbd aria-hidden="true">${key}</kbd>`}
  </button>`;
}

/** Whether it was booked, of which the practice's software says nothing: the reader has called. */
export function closing(one: Orientation, context: RowContext): TemplateResult | typeof nothing {
  const { strings, close } = context;
  if (!one.appointment?.overdue) return nothing;
  const answer = (name: 'booked' | 'givenUp') =>
    rowButton(
      one,
      { name, text: strings[name], press: () => close(one, name === 'booked') },
      context,
    );
  return html`<div class="row no-print">${answer('booked')} ${answer('givenUp')}</div>`;
}

/** What was decided, by whom, who recorded it, when, of which case. */
export function foot(one: Orientation, { strings, language }: RowContext): TemplateResult {
  const { appointment, appointmentId, recipient, triggeredAt, caseRef, created, withinHours } = one;
  const { mine, executedBy, place } = one;
  const role = strings.words.roles[executedBy.role] ?? executedBy.role;
  const said = [
    appointment ? `${outcomeOf(one, strings)}, ${place.label}` : '',
    withinHours === null ? '' : strings.within(withinHours),
    decidedBy(one, strings),
    mine
      ? strings.recordedAt(deskTime(created, language))
      : `${strings.recordedAt(deskTime(created, language))} ${strings.recordedBy(role)}`,
    caseRef === null ? '' : strings.caseRef(caseRef),
  ];
  return html`${recipient ? html`<p>${strings.entrusted(recipient.name)}</p>` : nothing}
    ${triggeredAt ? html`<p>${strings.triggered(deskTime(triggeredAt, language))}</p>` : nothing}
    ${appointmentId && !appointment ? html`<p>${strings.unread}</p>` : nothing}
    <p class="quiet small">${said.filter(Boolean).join(' · ')}</p>`;
}

/** Why the last call about it failed. */
export function faultOf(one: Orientation, context: RowContext): TemplateResult | typeof nothing {
  const fault = context.fault(one);
  return fault === undefined ? nothing : html`<p class="notice alarm" part="problem">${fault}</p>`;
}
