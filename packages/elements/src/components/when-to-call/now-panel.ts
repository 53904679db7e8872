import { html, nothing, type TemplateResult } from 'lit';
import type { RegimeAnswer, RegimeState } from '@sas-kit/client/regime';
import { heading } from '../../base/heading.ts';
import { fifteen, phoneLink } from '../../base/phone-link.ts';
import type { Language } from '../../controllers/locale.ts';
import { formatMoment, formatPhone, formatTime, nearDay } from '../../format/formats.ts';
import { civilTime } from '../../format/civil.ts';
import type { WhenToCallStrings } from '../../strings/fr/when-to-call.ts';

/** What the parts of the element need to speak. */
export interface CallContext {
  strings: WhenToCallStrings;
  language: Language;
  /** Level of the headings inside. */
  level: number;
}

const regimeName = ({ regime }: RegimeState, { regimes, hoursUnknown }: WhenToCallStrings) =>
  regime ? regimes[regime] : hoursUnknown;

const reasonText = ({ reason, holiday }: RegimeState, { reasons, holidays }: WhenToCallStrings) =>
  `${reasons[reason]}${holiday ? holidays[holiday] : ''}.`;

/** Which number now, why, until when, and what comes next. */
export function nowPanel(answer: RegimeAnswer, context: CallContext): TemplateResult {
  const { strings } = context;
  return html`<div class="now" part="now">
    <div class="why">
      <span class="badge" part="regime">${regimeName(answer, strings)}</span>
      <span>${reasonText(answer, strings)}</span>
    </div>
    ${heading(context.level, strings.need, 'subtitle')}
    ${
      answer.regime === 'pdsa'
        ? nothing
        : html`<p><strong>${strings.ownDoctor}</strong> ${strings.ownDoctorHint}</p>`
    }
    ${numbers(answer, context)} ${whatNext(answer, context)}
  </div>`;
}

/** The numbers as large links; where there is none to give, why, and the 15. */
function numbers({ numbers, numbersStatus }: RegimeState, context: CallContext): TemplateResult {
  const { strings, language } = context;
  if (numbersStatus !== 'known') {
    return html`<p class="none" part="none">${strings.statuses[numbersStatus]} ${fifteen}.</p>`;
  }
  return html`<ul class="numbers" part="numbers">
    ${numbers.map(
      ({ number, label }) =>
        html`<li>
          <a class="number" part="number" href="tel:${number}">${formatPhone(number)}</a>
          <span class="quiet" lang=${language === 'fr' ? nothing : 'fr'}>${label}</span>
        </li>`,
    )}
  </ul>`;
}

function whatNext(answer: RegimeAnswer, context: CallContext): TemplateResult | typeof nothing {
  const { until, next } = answer;
  if (until === null || next === null) return nothing;
  const { strings } = context;
  return html`<p class="next" part="next">
    <strong>${untilText(answer.asOf, until, answer.timeZone, context)}.</strong>
    ${strings.next}${context.language === 'fr' ? '\u00a0' : ''}:
    ${regimeName(next, strings).toLowerCase()}, ${numbersThen(next, strings)}.
  </p>`;
}

/** The numbers of what comes next; the 15 where there is none. */
function numbersThen({ numbers }: RegimeState, { or }: WhenToCallStrings): unknown {
  if (numbers.length === 0) return fifteen;
  return numbers.map(
    ({ number }, index) => html`${index > 0 ? ` ${or} ` : nothing}${phoneLink(number)}`,
  );
}

function untilText(
  asOf: string,
  until: string,
  zone: string,
  { strings, language }: CallContext,
): string {
  const near = nearDay(civilTime(until, zone).date, asOf, zone);
  return near
    ? strings.until[near](formatTime(until, zone, language))
    : strings.until.day(...formatMoment(until, zone, language));
}
