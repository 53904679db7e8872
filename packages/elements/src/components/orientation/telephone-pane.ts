import { html, nothing, type TemplateResult } from 'lit';
import type { CallResult } from '@sas-kit/client';
import { heading } from '../../base/heading.ts';
import { phoneLink } from '../../base/phone-link.ts';
import { selectField } from '../../base/select.ts';
import { formatDay, formatDistance, formatTime } from '../../format/formats.ts';
import type { OrientationWaysStrings } from '../../strings/fr/orientation-ways.ts';
import { quartersOf, type Candidate } from './candidates.ts';
import { deadlineOf } from './delay.ts';
import type { Callable, Telephone, Way } from './telephone.ts';
import { caseWords, decisionWords, delayTold, stepTitle, type ChoiceView } from './view.ts';

/** What the pane needs. */
export type TelephoneView = Omit<ChoiceView, 'strings'> & {
  readonly strings: ChoiceView['strings'] & OrientationWaysStrings;
  /** Back to the search. */
  readonly close: () => void;
};

/** What the list is for: the specialty, the place and the distance of the search. */
function searched({ specialty, place, radiusKm }: Callable, view: TelephoneView): string {
  const { strings, language } = view;
  const name = language === 'en' ? specialty?.labelEn : specialty?.label;
  return [name, place, strings.within(radiusKm)].filter(Boolean).join(' · ');
}

const results: readonly CallResult[] = ['accepted', 'refused', 'unreachable'];

/** Who takes people on the telephone: one is called, and what they say is noted. */
export function telephonePane(way: Way, telephone: Telephone, view: TelephoneView): TemplateResult {
  const { strings, flow } = view;
  const { list, status, chosen } = telephone;
  return html`${stepTitle(view, strings.waysTitles[way])}
    <p class="decided">${[...decisionWords(flow.draft, view), ...caseWords(view)].join(' · ')}</p>
    ${chosen ? call(chosen, telephone, view) : nothing}
    ${
      status === 'failed'
        ? html`<p class="notice alarm">${strings.notRead}</p>`
        : list
          ? html`<p class="notice">${searched(list, view)}</p>
              ${candidates(list.candidates, telephone, view)}`
          : html`<div class="skeleton" aria-busy="true"></div>`
    }
    <div class="row">${view.key('back', strings.back, view.close)}</div>`;
}

function candidates(
  list: readonly Candidate[],
  telephone: Telephone,
  { strings, language }: TelephoneView,
): TemplateResult {
  if (list.length === 0) return html`<p class="notice">${strings.nobody}</p>`;
  return html`<ul class="stack candidates">
    ${list.map((candidate) => {
      const { id, name, where, distanceKm } = candidate;
      const said = telephone.said(id);
      const words = [
        where,
        distanceKm === null ? '' : formatDistance(distanceKm, language),
        said ? strings.callResults[said] : '',
      ];
      return html`<li>
        <button
          class="button waiting"
          type="button"
          aria-pressed=${telephone.chosen?.id === id ? 'true' : 'false'}
          @click=${() => telephone.choose(candidate)}
        >
          <span><strong>${name}</strong> ${words.filter(Boolean).join(' · ')}</span>
        </button>
      </li>`;
    })}
  </ul>`;
}

function call(candidate: Candidate, telephone: Telephone, view: TelephoneView): TemplateResult {
  const { strings, level } = view;
  const { name, where, phone, id, card } = candidate;
  const { busy, callId, failed } = telephone;
  const accepted = callId !== undefined;
  const ready = accepted && (candidate.kind === 'structure' || telephone.start !== '');
  return html`<section class="panel own-doctor called" aria-labelledby="called">
    <div id="called">${heading(level + 1, name, 'subtitle')}</div>
    ${where ? html`<p>${where}</p>` : nothing}
    ${card?.practice?.information ? html`<p>${card.practice.information}</p>` : nothing}
    ${
      phone
        ? html`<p class="phone">${phoneLink(phone, (number) => `${strings.call} ${number}`)}</p>`
        : html`<p class="quiet">${strings.noPhone}</p>`
    }
    <div class="choices" role="group" aria-label=${strings.callResult}>
      ${results.map((result) =>
        view.key(result, strings.callResults[result], () => void telephone.note(result), {
          pressed: telephone.said(id) === result,
          busy,
        }),
      )}
    </div>
    ${failed ? html`<p class="fault">${strings.callNotNoted}</p>` : nothing}
    ${accepted && candidate.kind === 'overbooking' ? time(candidate, telephone, view) : nothing}
    ${
      ready
        ? html`<div class="row">
            ${view.key('next', strings.next, () => void telephone.next(), { name: 'primary' })}
          </div>`
        : nothing
    }
  </section>`;
}

/** A day, then a quarter of an hour of it, on the clock of the place. */
function time(candidate: Candidate, telephone: Telephone, view: TelephoneView): TemplateResult {
  const { strings, language } = view;
  const { card } = candidate;
  if (!card) return html``;
  const zone = card.location.timeZone;
  const days = quartersOf(zone, deadlineOf(view.flow.draft));
  if (days.size === 0) return html`<p class="notice warn">${delayTold(view)}</p>`;
  const { date, start } = telephone;
  return html`<div class="pair">
    ${selectField({
      id: 'beside-date',
      label: strings.besideDate,
      all: strings.choose,
      value: date,
      options: [...days.keys()].map((day) => [day, formatDay(day, language)] as const),
      change: (day) => telephone.when(day),
    })}
    ${selectField({
      id: 'beside-time',
      label: strings.besideTime,
      all: strings.choose,
      value: start,
      options: (days.get(date) ?? []).map(
        (instant) => [instant, formatTime(instant, zone, language)] as const,
      ),
      change: (instant) => telephone.when(date, instant),
    })}
  </div>`;
}
