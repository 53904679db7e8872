import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../base/button.ts';
import { problem } from '../../base/problem.ts';
import { formatMoment, formatTime } from '../../format/formats.ts';
import { nameOf } from '../availability/agenda.ts';
import type { BookingState, Confirmed, Managed, Notice } from './booking-state.ts';
import { manageLink } from './manage-link.ts';
import { saveToCalendar } from './save-to-calendar.ts';
import { callPractice, stepTitle, summary, whenOf, worse, type View } from './view.ts';

type Step<S extends BookingState['step']> = Extract<BookingState, { step: S }>;

/** A range without fixed time: nothing is booked. */
export function walkInStep({ choice }: Step<'holding' | 'walk-in'>, view: View): TemplateResult {
  const { strings, language, flow } = view;
  const { slot, location } = choice;
  const { timeZone } = location;
  const [day, from] = formatMoment(slot.start, timeZone, language);
  return html`${stepTitle(view, strings.walkInTitle)}
    <p class="subtitle capital">
      ${strings.walkIn(day, from, formatTime(slot.end, timeZone, language))}
    </p>
    <p>${strings.walkInHint}</p>
    ${summary(choice, view)} ${worse(view)}
    <div class="row">${button(strings.back, () => flow.back())}</div>`;
}

/** A vendor's slot that is booked on the vendor's own site. */
export function elsewhereStep({ choice, url }: Step<'elsewhere'>, view: View): TemplateResult {
  const { strings, flow } = view;
  return html`${stepTitle(view, strings.elsewhereTitle)}
    <p>${strings.elsewhere}</p>
    ${summary(choice, view)} ${callPractice(choice, view)}
    <div class="row">
      ${
        url !== undefined && /^https?:/.test(url)
          ? html`<a class="button primary" href=${url} rel="noopener">${strings.elsewhereLink}</a>`
          : nothing
      }
      ${button(strings.back, () => flow.back())}
    </div>`;
}

/** Why the last choice did not work, and the nearest slots that are free. */
export function conflictNotice({ code, choice, alternatives }: Notice, view: View): TemplateResult {
  const { strings, flow } = view;
  const taken = code === 'slot-taken' || code === 'slot-in-past';
  const offered = alternatives.slice(0, 3).map((slot) => ({ ...slot, slot }));
  const none = offered.length === 0;
  if (!taken && none) {
    return html`<div class="conflict" tabindex="-1">
      ${problem(code, strings)} ${callPractice(choice, view)}
    </div>`;
  }
  return html`<div class="notice warn conflict" part="conflict" tabindex="-1">
    <p id="conflict">
      <strong>${strings.codes[code] ?? strings.other}</strong>
      ${none ? strings.conflictNone : strings.conflictHint}
    </p>
    ${
      none
        ? nothing
        : html`<ul class="stack">
            ${offered.map(
              (other) =>
                html`<li>
                  <button
                    class="button alternative capital"
                    type="button"
                    aria-describedby="conflict"
                    @click=${() => void flow.choose(other)}
                  >
                    ${[whenOf(other, view), nameOf(other), other.location.city].join(', ')}
                  </button>
                </li>`,
            )}
          </ul>`
    }
  </div>`;
}

/** The reference, what to do if it gets worse, and the link by which the appointment is managed. */
export function confirmedStep(
  { appointment, token, moved }: Confirmed,
  view: View,
): TemplateResult {
  const { strings, flow, copy } = view;
  const link = token === undefined ? undefined : { id: appointment.id, token };
  const address = link && manageLink(location.href, link);
  return html`<div class="notice good">
      ${stepTitle(view, moved ? strings.moved : strings.confirmed)}
      <p>${strings.referenceHint}</p>
    </div>
    ${summary(appointment, view, appointment.reference)} ${worse(view)}
    <div class="row no-print">
      ${button(strings.calendar, () => saveToCalendar(appointment, strings), { name: 'primary' })}
      ${button(strings.print, () => print())}
    </div>
    ${
      link && address
        ? html`<div class="field">
            <label class="label" for="link">${strings.manageLink}</label>
            <p id="link-hint" class="quiet small">${strings.manageLinkHint}</p>
            <input
              id="link"
              class="input"
              readonly
              aria-describedby="link-hint"
              .value=${address}
            />
            <p class="print-only">${address}</p>
            <div class="row no-print">
              ${button(strings.copy, () => copy(address))}
              ${button(strings.manage, () => void flow.open(link))}
            </div>
          </div>`
        : nothing
    }
    <p class="quiet small">${strings.origin}</p>
    <div class="row no-print">${newSearch(view)}</div>`;
}

/** The appointment, and what a person may do with one that stands. */
export function managedStep(state: Managed, view: View): TemplateResult {
  const { strings, flow } = view;
  const { appointment, asking, pending, code } = state;
  const { status, reference } = appointment;
  const stands = status === 'booked' || status === 'pending';
  return html`${stepTitle(view, strings.title)}
    <p><span class="badge ${status}">${strings.statuses[status]}</span></p>
    ${summary(appointment, view, reference)} ${stands ? worse(view) : nothing}
    ${code ? problem(code, strings) : nothing}
    ${
      stands
        ? asking
          ? html`<div class="notice warn ask" role="group" aria-labelledby="ask" tabindex="-1">
              <p id="ask">${strings.cancelAsk}</p>
              <div class="row">
                ${button(strings.cancelYes, () => void flow.cancel(state), { busy: pending })}
                ${button(strings.cancelNo, () => flow.send({ type: 'keep' }))}
              </div>
            </div>`
          : html`<div class="row">
              ${button(strings.move, () => flow.send({ type: 'move' }), { name: 'primary' })}
              ${button(strings.cancel, () => flow.send({ type: 'ask-cancel' }), { name: 'cancel' })}
            </div>`
        : nothing
    }`;
}

export function cancelledStep({ appointment }: Step<'cancelled'>, view: View): TemplateResult {
  const { strings } = view;
  return html`${stepTitle(view, strings.cancelled)}
    <p>${strings.cancelledText}</p>
    ${summary(appointment, view, appointment.reference)}
    <div class="row">${newSearch(view, 'primary')}</div>`;
}

export function lostStep(state: Step<'lost'>, view: View): TemplateResult {
  const { strings, flow } = view;
  const { code } = state;
  const unknown = code === 'not-found';
  return html`${stepTitle(view, unknown ? strings.lostTitle : strings.title)}
    ${problem(code, strings, unknown ? {} : { retry: () => void flow.open(state) })}
    <div class="row">${newSearch(view)}</div>`;
}

function newSearch({ strings, flow }: View, name = ''): TemplateResult {
  return button(strings.newSearch, () => flow.send({ type: 'restart' }), { name });
}
