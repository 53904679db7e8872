import { html, nothing, type TemplateResult } from 'lit';
import type { Availability, PublicAvailability } from '@sas-kit/client';
import { button } from '../../base/button.ts';
import { clock } from '../../base/clock.ts';
import { heading } from '../../base/heading.ts';
import { fifteen } from '../../base/phone-link.ts';
import type { Language } from '../../controllers/locale.ts';
import { foreignZone, formatDistance, formatMoment } from '../../format/formats.ts';
import type { AvailabilityStrings } from '../../strings/fr/availability.ts';

/** An answer, with the vendors' states where the caller is a professional. */
export type Answer = PublicAvailability & Partial<Pick<Availability, 'sources'>>;

/** Whether some agenda that could hold slots did not answer. */
export function isPartial(answer: Answer): boolean {
  return (
    answer.items.some(({ state }) => state === 'not-asked') ||
    (answer.sources ?? []).some(({ state }) => state !== 'complete')
  );
}

/** A slot may be booked within 72 h: a later one is only told. */
const bookable = 72 * 3_600_000;

/** The words about an answer need its strings and language. */
export interface OutcomeContext {
  strings: AvailabilityStrings;
  language: Language;
  answer: Answer;
}

/** Day and time in the searched place's zone. */
export function moment(
  instant: string,
  { answer, language }: Pick<OutcomeContext, 'answer' | 'language'>,
): [day: string, time: string] {
  return formatMoment(instant, answer.place.timeZone, language);
}

/** What must be known before reading the slots: zone, wider radius, agendas that are missing. */
export function remarks(context: OutcomeContext, refresh: () => void): TemplateResult {
  const { strings, language, answer } = context;
  const zone = foreignZone(answer.asOf, answer.place.timeZone, clock.zone(), language);
  const { enlargedFromKm } = answer;
  return html`${zone ? html`<p class="notice">${strings.otherZone(zone)}</p>` : nothing}
  ${
    enlargedFromKm === null
      ? nothing
      : html`<p class="notice">
          ${strings.enlarged(
            formatDistance(enlargedFromKm, language),
            formatDistance(answer.radiusKm, language),
          )}
        </p>`
  }
  ${
    isPartial(answer)
      ? html`<div class="notice warn">
          <p>${strings.partial}</p>
          ${button(strings.retry, refresh)}
        </div>`
      : nothing
  }`;
}

/** No slot never ends a page: the reason, the next slot, the telephone. */
export function empty(
  context: OutcomeContext,
  level: number,
  options: { narrowed: boolean; searchFrom(instant: string): void },
): TemplateResult {
  const { strings, answer } = context;
  const { nextAvailable, asOf, to } = answer;
  const soon = nextAvailable !== null && Date.parse(nextAvailable) - Date.parse(asOf) < bookable;
  return html`<div class="notice empty" part="empty">
    ${heading(level, strings.emptyTitle, 'subtitle')}
    <p>${isPartial(answer) ? strings.emptyPartial : strings.empty(...moment(to, context))}</p>
    ${options.narrowed ? html`<p>${strings.emptyModality}</p>` : nothing}
    ${
      nextAvailable === null
        ? nothing
        : html`<p><strong>${strings.next(...moment(nextAvailable, context))}</strong></p>`
    }
    ${soon ? button(strings.nextSearch, () => options.searchFrom(nextAvailable)) : nothing}
    <p>${strings.wayOut} ${fifteen}.</p>
  </div>`;
}
