import { html, nothing, type TemplateResult } from 'lit';
import {
  isValidOn,
  weekdays,
  type DailyHours,
  type OpeningHours,
  type RegimeAnswer,
  type RegimeNumber,
} from '@sas-kit/client/regime';
import { formatDay, formatPhone, formatTime } from '../../format/formats.ts';
import { formatPartialDate } from '../../format/partial-date.ts';
import { capital } from '../../format/sentence.ts';
import type { CallTerritory } from '../../static/call-territory.ts';
import type { CallContext } from './now-panel.ts';

/** Hours, validity dates and sources of what is said, closed until the reader opens it. */
export function about(
  { openingHours, checkedOn }: CallTerritory,
  { numbers, asOf }: RegimeAnswer,
  context: CallContext,
): TemplateResult {
  const { strings, language } = context;
  const opening = openingHours.findLast((each) => isValidOn(each, asOf.slice(0, 10)));
  return html`<details class="about" part="about">
    <summary>${strings.about}</summary>
    <dl>
      ${opening ? hoursOf(opening, context) : nothing}
      ${
        numbers.length > 0
          ? html`<dt>${strings.numbersKnown}</dt>
              ${numbers.map(
                (number) =>
                  html`<dd>${formatPhone(number.number)}</dd>
                    ${sourced(number, context)}`,
              )}`
          : nothing
      }
    </dl>
    <p>${strings.checked(formatPartialDate(checkedOn, language))}</p>
  </details>`;
}

function hoursOf(opening: OpeningHours, context: CallContext): TemplateResult {
  return html`<dt>${context.strings.dayHours}</dt>
    ${opening.sas.map((hours) => html`<dd>${hoursText(hours, context)}</dd>`)}
    ${sourced(opening, context)}`;
}

/** `Samedi, dimanche, de 8 h à 20 h` */
function hoursText({ days, from, to }: DailyHours, { strings, language }: CallContext): string {
  // 1 January 2023 was a Sunday.
  const names = days.map((day) =>
    formatDay(`2023-01-0${weekdays.indexOf(day) + 1}`, language, 'weekday'),
  );
  const clock = (time: string) => formatTime(`2026-01-01T${time}:00Z`, 'UTC', language);
  return `${capital(names.join(', '))}, ${strings.hours(clock(from), clock(to))}`;
}

/** `Depuis le 20 novembre 2023. Source : …`; the source is in the territory's language. */
function sourced(
  { validFrom, validUntil, source }: OpeningHours | RegimeNumber,
  { strings, language }: CallContext,
): TemplateResult {
  const dates = [
    validFrom === null ? [] : strings.from(formatPartialDate(validFrom, language)),
    validUntil === null ? [] : strings.to(formatPartialDate(validUntil, language)),
  ].flat();
  return html`<dd class="quiet small">
    ${dates.length > 0 ? `${capital(dates.join(' '))}. ` : nothing}<span
      lang=${language === 'fr' ? nothing : 'fr'}
      >${strings.source(source)}</span
    >
  </dd>`;
}
