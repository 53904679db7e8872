import { html, nothing, type TemplateResult } from 'lit';
import type { Schedule } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import { heading } from '../../base/heading.ts';
import { foreignZone } from '../../format/formats.ts';
import { nameOf, type WordContext } from './slot-words.ts';

/** What the head of the agenda needs. */
export interface AgendaHeadContext extends WordContext {
  schedule: Schedule;
  /** The agendas to choose from. */
  all: readonly Schedule[];
  level: number;
  choose: (id: string) => void;
  add: () => void;
}

/** Whose agenda it is, at which place, and the other ones. */
export function agendaHead(context: AgendaHeadContext): TemplateResult {
  const { schedule, all, strings, language, zone, now, level } = context;
  const { line, postcode, city } = schedule.location;
  const foreign = foreignZone(new Date(now).toISOString(), zone, clock.zone(), language);
  return html`<div class="head">
    <div class="stack">
      ${heading(level, strings.titleOf(nameOf(schedule)), 'title')}
      <p class="quiet">${line}, ${postcode} ${city}</p>
      ${foreign ? html`<p class="quiet small">${strings.otherZone(foreign)}</p>` : nothing}
    </div>
    ${
      all.length > 1
        ? html`<div class="field">
            <label class="label" for="schedule">${strings.choose}</label>
            <select
              id="schedule"
              class="input"
              @change=${(event: Event) => context.choose((event.target as HTMLSelectElement).value)}
            >
              ${all.map(
                (other) =>
                  html`<option value=${other.id} .selected=${other.id === schedule.id}>
                    ${nameOf(other)}, ${other.location.line}, ${other.location.city}
                  </option>`,
              )}
            </select>
          </div>`
        : nothing
    }
    <button
      id="add-slot"
      class="button primary no-print"
      type="button"
      @click=${() => context.add()}
    >
      ${strings.addSlot}
    </button>
  </div>`;
}
