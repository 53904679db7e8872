import { html, nothing, type TemplateResult } from 'lit';
import { problem } from '../../base/problem.ts';
import { civilTime } from '../../format/civil.ts';
import { formatDay, formatTime } from '../../format/formats.ts';
import type { BookingState, Choice, Confirmed, Managed, Notice } from './booking-state.ts';
import { button, callPractice, stepTitle, summary, whenOf, worse, type View } from './view.ts';

type Step<S extends BookingState['step']> = Extract<BookingState, { step: S }>;

/** A range without fixed time: nothing is booked. */
export function walkInStep(choice: Choice, view: View, back: () => void): TemplateResult {
  const { strings, language } = view;
  const { slot, location } = choice;
  const time = (instant: string) => formatTime(instant, location.timeZone, language);
  const day = formatDay(civilTime(slot.start, location.timeZone).date, language);
  return html`${stepTitle(view, strings.walkInTitle)}
    <p class="lead">${strings.walkIn(day, time(slot.start), time(slot.end))}</p>
    <p>${strings.walkInHint}</p>
    <div class="panel">${summary(choice, view)}</div>
    ${worse(view)}
    <div class="row">${button(strings.back, back)}</div>`;
}

/** A vendor's slot that is booked on the vendor's own site. */
export function elsewhereStep(
  { choice, url }: Step<'elsewhere'>,
  view: View,
  back: () => void,
): TemplateResult {
  const { strings } = view;
  return html`${stepTitle(view, strings.elsewhereTitle)}
    <p>${strings.elsewhere}</p>
    <div class="panel">${summary(choice, view)}</div>
    ${callPractice(choice, view)}
    <div class="row">
      ${
        url !== undefined && /^https?:/.test(url)
          ? html`<a class="button primary" href=${url} rel="noopener">${strings.elsewhereLink}</a>`
          : nothing
      }
      ${button(strings.back, back)}
    </div>`;
}

/** Why the last choice did not work, and the nearest slots that are free. */
export function conflictNotice(
  { code, choice, alternatives }: Notice,
  view: View,
  choose: (choice: Choice) => void,
): TemplateResult {
  const { strings } = view;
  const taken = code === 'slot-taken' || code === 'slot-in-past';
  const offered = alternatives.slice(0, 3);
  if (!taken && offered.length === 0) {
    return html`<div class="conflict" tabindex="-1">
      ${problem(code, strings)} ${callPractice(choice, view)}
    </div>`;
  }
  return html`<div class="notice warn conflict" part="conflict" tabindex="-1">
    <p id="conflict">
      <strong>${strings.codes[code] ?? strings.other}</strong>
      ${offered.length > 0 ? strings.conflictHint : strings.conflictNone}
    </p>
    ${
      offered.length > 0
        ? html`<ul class="stack">
            ${offered.map(
              (other) =>
                html`<li>
                  <button
                    class="button alternative"
                    type="button"
                    aria-describedby="conflict"
                    @click=${() => choose({ ...other, slot: other })}
                  >
                    ${alternativeText({ ...other, slot: other }, view)}
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </div>`;
}

function alternativeText(choice: Choice, view: View): string {
  const { practitioner, location } = choice;
  const name = practitioner
    ? [practitioner.given, practitioner.family].filter(Boolean).join(' ')
    : location.name;
  return [whenOf(choice, view), name, location.city].filter(Boolean).join(', ');
}

/** What the confirmation offers. */
export interface ConfirmedView extends View {
  link: string | undefined;
  print(): void;
  calendar(): void;
  copy(): void;
  manage(): void;
  restart(): void;
}

export function confirmedStep(state: Confirmed, view: ConfirmedView): TemplateResult {
  const { strings, link } = view;
  const { appointment, moved } = state;
  return html`<div class="notice good">
      ${stepTitle(view, moved ? strings.moved : strings.confirmed)}
      <p>${strings.referenceHint}</p>
    </div>
    <div class="panel">${summary(appointment, view, appointment.reference)}</div>
    ${worse(view)}
    <div class="row no-print">
      ${button(strings.calendar, () => view.calendar(), { name: 'primary' })}
      ${button(strings.print, () => view.print())}
    </div>
    ${
      link === undefined
        ? nothing
        : html`<div class="field">
            <label class="label" for="link">${strings.manageLink}</label>
            <p id="link-hint" class="quiet small">${strings.manageLinkHint}</p>
            <input id="link" class="input" readonly aria-describedby="link-hint" .value=${link} />
            <p class="print-only">${link}</p>
            <div class="row no-print">
              ${button(strings.copy, () => view.copy())}
              ${button(strings.manage, () => view.manage())}
            </div>
          </div>`
    }
    <p class="quiet small">${strings.origin}</p>
    <div class="row no-print">${button(strings.newSearch, () => view.restart())}</div>`;
}

/** What a person may do with an appointment that stands. */
export interface ManagedView extends View {
  ask(): void;
  keep(): void;
  cancel(): void;
  move(): void;
}

export function managedStep(state: Managed, view: ManagedView): TemplateResult {
  const { strings } = view;
  const { appointment, asking, pending, code } = state;
  const { status, reference } = appointment;
  const stands = status === 'booked' || status === 'pending';
  return html`${stepTitle(view, strings.manageTitle)}
    <p><span class="badge ${status}">${strings.statuses[status]}</span></p>
    <div class="panel">${summary(appointment, view, reference)}</div>
    ${stands ? worse(view) : nothing} ${code ? problem(code, strings) : nothing}
    ${
      stands && asking
        ? html`<div class="notice warn ask" role="group" aria-labelledby="ask" tabindex="-1">
            <p id="ask">${strings.cancelAsk}</p>
            <div class="row">
              ${button(strings.cancelYes, () => view.cancel(), { busy: pending })}
              ${button(strings.cancelNo, () => view.keep())}
            </div>
          </div>`
        : nothing
    }
    ${
      stands && !asking
        ? html`<div class="row">
            ${button(strings.move, () => view.move(), { name: 'primary' })}
            ${button(strings.cancel, () => view.ask(), { name: 'cancel' })}
          </div>`
        : nothing
    }`;
}

export function cancelledStep(
  { appointment }: Step<'cancelled'>,
  view: View,
  restart: () => void,
): TemplateResult {
  const { strings } = view;
  return html`${stepTitle(view, strings.cancelled)}
    <p>${strings.cancelledText}</p>
    <div class="panel">${summary(appointment, view, appointment.reference)}</div>
    <div class="row">${button(strings.newSearch, restart, { name: 'primary' })}</div>`;
}

export function lostStep(
  { code }: Step<'lost'>,
  view: View,
  { retry, restart }: { retry: () => void; restart: () => void },
): TemplateResult {
  const { strings } = view;
  return html`${stepTitle(view, code === 'not-found' ? strings.lostTitle : strings.manageTitle)}
    ${problem(code, strings, code === 'not-found' ? {} : { retry })}
    <div class="row">${button(strings.newSearch, restart)}</div>`;
}
