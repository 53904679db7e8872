import { html, type TemplateResult } from 'lit';
import type { AgendaSlot } from '@sas-kit/client';
import { formatDuration } from '../../format/formats.ts';
import type { AgendaStrings } from './agenda-texts.ts';

/** What a professional declares to publish each week. Nothing enforces it. */
export const declaredMinutes = 120;

/** Minutes that the slots of a week publish, each minute once. Withdrawn slots publish nothing. */
export function publishedMinutes(slots: readonly AgendaSlot[]): number {
  const periods = slots
    .filter(({ status }) => status !== 'withdrawn')
    .map(({ start, end }) => [Date.parse(start), Date.parse(end)] as const)
    .sort(([one], [other]) => one - other);
  let until = 0;
  let total = 0;
  for (const [start, end] of periods) {
    total += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return Math.round(total / 60_000);
}

/** `45 minutes`, `1 h 30` */
const lengthOf = (minutes: number): string =>
  formatDuration(new Date(0).toISOString(), new Date(minutes * 60_000).toISOString());

/** How much of the declared hours the week publishes. */
export function hoursGauge(slots: readonly AgendaSlot[], strings: AgendaStrings): TemplateResult {
  const minutes = publishedMinutes(slots);
  return html`<div class="gauge" part="hours">
    <p id="hours" class="small">${strings.hours(lengthOf(minutes), lengthOf(declaredMinutes))}</p>
    <meter
      aria-labelledby="hours"
      min="0"
      max=${declaredMinutes}
      value=${Math.min(minutes, declaredMinutes)}
    ></meter>
    <p class="quiet small">${strings.hoursHint}</p>
  </div>`;
}
