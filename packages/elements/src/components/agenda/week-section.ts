import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../base/heading.ts';
import { codeOf } from '../../base/sas-element.ts';
import type { RovingGrid } from '../../controllers/roving-grid.ts';
import { addDays, formatDate, formatWeek } from '../../format/week.ts';
import type { AgendaStrings } from '../../strings/fr/agenda.ts';
import type { AgendaStore } from './agenda-store.ts';
import { again, back, forth } from './icons.ts';
import { failure, sentenceOf } from './notice.ts';
import type { WordContext } from './slot-words.ts';
import { daysOfWeek } from './week-model.ts';
import { weekGrid } from './week-view.ts';

/** What the week and what stands around it need. */
export interface WeekSectionContext extends WordContext {
  store: AgendaStore;
  roving: RovingGrid;
  /** Level of the week's heading. */
  level: number;
  /** The slot whose details are open. */
  open: string;
  /** What was done, or went wrong, in this part. */
  messages: unknown;
  select: (id: string) => void;
  /** Shows the week of a date; empty for this week. */
  go: (date: string) => void;
  refresh: () => void;
  /** The same, asked by a button that goes. */
  retry: () => void;
  add: () => void;
}

/** `Semaine du 23 au 29 novembre 2026` */
export function weekTitle({ monday }: AgendaStore, { strings, language }: WordContext): string {
  return strings.week(...formatWeek(monday, language));
}

/** Slots and booked ones, in a sentence. */
export function weekCounts({ slots }: AgendaStore, strings: AgendaStrings): string {
  return strings.counts(slots.length, slots.filter(({ booked }) => booked > 0).length);
}

export function weekSection(context: WeekSectionContext): TemplateResult {
  const { store, strings, level, go } = context;
  const { week, monday } = store;
  const loading = week.status === 'failed' ? nothing : strings.loading;
  const counts = week.value ? weekCounts(store, strings) : loading;
  const turn = (label: string, days: number, icon: TemplateResult) =>
    html`<button
      class="icon"
      type="button"
      aria-label=${label}
      @click=${() => go(addDays(monday, days))}
    >
      ${icon}
    </button>`;
  return html`<section class="main" aria-labelledby="week-title">
    <div class="week-head">
      <div class="turn no-print">
        ${turn(strings.previousWeek, -7, back)} ${turn(strings.nextWeek, 7, forth)}
      </div>
      <div class="week-name">
        <div id="week-title" tabindex="-1">
          ${heading(level, weekTitle(store, context), 'subtitle')}
        </div>
        <p class="quiet small">${counts}</p>
      </div>
      <button class="button no-print" type="button" @click=${() => go('')}>
        ${strings.thisWeek}
      </button>
      <button
        class="icon again no-print"
        type="button"
        aria-label=${strings.refresh}
        @click=${() => context.refresh()}
      >
        ${again}
      </button>
    </div>
    ${context.messages} ${remarks(context)}
    <div class="week" aria-busy=${week.status === 'pending'}>${slots(context)}</div>
  </section>`;
}

/** What must be known before the slots are read. */
function remarks(context: WeekSectionContext): TemplateResult {
  const { store, strings, language, retry } = context;
  const { week, horizonBefore } = store;
  const button = { label: strings.retry, act: retry };
  return html`${
    week.status === 'failed' ? failure(sentenceOf(codeOf(week.error), strings), button) : nothing
  }
  ${
    week.value && !week.value.references
      ? html`<div class="notice warn">
          <p>${strings.referencesMissing}</p>
          <button class="button" type="button" @click=${retry}>${strings.retry}</button>
        </div>`
      : nothing
  }
  ${
    horizonBefore
      ? html`<p class="notice">${strings.beyondHorizon(formatDate(horizonBefore, language))}</p>`
      : nothing
  }`;
}

function slots(context: WeekSectionContext): unknown {
  const { store, strings, zone } = context;
  const { value, status } = store.week;
  if (!value) {
    const bars = html`<div class="skeleton"></div>`;
    return status === 'failed' ? nothing : html`<div class="days">${Array(7).fill(bars)}</div>`;
  }
  if (value.slots.length === 0) {
    return html`<div class="notice" part="empty">
      <p><strong>${strings.empty}</strong></p>
      <p>${strings.emptyHint}</p>
      <button class="button" type="button" @click=${() => context.add()}>${strings.addSlot}</button>
    </div>`;
  }
  return weekGrid({
    ...context,
    days: daysOfWeek(value.monday, value.slots, zone),
    references: value.references ?? new Map<string, string[]>(),
    level: context.level + 1,
    label: weekTitle(store, context),
  });
}
