import { html, nothing, type TemplateResult } from 'lit';
import { clock } from '../../base/clock.ts';
import { heading } from '../../base/heading.ts';
import { fifteen, phoneLink } from '../../base/phone-link.ts';
import type { Language } from '../../controllers/locale.ts';
import { foreignZone, formatDuration, formatMoment } from '../../format/formats.ts';
import type { BookingStrings } from '../../strings/fr/booking.ts';
import { address } from '../availability/address.ts';
import { nameOf } from '../availability/agenda.ts';
import type { Choice } from './booking-state.ts';
import type { BookingFlow } from './flow.ts';

/** What every step's template needs. */
export interface View {
  strings: BookingStrings;
  language: Language;
  /** Level of the step's heading. */
  level: number;
  flow: BookingFlow;
  /** Keeps the slot longer. */
  keep: () => void;
  /** Copies a link, and says so. */
  copy: (link: string) => void;
}

/** The heading of a step: it takes focus when the step begins. */
export function stepTitle({ level }: View, text: string): TemplateResult {
  return heading(level, text, 'title step');
}

/** Day and time of a slot in its place's zone. */
export function whenOf({ slot, location }: Choice, { strings, language }: View): string {
  return strings.at(...formatMoment(slot.start, location.timeZone, language));
}

/** Who, where, when, how long. */
export function summary(choice: Choice, view: View, reference?: string): TemplateResult {
  const { strings, language } = view;
  const { summary: labels } = strings;
  const { slot, practitioner, structure, location } = choice;
  const { timeZone, phone } = location;
  const zone = foreignZone(slot.start, timeZone, clock.zone(), language);
  return html`<div class="panel">
    <dl class="summary" part="summary">
      ${reference ? entry(labels.reference, reference, 'reference') : nothing}
      ${
        slot.booking === 'WALKIN'
          ? nothing
          : html`${entry(labels.when, whenOf(choice, view), 'moment')}
            ${entry(labels.duration, formatDuration(slot.start, slot.end))}`
      }
      ${entry(labels.how, slot.modalities.map((modality) => strings.modalities[modality]).join(', '))}
      ${practitioner ? entry(labels.with, nameOf(choice)) : nothing}
      ${entry(labels.where, address(location, structure?.name ?? location.name))}
      ${phone === null ? nothing : entry(labels.phone, phoneLink(phone))}
    </dl>
    ${zone ? html`<p class="quiet small">${strings.otherZone(zone)}</p>` : nothing}
  </div>`;
}

function entry(term: string, text: unknown, name = ''): TemplateResult {
  return html`<div class=${name}>
    <dt class="quiet small">${term}</dt>
    <dd>${text}</dd>
  </div>`;
}

/** The practice's telephone: a way out where the screen has none. */
export function callPractice({ location }: Choice, { strings }: View): unknown {
  if (location.phone === null) return nothing;
  return html`<p>${strings.callPractice} ${phoneLink(location.phone)}</p>`;
}

/** « Si l'état s'aggrave » : on the screen and on paper. */
export function worse({ strings }: View): TemplateResult {
  return html`<p class="notice alarm">
    <strong>${strings.worse} ${fifteen}${strings.worseEnd}</strong>
  </p>`;
}
